import type { AccountState } from '../electron/contract/app-state.ts';
import type { ReportedStatus, Status } from '../electron/contract/status.ts';
import { emojiText } from '../electron/contract/texts/status-texts.ts';

type Shown = ReportedStatus | Status;

/** What is now, over all accounts. */
export interface CurrentStatus {
  /** What all accounts agree on; null when they differ or nothing has been read yet. */
  status: Shown | null;
  agreed: boolean;
  /** True before any account has been read. */
  unknown: boolean;
  /** The first end to come, in milliseconds since the epoch. */
  until: number | null;
  /** When the running status was set, where that is known. */
  since: number | null;
}

/** The status to show for one account: what was asked for here while that still stands, else what the server says. */
export function shownStatus(account: AccountState): Shown | null {
  const { desired, outcome, reported } = account;
  const stands = outcome !== null && outcome.kind !== 'rejected' && outcome.kind !== 'superseded';
  return desired !== null && stands ? desired : reported;
}

/** What all accounts show together at `now` (milliseconds since the epoch). */
export function currentStatus(accounts: AccountState[], now: number): CurrentStatus {
  const known = accounts.filter((account) => shownStatus(account) !== null);
  const keys = new Set(known.map((account) => sameness(shownStatus(account))));
  const running = known
    .map((account) => ({ until: shownStatus(account)?.until ?? null, since: setAt(account) }))
    .filter((end): end is { until: number; since: number | null } => end.until !== null && end.until > now)
    .sort((a, b) => a.until - b.until);
  const first = known[0];
  return {
    status: keys.size === 1 && first !== undefined ? shownStatus(first) : null,
    agreed: keys.size <= 1,
    unknown: known.length === 0,
    until: running[0]?.until ?? null,
    since: running[0]?.since ?? null,
  };
}

/** True where nothing but an ordinary presence is shown. */
export function isEmpty(status: Shown): boolean {
  return status.emoji === null && status.text.trim() === '';
}

function sameness(status: Shown | null): string {
  if (status === null) return '';
  // A server may add or drop the selector that only asks for colour.
  const emoji = status.emoji === null ? '' : emojiText(status.emoji).replaceAll('\u{fe0f}', '');
  return JSON.stringify([emoji, status.text.trim()]);
}

function setAt(account: AccountState): number | null {
  return account.outcome?.kind === 'applied' ? account.outcome.at : null;
}
