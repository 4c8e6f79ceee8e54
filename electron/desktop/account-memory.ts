import type { AccountState } from '../contract/app-state.ts';
import type { Status } from '../contract/status.ts';

/** A status that has ended by its time. `settled`: what came of ending it there, or null while it is on its way. */
export interface EndedHere {
  status: Status;
  settled: 'done' | 'left' | null;
}

/** What has to be remembered of an account between two looks at the app's state. */
export interface AccountMemory {
  lookedAt: number;
  wish: number;
  signIn: AccountState['signIn'];
  /** The status that was asked for, while it was. */
  desired: Status | null;
  ended: EndedHere | null;
  /** Whether the refusal of this wish has been dealt with. */
  toldRefusal: boolean;
  /** Since when this wish has been on its way, in milliseconds since the epoch. */
  waitsSince: number | null;
  toldWaiting: boolean;
  needsSignIn: boolean;
}

/** Without a look for this long the computer was asleep: the network needs a moment then, and nobody has waited. */
const ASLEEP_MS = 90_000;

/** The next memory of an account. What stands at the first look of all, `isFirst`, was there before and is no news. */
export function lookAtAccount(
  account: AccountState,
  last: AccountMemory | null,
  now: number,
  isFirst: boolean,
): AccountMemory {
  const sameWish = last !== null && last.wish === account.wish;
  const isNewlyOut = account.signIn === 'needed' && last?.signIn !== 'needed' && !(last === null && isFirst);
  return {
    lookedAt: now,
    wish: account.wish,
    signIn: account.signIn,
    desired: account.desired,
    ended: endedNow(account, last, now),
    toldRefusal: sameWish ? last.toldRefusal : isFirst && account.outcome?.kind === 'rejected',
    waitsSince: waitsSince(account, sameWish ? last : null, now),
    toldWaiting: sameWish && last.toldWaiting && isOnItsWay(account),
    needsSignIn: account.signIn === 'needed' && (isNewlyOut || last?.needsSignIn === true),
  };
}

function endedNow({ desired, outcome }: AccountState, last: AccountMemory | null, now: number): EndedHere | null {
  if (desired !== null || last === null) return null;
  const isOver = last.desired !== null && last.desired.until !== null && last.desired.until <= now;
  const status = isOver ? last.desired : (last.ended?.status ?? null);
  if (status === null) return null;
  if (outcome?.kind === 'applied') return { status, settled: 'done' };
  // Changed elsewhere, or refused, which is said by itself.
  return { status, settled: outcome?.kind === 'sending' || outcome?.kind === 'waiting' ? null : 'left' };
}

function isOnItsWay({ outcome, signIn }: AccountState): boolean {
  return signIn === 'signed-in' && (outcome?.kind === 'waiting' || outcome?.kind === 'sending');
}

function waitsSince(account: AccountState, last: AccountMemory | null, now: number): number | null {
  if (!isOnItsWay(account)) return null;
  if (last?.waitsSince == null || now - last.lookedAt > ASLEEP_MS) return now;
  return last.waitsSince;
}
