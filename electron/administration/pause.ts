import type { Result } from '../contract/result.ts';
import type { Clock } from '../status/clock.ts';

const LONGEST_TICK_MS = 60_000;
/** Where a server asks to slow down and does not say for how long. */
const USUAL_WAIT_MS = 30_000;
/** A server that is still not ready after so many pauses gets no more requests. */
const MOST_PAUSES = 10;

/** One pause for all requests of a job, so that several at once don't each find out for themselves. */
export interface Pause {
  /** When requests go on, in milliseconds since the epoch; null while there is no pause. */
  until(): number | null;
  /** Holds requests back for `ms` from now; a longer pause stays. */
  begin(ms: number): void;
  /** Repeats a request that the server wants later. null: given up, because `isCancelled` or `wake` said so. */
  patiently<T>(isCancelled: () => boolean, request: () => Promise<Result<T>>): Promise<Result<T> | null>;
  /** Lets those who wait look at once whether they have been cancelled. */
  wake(): void;
}

export function createPause(clock: Clock, onChange: () => void): Pause {
  let end: number | null = null;
  const waiting = new Set<() => void>();

  function tick(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        cancel();
        waiting.delete(done);
        resolve();
      };
      const cancel = clock.after(Math.min(ms, LONGEST_TICK_MS), done);
      waiting.add(done);
    });
  }

  async function over(isCancelled: () => boolean): Promise<void> {
    while (end !== null && !isCancelled()) {
      const rest = end - clock.now();
      if (rest > 0) await tick(rest);
      else {
        end = null;
        onChange();
      }
    }
  }

  function begin(ms: number): void {
    if (ms <= 0) return;
    end = Math.max(end ?? 0, clock.now() + ms);
    onChange();
  }

  return {
    until: () => end,
    begin,
    async patiently(isCancelled, request) {
      for (let pauses = 0; ; pauses += 1) {
        await over(isCancelled);
        if (isCancelled()) return null;
        const answer = await request();
        if (answer.ok || answer.problem.code !== 'rate-limited' || pauses >= MOST_PAUSES) return answer;
        begin(answer.problem.waitMs ?? USUAL_WAIT_MS);
      }
    },
    wake() {
      for (const done of [...waiting]) done();
    },
  };
}
