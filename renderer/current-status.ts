import type { AccountState } from '../electron/contract/app-state.ts';
import { type ShownStatus, sameStatus, shownStatus } from '../electron/contract/current-status.ts';

/** What is now, over all accounts. */
export interface CurrentStatus {
  /** What all accounts agree on; null when they differ or nothing has been read yet. */
  status: ShownStatus | null;
  agreed: boolean;
  /** True before any account has been read. */
  unknown: boolean;
  /** The first end to come, in milliseconds since the epoch. */
  until: number | null;
  /** When the running status was set, where that is known. */
  since: number | null;
}

/** What all accounts show together at `now` (milliseconds since the epoch). */
export function currentStatus(accounts: AccountState[], now: number): CurrentStatus {
  const known = accounts.flatMap((account) => {
    const status = shownStatus(account);
    return status === null ? [] : [{ account, status }];
  });
  const first = known[0]?.status ?? null;
  const agreed = known.every(({ status }) => first !== null && sameStatus(status, first));
  const running = known
    .flatMap(({ account, status }) =>
      status.until !== null && status.until > now ? [{ until: status.until, since: setAt(account) }] : [],
    )
    .sort((a, b) => a.until - b.until);
  return {
    status: agreed ? first : null,
    agreed,
    unknown: known.length === 0,
    until: running[0]?.until ?? null,
    since: running[0]?.since ?? null,
  };
}

/** True where nothing but an ordinary presence is shown. */
export function isEmpty(status: ShownStatus): boolean {
  return status.emoji === null && status.text.trim() === '';
}

function setAt(account: AccountState): number | null {
  return account.outcome?.kind === 'applied' ? account.outcome.at : null;
}
