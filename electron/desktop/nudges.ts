import type { AccountState } from '../contract/app-state.ts';
import { saysSomething } from '../contract/current-status.ts';
import type { Status } from '../contract/status.ts';
import type { DueNotification, Look } from './notification-events.ts';

/** Which statuses have been asked about already; outlives the app. */
export interface ToldNudges {
  has(key: string): boolean;
  /** `running`: the keys of all statuses that run now; others need not be kept. */
  add(keys: readonly string[], running: readonly string[]): void;
}

const MINUTE_MS = 60_000;
const OLD_MS = 24 * 60 * MINUTE_MS;
/** Somebody who looks something up on a day off is not back. */
const BACK_FOR_MS = 10 * MINUTE_MS;
/** Whoever sets “Vacationing” may still work for a while. */
const GONE_FOR_MS = 60 * MINUTE_MS;
/** With a longer pause between two looks nobody knows whether the computer was in use. */
const LONGEST_PAUSE_MS = 90_000;

type Running = AccountState & { desired: Status; outcome: { kind: 'applied'; at: number } };

/** Asks at most once about a status that may have been forgotten. */
export function createNudges(told: ToldNudges) {
  let inUseSince: number | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let candidates = 0;

  function follow(inUse: boolean, now: number): void {
    if (!inUse) inUseSince = null;
    else if (inUseSince === null || now - lookedAt > LONGEST_PAUSE_MS) inUseSince = now;
    lookedAt = now;
  }

  function reason({ desired, outcome }: Running, now: number): 'old' | 'away' | null {
    if (inUseSince === null) return null;
    if (desired.until === null && now - outcome.at > OLD_MS) return 'old';
    const isBack = now - inUseSince >= BACK_FOR_MS && inUseSince - outcome.at >= GONE_FOR_MS;
    return isBack && saysGone(desired, outcome.at) ? 'away' : null;
  }

  return {
    /** Whether somebody has to be watched for coming back, or a status for growing old. */
    wantsLooks: () => candidates > 0,
    look({ state, now, inUse, popupShown }: Look): DueNotification[] {
      const running = state.settings.notifications.nudges ? state.accounts.filter(isRunning) : [];
      const open = running.filter((account) => !told.has(keyOf(account)) && mayBeForgotten(account));
      candidates = open.length;
      if (open.length === 0) return [];
      follow(inUse(), now);
      const first = open.find((account) => reason(account, now) !== null);
      const why = first === undefined ? null : reason(first, now);
      if (first === undefined || why === null) return [];
      const same = open.filter(({ desired }) => JSON.stringify(desired) === JSON.stringify(first.desired));
      told.add(same.map(keyOf), running.map(keyOf));
      candidates -= same.length;
      // Whoever has the popup open sees what is set.
      if (popupShown) return [];
      const accountIds = same.map(({ id }) => id);
      return [{ kind: 'forgotten', status: first.desired, accountIds, why, since: first.outcome.at }];
    },
  };
}

function isRunning(account: AccountState): account is Running {
  return account.desired !== null && account.outcome?.kind === 'applied' && saysSomething(account.desired);
}

function keyOf({ id, wish }: AccountState): string {
  return `${id} ${wish}`;
}

function mayBeForgotten({ desired, outcome }: Running): boolean {
  return desired.until === null || saysGone(desired, outcome.at);
}

/** Not of somebody who says that they can be reached, and not of a status that is over by tonight. */
function saysGone({ availability, until }: Status, at: number): boolean {
  if (availability === 'online' || availability === 'busy') return false;
  return until === null || until >= startOfNextDay(at);
}

function startOfNextDay(at: number): number {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime();
}
