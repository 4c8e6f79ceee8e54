import type { AccountState, AppState } from './app-state.ts';
import type { Availability, ReportedStatus, Status, StatusEmoji } from './status.ts';

/** What an account shows now, as far as we know. */
export interface ShownStatus {
  emoji: StatusEmoji | null;
  text: string;
  availability: Availability | null;
  until: number | null;
}

export type CurrentStatus =
  | { kind: 'no-accounts' }
  | { kind: 'same'; status: ShownStatus }
  /** The accounts differ. */
  | { kind: 'mixed' };

const NOTHING: ShownStatus = { emoji: null, text: '', availability: null, until: null };

/** What was asked for here while it stands or is on its way, else what the server last said; null: not known yet. */
export function shownStatus(account: AccountState): ShownStatus | null {
  const kind = account.outcome?.kind;
  const stands = kind === 'applied' || kind === 'sending' || kind === 'waiting';
  if (!stands || account.desired === null) return account.reported;
  const { availability } = account.desired;
  // A server without it leaves the availability as it was.
  const has = availability !== null && account.capabilities.availabilities.includes(availability);
  return { ...account.desired, availability: has ? availability : (account.reported?.availability ?? null) };
}

/** The accounts' status in one; those that are not known yet don't count. */
export function currentStatus(state: Pick<AppState, 'accounts'>): CurrentStatus {
  if (state.accounts.length === 0) return { kind: 'no-accounts' };
  const shown = state.accounts.map(shownStatus).filter((status) => status !== null);
  const first = shown[0] ?? NOTHING;
  return shown.every((status) => sameStatus(status, first)) ? { kind: 'same', status: first } : { kind: 'mixed' };
}

/** The availability that all accounts have whose server tells it, or null. */
export function currentAvailability(state: Pick<AppState, 'accounts'>): Availability | null {
  const told = new Set(state.accounts.map((account) => shownStatus(account)?.availability ?? null));
  told.delete(null);
  const [only] = told;
  return told.size === 1 && only ? only : null;
}

/** The status set here that is still in force somewhere and says something, or null. */
export function runningStatus(state: Pick<AppState, 'accounts'>): Status | null {
  for (const account of state.accounts) {
    const { desired, outcome } = account;
    const over = outcome?.kind === 'rejected' || outcome?.kind === 'superseded';
    if (desired !== null && outcome !== null && !over && saysSomething(desired)) return desired;
  }
  return null;
}

export function saysSomething(status: ShownStatus | ReportedStatus | Status): boolean {
  return status.emoji !== null || status.text.trim() !== '' || isAbsent(status.availability);
}

export function isAbsent(availability: Availability | null): boolean {
  return availability !== null && availability !== 'online';
}

/** Accounts that need the user: rejected, signed out, or with a locked keychain. Waiting ones look after themselves. */
export function troubledAccounts(state: Pick<AppState, 'accounts'>): number {
  return state.accounts.filter((account) => account.signIn !== 'signed-in' || account.outcome?.kind === 'rejected')
    .length;
}

/** Words decide. Without any, so do availabilities, where both servers tell them: not every server has the same ones. */
export function sameStatus(one: ShownStatus, other: ShownStatus): boolean {
  if (one.text.trim() !== other.text.trim() || emojiKey(one.emoji) !== emojiKey(other.emoji)) return false;
  const wordless = one.text.trim() === '' && one.emoji === null;
  const bothTell = one.availability !== null && other.availability !== null;
  return !wordless || !bothTell || one.availability === other.availability;
}

/** Without U+FE0F, which some servers drop. An organisation's own emoji are the same when their names are. */
function emojiKey(emoji: StatusEmoji | null): string {
  if (emoji === null) return '';
  return emoji.kind === 'unicode' ? emoji.value.replaceAll('\u{fe0f}', '') : `:${emoji.name}:`;
}
