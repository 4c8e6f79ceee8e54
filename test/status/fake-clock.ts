import type { Clock } from '../../electron/status/clock.ts';

export interface FakeClock extends Clock {
  /** Lets time pass, with every timer that falls due on the way, and what those start. */
  advance(ms: number): Promise<void>;
  /** Sets the clock on the wall; no time passes. */
  jump(ms: number): void;
  /** Time passes and no timer runs: the computer sleeps. */
  sleep(ms: number): void;
  pendingTimers(): number;
}

/** Lets promises, immediates and local sockets come to rest. */
export async function settle(rounds = 6): Promise<void> {
  for (let round = 0; round < rounds; round += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** `rest` lets everything that a timer starts come to rest before the next. */
export function createFakeClock(start: number, rest: () => Promise<void> = settle): FakeClock {
  let wall = start;
  let steady = 1_000;
  const timers = new Map<number, { at: number; callback: () => void }>();
  let nextId = 1;

  function due(limit: number) {
    const ready = [...timers].filter(([, { at }]) => at <= limit).sort(([, a], [, b]) => a.at - b.at);
    return ready[0] ?? null;
  }

  return {
    now: () => wall,
    steady: () => steady,
    random: () => 0.5,
    after(ms, callback) {
      const id = nextId++;
      timers.set(id, { at: steady + Math.max(0, ms), callback });
      return () => timers.delete(id);
    },
    async advance(ms) {
      const end = steady + ms;
      for (let next = due(end); next !== null; next = due(end)) {
        const [id, { at, callback }] = next;
        timers.delete(id);
        wall += Math.max(0, at - steady);
        steady = Math.max(steady, at);
        callback();
        await rest();
      }
      wall += end - steady;
      steady = end;
      await rest();
    },
    jump(ms) {
      wall += ms;
    },
    sleep(ms) {
      wall += ms;
      steady += ms;
      for (const timer of timers.values()) timer.at += ms;
    },
    pendingTimers: () => timers.size,
  };
}
