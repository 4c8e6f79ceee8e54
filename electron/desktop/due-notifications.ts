import type { AccountState } from '../contract/app-state.ts';
import { type AccountMemory, type EndedHere, lookAtAccount } from './account-memory.ts';
import type { DueNotification, Look } from './notification-events.ts';
import { createNudges, type ToldNudges } from './nudges.ts';

export interface DueNotifications {
  /** What is due now. Each event comes out once; what stood before the first look is no event. */
  look(look: Look): DueNotification[];
  /** Whether time alone can make something due, so that looking from time to time is worth it. */
  wantsLooks(): boolean;
  /** The user has asked for another try: if that fails, it is news again. */
  forget(accountIds: readonly string[]): void;
}

/** Slower than any answer of a server that is well, quicker than the next try after a longer fault. */
const SETTLE_MS = 30_000;
/** Later than this it is no longer news, as after a night asleep. */
const NEWS_MS = 120_000;

/** Decides, from one state of the app to the next, what to notify of. Knows no clock, no Electron and no words. */
export function createDueNotifications(told: ToldNudges): DueNotifications {
  const memories = new Map<string, AccountMemory>();
  const nudges = createNudges(told);
  let mustLook = false;

  function lookAtAll({ state, now }: Look): Map<AccountState, AccountMemory> {
    const isFirst = memories.size === 0;
    const gone = new Set(memories.keys());
    const looked = state.accounts.map((account): [AccountState, AccountMemory] => {
      gone.delete(account.id);
      const memory = lookAtAccount(account, memories.get(account.id) ?? null, now, isFirst);
      memories.set(account.id, memory);
      return [account, memory];
    });
    for (const id of gone) memories.delete(id);
    return new Map(looked);
  }

  return {
    look(look) {
      const looked = [...lookAtAll(look)];
      const due = [...ended(looked, look), ...refused(looked, look), ...waiting(looked, look), ...signIn(looked, look)];
      const forgotten = nudges.look(look);
      mustLook = nudges.wantsLooks() || looked.some(([account, memory]) => isOpen(account, memory));
      return [...due, ...forgotten];
    },
    wantsLooks: () => mustLook,
    forget(accountIds) {
      for (const id of accountIds) {
        const memory = memories.get(id);
        if (memory) Object.assign(memory, { toldRefusal: false, waitsSince: null, toldWaiting: false });
      }
    },
  };
}

type Looked = [AccountState, AccountMemory][];

function isOpen({ outcome }: AccountState, memory: AccountMemory): boolean {
  return (
    memory.ended !== null ||
    memory.needsSignIn ||
    (memory.waitsSince !== null && !memory.toldWaiting) ||
    (outcome?.kind === 'rejected' && !memory.toldRefusal)
  );
}

/** True when it should be said, false when it is dealt with in silence, null when it has to wait until somebody is here. */
function mayTell(wanted: boolean, { popupShown, inUse }: Look): boolean | null {
  if (!wanted || popupShown) return false;
  return inUse() ? true : null;
}

/** One notification for all accounts on which the same status has ended; none where nobody was here when it did. */
function ended(looked: Looked, look: Look): DueNotification[] {
  const groups = Map.groupBy(
    looked.filter((entry): entry is [AccountState, AccountMemory & { ended: EndedHere }] => entry[1].ended !== null),
    ([, memory]) => JSON.stringify(memory.ended.status),
  );
  return [...groups.values()].flatMap((group): DueNotification[] => {
    const { status } = (group[0] as (typeof group)[number])[1].ended;
    const age = look.now - (status.until ?? 0);
    const settled = group.every(([, memory]) => memory.ended.settled !== null);
    if (!settled && age < SETTLE_MS) return [];
    const accountIds = group.filter(([, memory]) => memory.ended.settled === 'done').map(([account]) => account.id);
    if (accountIds.length === 0 && !settled) return [];
    for (const [, memory] of group) Object.assign(memory, { ended: null });
    const isNews = accountIds.length > 0 && age < NEWS_MS;
    return isNews && mayTell(look.state.settings.notifications.ended, look)
      ? [{ kind: 'ended', status, accountIds }]
      : [];
  });
}

function refused(looked: Looked, look: Look): DueNotification[] {
  return looked.flatMap(([account, memory]): DueNotification[] => {
    if (account.outcome?.kind !== 'rejected' || memory.toldRefusal) return [];
    const tell = mayTell(look.state.settings.notifications.unsent, look);
    memory.toldRefusal = tell !== null;
    return tell ? [{ kind: 'refused', account, problem: account.outcome.problem }] : [];
  });
}

const LONG_WAIT_MS = 120_000;

/** One notification for all that wait by now, as after losing the network. */
function waiting(looked: Looked, look: Look): DueNotification[] {
  const late = looked.filter(
    ([{ outcome }, { waitsSince, toldWaiting }]) =>
      outcome?.kind === 'waiting' && !toldWaiting && waitsSince !== null && look.now - waitsSince >= LONG_WAIT_MS,
  );
  const first = late[0]?.[0].outcome;
  if (first?.kind !== 'waiting') return [];
  const tell = mayTell(look.state.settings.notifications.unsent, look);
  if (tell === null) return [];
  for (const [, memory] of late) memory.toldWaiting = true;
  return tell ? [{ kind: 'waiting', accounts: late.map(([account]) => account), problem: first.problem }] : [];
}

function signIn(looked: Looked, look: Look): DueNotification[] {
  return looked.flatMap(([account, memory]): DueNotification[] => {
    if (!memory.needsSignIn) return [];
    const tell = mayTell(look.state.settings.notifications.signIn, look);
    if (tell !== null) memory.needsSignIn = false;
    return tell ? [{ kind: 'sign-in', account }] : [];
  });
}
