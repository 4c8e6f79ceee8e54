import type { AccountService, SignInState } from '../accounts/account-service.ts';
import type { Account } from '../contract/account.ts';
import type { Clock } from '../status/clock.ts';
import type { DesiredStatuses } from '../status/desired-statuses.ts';
import type { Reconciler } from '../status/reconciler.ts';
import type { ReportedStatuses } from '../status/reported-statuses.ts';
import type { Keychain } from '../storage/keychain.ts';
import type { AccountFacts } from './account-facts.ts';
import { createAdministrationNews } from './administration-news.ts';
import type { AdministrationServices } from './administration-services.ts';
import type { Notices } from './notices.ts';
import type { SettingsService } from './settings-service.ts';
import type { TryItMode } from './try-it-mode.ts';

export interface FollowAccountsDeps {
  accounts: AccountService;
  administration: AdministrationServices;
  clock: Clock;
  desired: DesiredStatuses;
  facts: AccountFacts;
  keychain: Pick<Keychain, 'onState'>;
  notices: Notices;
  reconciler: Reconciler;
  reports: ReportedStatuses;
  settings: SettingsService;
  tryIt: TryItMode;
  emoji: { refreshOld(): Promise<void> };
}

export interface AccountFollower {
  /** Takes up every account that is signed in. */
  start(): Promise<void>;
  /** Opens or closes what makes the user look present, after something about that has changed. */
  followAgain(): void;
}

/** What has to happen when accounts come, go, or can be used again. */
export function followAccounts(deps: FollowAccountsDeps): AccountFollower {
  const { accounts, administration, desired, keychain, notices, reconciler, reports, settings, tryIt, emoji, facts } =
    deps;
  const news = createAdministrationNews({ clock: deps.clock, refresh: (id) => administration.refresh([id], 0) });
  const those = (signIn: SignInState) => accounts.list().filter(({ id }) => accounts.signInState(id) === signIn);

  async function follow(some: Account[]): Promise<void> {
    const ids = some.map(({ id }) => id);
    reconciler.retryNow(ids);
    administration.refresh(ids);
    await Promise.all(ids.map((id) => reports.follow(id).then(() => facts.read(id))));
    await emoji.refreshOld();
  }

  function followAgain(): void {
    for (const { id, kind } of those('signed-in')) if (kind === 'rocket-chat') void reports.follow(id);
  }

  keychain.onState((now) => {
    notices.keychain(now);
    // Unlocked while the app runs: what had to wait for a secret goes on.
    if (now === 'ready') void follow(those('keychain-locked'));
  });
  settings.onChange(followAgain);
  reports.onAdministrationChange(news.hear);
  accounts.onSignedIn((id) => {
    void reports.follow(id);
    reconciler.retryNow([id]);
    administration.refresh([id], 0);
  });
  accounts.onRemoved((id) => {
    reports.forget(id);
    desired.forget(id);
    news.forget(id);
    administration.forget(id);
    void tryIt.stopUnlessNeeded();
  });
  return { start: () => follow(those('signed-in')), followAgain };
}
