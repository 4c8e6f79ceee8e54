import type { AccountState, AppState } from '../contract/app-state.ts';
import type { Problem } from '../contract/problem.ts';
import type { Status } from '../contract/status.ts';

/** What is worth a notification, without its words. */
export type DueNotification =
  /** By its time, and while somebody is here to see it. */
  | { kind: 'ended'; status: Status; accountIds: string[] }
  | { kind: 'refused'; account: AccountState; problem: Problem }
  /** Accounts that wait for long; the problem is the first one's. */
  | { kind: 'waiting'; accounts: AccountState[]; problem: Problem }
  | { kind: 'sign-in'; account: AccountState }
  /** `why`: it has no end and is old, or its user is back. `since`: when it was set, in milliseconds since the epoch. */
  | { kind: 'forgotten'; status: Status; accountIds: string[]; why: 'old' | 'away'; since: number };

/** One look at the world. Times in milliseconds since the epoch. */
export interface Look {
  state: AppState;
  now: number;
  /** Whether somebody uses this computer just now. Only asked when it matters. */
  inUse: () => boolean;
  /** What the user is looking at needs no notification. */
  popupShown: boolean;
}
