import { uptime } from 'node:os';
import type { Clock } from '../status/clock.ts';

/** The computer's own time. The time since it was booted goes on while it sleeps and never jumps. */
export const realClock: Clock = {
  now: () => Date.now(),
  steady: () => uptime() * 1_000,
  random: () => Math.random(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
