/**
 * What a user may expect of one account, said without any knowledge of how the app does it: the newest wish is shown
 * until its end; what it interrupted comes back where that was asked for; what others have put there is never
 * overwritten by an ending.
 */

export interface Times {
  /** The clock on the wall. */
  wall: number;
  /** Time as it truly passes. */
  steady: number;
}

export interface Wish {
  message: string;
  end: { clock: keyof Times; at: number } | null;
  then: 'clear' | 'restore';
}

interface Goal {
  id: string;
  kind: 'show' | 'put-back';
  /** What has to be shown; for an ending, each of several is right where the app can't know better. */
  targets: string[];
  wish: Wish | null;
  /** What the wish has interrupted, as far as the app was told. */
  ground: string | null;
  guarded: boolean;
  landed: boolean;
  /** The app has been told that something else is shown by now. */
  gone?: boolean;
}

export interface Facts {
  /** What the server shows, in truth. */
  shown: string;
  /** What the app has last been told that it shows. */
  reported: string | null;
  now: Times;
}

const TOLERANCE_MS = 1_000;
const LONGEST_DELAY_MS = 300_000;

export type Expectation = ReturnType<typeof createExpectation>;

export function createExpectation(name: string, endsByItself: boolean, facts: () => Facts) {
  let goal: Goal | null = null;
  let author: 'somebody' | 'app' | 'server' = 'somebody';
  let shown = facts().shown;
  let last: { earlier: Goal | null; reported: string | null } | null = null;
  let ids = 0;
  const answered = new Set<string>();
  /** What the last few wishes wanted shown: the app may have put it there. */
  let lately: string[] = [];
  let tries = { key: '', failed: 0, notBefore: 0 };

  const complain = (what: string): never => {
    throw new Error(`${name}: ${what}\n${JSON.stringify({ goal, author, facts: facts() })}`);
  };
  const newId = () => `${++ids}`;
  const left = ({ end }: Wish) => (end === null ? Number.POSITIVE_INFINITY : end.at - facts().now[end.clock]);

  function look(): void {
    if (facts().shown !== shown) author = 'server';
    shown = facts().shown;
    if (goal?.kind === 'show' && goal.wish !== null && left(goal.wish) <= 0) goal = ended(goal, goal.id);
  }

  function ended({ wish, ground, ...rest }: Goal, id: string): Goal {
    const targets = [wish?.then === 'restore' ? (ground ?? '') : ''];
    return { ...rest, id: `${id} end`, kind: 'put-back', targets, wish, ground, guarded: true, landed: false };
  }

  /** The goal that the app has to count as running: not one that it knows to be overwritten. */
  function running(): Goal | null {
    if (goal?.kind !== 'show') return null;
    noteGone(goal);
    return goal.gone ? null : goal;
  }

  function noteGone(it: Goal): void {
    const { reported } = facts();
    if (it.kind === 'show' && it.landed && reported !== null) it.gone = !it.targets.includes(reported);
  }

  function change(next: Goal): void {
    last = { earlier: goal === null || goal.landed || goal.gone ? running() : goal, reported: facts().reported };
    lately = [...lately, ...(goal?.targets ?? [])].slice(-12);
    goal = next;
  }

  function undo(): void {
    if (last === null) return;
    lately = [...lately, ...(goal?.targets ?? [])].slice(-12);
    const { earlier, reported } = last;
    const base = { id: newId(), guarded: true, landed: false };
    if (earlier === null) goal = { ...base, kind: 'put-back', targets: [reported ?? ''], wish: null, ground: null };
    else if (earlier.kind === 'show' && earlier.wish !== null && left(earlier.wish) <= 0)
      goal = ended(earlier, base.id);
    // What was still on its way goes on as it was; what had arrived yields to what others have put there since.
    else goal = { ...earlier, ...base, guarded: earlier.landed || earlier.guarded, gone: false };
    last = null;
  }

  return {
    look,
    set(wish: Wish) {
      look();
      const before = running();
      const isOnItsWay = goal !== null && !goal.landed && !goal.gone;
      const interrupted = before !== null || isOnItsWay ? goal?.targets[0] : facts().reported;
      const ground = before?.wish?.end != null ? before.ground : (interrupted ?? null);
      change({ id: newId(), kind: 'show', targets: [wish.message], wish, ground, guarded: false, landed: false });
    },
    clear() {
      look();
      const nothing = { wish: null, ground: null, guarded: false, landed: false };
      change({ id: newId(), kind: 'put-back', targets: [''], ...nothing });
    },
    end() {
      look();
      const before = running();
      if (before !== null) change(ended(before, newId()));
    },
    extend(ms: number) {
      look();
      const before = running();
      if (before?.wish?.end == null) return;
      const { wish } = before;
      const longer = { ...wish, end: { ...before.wish.end, at: before.wish.end.at + ms } };
      const tells = endsByItself && before.landed;
      goal = {
        ...before,
        id: newId(),
        wish: longer,
        guarded: before.guarded || tells,
        landed: before.landed && !tells,
      };
    },
    undo() {
      look();
      undo();
    },
    forgetUndo() {
      last = null;
    },
    elsewhere(message: string) {
      look();
      author = 'somebody';
      shown = message;
    },
    /** The user, the system or a new process asks for another try, so the wait begins anew. */
    kick() {
      tries = { ...tries, notBefore: 0 };
    },
    /** A new process offers no undo, tries at once, and may not know what its predecessor was answered at the last. */
    nextProcess(mayHaveMissedAnswers: boolean) {
      last = null;
      tries = { ...tries, notBefore: 0, failed: mayHaveMissedAnswers ? 0 : tries.failed };
      if (mayHaveMissedAnswers) answered.clear();
    },

    /** Before a request to write leaves; answers the wish that it is for. */
    sends(message: string) {
      look();
      if (goal === null) return complain(`sends “${message}” though nothing was asked for`);
      const { steady } = facts().now;
      const nearEnd = goal.wish !== null && Math.abs(left(goal.wish)) <= TOLERANCE_MS;
      if (!goal.targets.includes(message) && !nearEnd)
        complain(`sends “${message}”, which is not what was asked for last`);
      const isTheirs = author === 'somebody' && !goal.targets.includes(shown);
      // Nothing may be our own doing (a clear whose answer is still open), or that of a server that ends statuses.
      const looksEmptied = shown === '' && (endsByItself || lately.includes(''));
      // By its documentation such a server puts back what was there before: the same set elsewhere looks just so.
      const looksPutBack = endsByItself && goal.kind === 'put-back' && shown === goal.ground;
      const canTell = !looksEmptied && !looksPutBack;
      if (goal.guarded && isTheirs && canTell) complain(`overwrites “${shown}”`);
      if (answered.has(goal.id)) complain(`sends “${message}” again`);
      if (tries.key !== goal.id) tries = { key: goal.id, failed: 0, notBefore: 0 };
      if (steady < tries.notBefore) complain(`tries again ${tries.notBefore - steady} ms too early`);
      return goal.id;
    },
    /** After one has been answered, or not; `waitMs` is what the server asked for. */
    sent(wishId: string, arrived: boolean, gotAnswer: boolean, waitMs: number) {
      if (arrived) {
        author = 'app';
        shown = facts().shown;
      }
      if (gotAnswer && arrived) {
        answered.add(wishId);
        return;
      }
      const failed = tries.failed + 1;
      const wait = Math.max(Math.min(LONGEST_DELAY_MS, 2_000 * 2 ** (failed - 1)) / 2, waitMs);
      tries = { ...tries, failed, notBefore: facts().now.steady + wait };
    },

    /** At any moment of rest: who says "applied" has to be right. */
    rests(outcome: string | null, isEnded: boolean) {
      look();
      if (goal !== null) noteGone(goal);
      if (goal !== null && outcome === 'superseded') goal.gone = true;
      if (goal === null || outcome !== 'applied' || goal.landed) return;
      // Just over, and the app's next look at the clock is still to come.
      if (goal.kind === 'put-back' && !isEnded) return;
      if (!goal.targets.includes(shown)) complain('says “applied”');
      goal.landed = true;
    },
    /** When everything works again and time enough has passed. */
    settled(outcome: string | null) {
      look();
      if (facts().reported !== shown) complain('reports something else than the server shows');
      if (goal === null) return;
      const isShown = goal.targets.includes(shown);
      if (isShown && (outcome === 'applied' || (outcome === 'superseded' && author === 'somebody'))) return;
      if (author === 'somebody' && goal.kind === 'put-back' && goal.landed) return;
      const mayBeLeft = goal.guarded || goal.landed;
      if (author === 'somebody' && mayBeLeft && outcome === 'superseded') return;
      // It has put back what was there before, and the app was never told what that was.
      if (author === 'server' && goal.ground !== shown && shown !== '' && outcome === 'superseded') return;
      complain(`ends with outcome ${outcome}`);
    },
  };
}
