import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';
import { shiftDate } from './shift-date.ts';

/** The computer's clocks, as this process sees them; timers go on as ever, since they stand still during sleep. */
export const computerClock = {
  /** So much time passes, all at once. */
  pass(ms: number): void {
    const { uptime } = os;
    os.uptime = () => uptime() + ms / 1_000;
    syncBuiltinESMExports();
    shiftDate(ms);
  },
  /** Somebody sets the clock on the wall. */
  set(byMs: number): void {
    shiftDate(byMs);
  },
};
