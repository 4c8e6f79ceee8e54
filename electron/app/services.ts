import { type AccountService, createAccountService } from '../accounts/account-service.ts';
import type { AppState, DesktopFacts, Settings } from '../contract/app-state.ts';
import type { Result } from '../contract/result.ts';
import { createKeptEmoji } from '../emoji/kept-emoji.ts';
import type { OrganizationEmojiService } from '../emoji/organization-emoji.ts';
import { readEmoji } from '../exchange/emoji-words.ts';
import { createExchange, type Exchange } from '../exchange/exchange.ts';
import { createTeamPresets, type TeamPresetsService } from '../exchange/team-presets.ts';
import { createHttp, type Http } from '../servers/http.ts';
import { createServerKinds, type ServerKinds } from '../servers/server-kinds.ts';
import type { Clock } from '../status/clock.ts';
import { type DesiredRecord, desiredRecordSchema } from '../status/desired-record.ts';
import type { PresetService } from '../status/preset-service.ts';
import type { RecentStatuses } from '../status/recent-statuses.ts';
import type { ReportedStatuses } from '../status/reported-statuses.ts';
import type { StatusService } from '../status/status-service.ts';
import type { UndoOffer } from '../status/undo-offer.ts';
import type { Keychain } from '../storage/keychain.ts';
import { openStores, type Stores } from '../storage/stores.ts';
import { type AccountFacts, createAccountFacts } from './account-facts.ts';
import { type AdministrationServices, openAdministration } from './administration-services.ts';
import { type AppStateSource, createAppState } from './app-state.ts';
import { openEmojiRoom } from './emoji-room.ts';
import { followAccounts } from './follow-accounts.ts';
import { createLinkRequests, type LinkRequests } from './link-requests.ts';
import { createNotices, type Notices } from './notices.ts';
import { createSettingsService, type SettingsService } from './settings-service.ts';
import { createSpokenLanguage, type SpokenLanguage } from './spoken-language.ts';
import { openStatusRoom, type Words } from './status-room.ts';
import { createToldNudges, type ToldNudges } from './told-nudges.ts';
import { createTryItMode, type RunningDemo, type TryItMode } from './try-it-mode.ts';

export interface ServicesDeps {
  /** Where the files are: absolute. */
  folder: string;
  fetch: typeof fetch;
  keychain: Keychain;
  clock: Clock;
  newId: () => string;
  onSecret: (secret: string) => void;
  startDemo: () => Promise<RunningDemo>;
  desktop: () => DesktopFacts;
  appVersion: string;
  /** As it is told to servers, such as `Linux; 6.8`. */
  system: string;
  platform: AppState['platform'];
  /** What the system's user prefers, as BCP 47 tags. */
  languages: readonly string[];
  words: Words;
}

export interface Services {
  accounts: AccountService;
  facts: AccountFacts;
  administration: AdministrationServices;
  reports: ReportedStatuses;
  status: StatusService;
  emoji: OrganizationEmojiService;
  presets: PresetService;
  teamPresets: TeamPresetsService;
  /** `changeSettings` is the command's way, which also registers a shortcut. */
  openExchange(changeSettings: (change: Partial<Settings>) => Result<null>): Exchange;
  recents: RecentStatuses;
  settings: SettingsService;
  undo: UndoOffer;
  notices: Notices;
  language: SpokenLanguage;
  tryIt: TryItMode;
  links: LinkRequests;
  toldNudges: ToldNudges;
  state: AppStateSource;
  /**
   * Takes up what was open when the app last ended, and begins to follow the servers. `onTakenUp`: from now on all
   * accounts can be used, though not all servers may have answered.
   */
  start(onTakenUp?: () => void): Promise<void>;
  /** Tells whether somebody uses this computer: the accounts that were asked to show it do so meanwhile. */
  setInUse(inUse: boolean): void;
  quit(): Promise<void>;
}

/** Everything below the desktop, put together. Knows no Electron, so it also runs in plain Node. */
export function createServices(deps: ServicesDeps): Services {
  const stores = openStores<DesiredRecord>(deps.folder, desiredRecordSchema);
  const kinds = createServerKinds({ ...deps, known: createKeptEmoji(stores.emoji), now: deps.clock.now });
  const http = createHttp({ fetch: deps.fetch, userAgent: `Whereabouts/${deps.appVersion} (${deps.system})` });
  return assembleServices({ ...deps, stores, kinds, http });
}

export interface AssembleDeps extends Omit<ServicesDeps, 'fetch'> {
  stores: Stores<DesiredRecord>;
  kinds: ServerKinds;
  /** For everything that is no chat server. */
  http: Pick<Http, 'request'>;
}

/** The same over files that are open already and clients that are made already. */
export function assembleServices(deps: AssembleDeps): Services {
  const { keychain, stores } = deps;
  const notices = createNotices();
  for (const { file, copy } of stores.setAside) notices.add({ id: file, kind: 'file-set-aside', file, copy });
  const settings = createSettingsService(stores.settings);
  const tryIt = createTryItMode({ accounts: () => accounts, startDemo: deps.startDemo });
  const accounts = openAccounts(deps, tryIt);
  let inUse = true;
  const room = openStatusRoom({ ...deps, accounts, settings, notices, isInUse: () => inUse });
  const { reports, reconciler, desired, status, presets, recents, undo } = room;
  const emoji = openEmojiRoom({ ...deps, accounts, settings, reports });
  const facts = createAccountFacts({ ...deps, accounts });
  const administration = openAdministration({ ...deps, accounts, othersEndings: stores.othersEndings, undo });
  const { appVersion, platform, desktop } = deps;
  const language = createSpokenLanguage(settings, deps.languages);
  const teamPresets = createTeamPresets({ ...deps, store: stores.teamPresets, accounts });
  const parts = { ...room, accounts, teamPresets, administration, settings, notices, keychain };
  const links = openLinkRequests(deps, settings, emoji, () => state.get());
  const tells = { desktop, link: links.current, tryIt: tryIt.isOn };
  const state: AppStateSource = createAppState({ ...parts, appVersion, platform, language, ...tells });
  links.onChange(state.changed);
  tryIt.onChange(state.changed);

  const follower = followAccounts({ ...parts, clock: deps.clock, reconciler, desired, reports, emoji, facts, tryIt });

  return {
    ...{ accounts, administration, reports, status, emoji, presets, recents, settings, undo, notices, tryIt, state },
    ...{ teamPresets, language, links, facts, toldNudges: createToldNudges(stores.nudges) },
    openExchange: (changeSettings) => createExchange({ ...deps, ...parts, team: teamPresets }, changeSettings),
    async start(onTakenUp) {
      // The demo servers are new ones at each start, so their accounts sign in again first.
      if (accounts.list().some((account) => account.demo)) await tryIt.start();
      reconciler.retryNow();
      onTakenUp?.();
      administration.endings.start();
      teamPresets.start();
      await follower.start();
    },
    setInUse(now) {
      inUse = now;
      follower.followAgain();
    },
    async quit() {
      administration.endings.stop();
      teamPresets.stop();
      await status.quit(settings.get().onQuit);
      await tryIt.stop();
    },
  };
}

function openAccounts(deps: AssembleDeps, { isDemo }: TryItMode): AccountService {
  const { stores, kinds, keychain, newId, onSecret } = deps;
  return createAccountService({ store: stores.accounts, keychain, kinds, newId, onSecret, isDemo });
}

function openLinkRequests(
  { newId, clock }: AssembleDeps,
  settings: SettingsService,
  emoji: OrganizationEmojiService,
  getState: () => AppState,
): LinkRequests {
  const emojiSources = { organizationEmoji: emoji.lists, namedEmoji: readEmoji };
  return createLinkRequests({ ...emojiSources, newId, settings, getState, now: clock.now });
}
