import type { Problem, ProblemCode } from '../contract/problem.ts';
import { fail, ok, type Result } from '../contract/result.ts';
import type { Clock } from '../status/clock.ts';
import type { StoredOthersEnding, StoredOthersEndings } from '../storage/others-endings-schema.ts';
import type { Store } from '../storage/store.ts';
import { stillShows } from './held.ts';
import { earlierStatus } from './people-job.ts';
import type { RightsService } from './rights.ts';

/** Ends of other people's statuses, where their server does not end them: only while this app runs, or when it next starts. */
export interface OthersEndings {
  keep(ending: Pick<StoredOthersEnding, 'accountId' | 'personId' | 'status' | 'before'>): void;
  drop(accountId: string, personId: string): void;
  forget(accountId: string): void;
  /** Carries out what is due, and goes on at each end. */
  start(): void;
  stop(): void;
}

export interface OthersEndingsDeps {
  store: Store<StoredOthersEndings>;
  ask: RightsService['ask'];
  clock: Clock;
}

const LONGEST_TICK_MS = 60_000;
const FIRST_RETRY_MS = 60_000;
const LONGEST_RETRY_MS = 30 * 60_000;
/** An end this old is nobody's wish any more. */
const TOO_LATE_MS = 7 * 24 * 60 * 60_000;

/** Trying again would change nothing. */
const FINAL: readonly ProblemCode[] = ['person-unknown', 'not-permitted', 'not-found', 'not-on-this-server'];

export function createOthersEndings({ store, ask, clock }: OthersEndingsDeps): OthersEndings {
  let cancelTick = () => {};
  let isOn = false;
  let working: Promise<void> | null = null;
  const list = () => store.get().endings;
  const isSame = (a: StoredOthersEnding, b: Pick<StoredOthersEnding, 'accountId' | 'personId'>) =>
    a.accountId === b.accountId && a.personId === b.personId;

  function write(endings: StoredOthersEnding[]): void {
    store.set({ endings });
    schedule();
  }

  function replace(ending: StoredOthersEnding, next: StoredOthersEnding | null): void {
    // A newer status may have been set for them while the server was asked.
    if (!list().includes(ending)) return;
    write(list().flatMap((one) => (one === ending ? (next === null ? [] : [next]) : [one])));
  }

  function schedule(): void {
    cancelTick();
    if (!isOn || working !== null || list().length === 0) return;
    const next = Math.min(...list().map(({ dueAt }) => dueAt));
    cancelTick = clock.after(Math.min(Math.max(next - clock.now(), 0), LONGEST_TICK_MS), tick);
  }

  function tick(): void {
    const due = list().filter(({ dueAt }) => dueAt <= clock.now());
    working ??= carryOut(due).finally(() => {
      working = null;
      schedule();
    });
  }

  async function carryOut(due: StoredOthersEnding[]): Promise<void> {
    for (const ending of due) {
      const answer = await end(ending);
      if (answer.ok) replace(ending, null);
      else replace(ending, afterFailure(ending, answer.problem, clock.now()));
    }
  }

  /** Only what still shows is ended: what the person has changed since is theirs. */
  function end({ accountId, personId, status, before }: StoredOthersEnding): Promise<Result<null>> {
    return ask(accountId, async (its, server) => {
      const now = await its.readStatusOf(personId);
      if (!now.ok) return now;
      if (!stillShows(server, now.value, status)) return ok(null);
      const restores = status.then === 'restore' && before !== null;
      const next = restores ? earlierStatus(before, status, its, clock.now()) : its.clearedStatus;
      const written = await its.writeStatusOf(personId, next);
      return written.ok ? ok(null) : fail(written.problem);
    });
  }

  return {
    keep(ending) {
      const { until } = ending.status;
      if (until === null) throw new Error('Only a status with an end is kept.');
      write([...list().filter((one) => !isSame(one, ending)), { ...ending, dueAt: until, failures: 0 }]);
    },
    drop(accountId, personId) {
      const others = list().filter((one) => !isSame(one, { accountId, personId }));
      if (others.length < list().length) write(others);
    },
    forget(accountId) {
      const others = list().filter((one) => one.accountId !== accountId);
      if (others.length < list().length) write(others);
    },
    start() {
      isOn = true;
      schedule();
    },
    stop() {
      isOn = false;
      cancelTick();
    },
  };
}

/** null: given up. */
function afterFailure(ending: StoredOthersEnding, problem: Problem, now: number): StoredOthersEnding | null {
  const isTooLate = now - (ending.status.until ?? now) > TOO_LATE_MS;
  if (FINAL.includes(problem.code) || isTooLate) return null;
  const delay = Math.min(FIRST_RETRY_MS * 2 ** ending.failures, LONGEST_RETRY_MS);
  const asked = problem.code === 'rate-limited' ? (problem.waitMs ?? 0) : 0;
  return { ...ending, failures: ending.failures + 1, dueAt: now + Math.max(delay, asked) };
}
