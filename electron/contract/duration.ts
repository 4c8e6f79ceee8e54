import type { DurationRule } from './preset.ts';

const MINUTE_MS = 60_000;

/**
 * When a status that starts at `now` ends under a rule, in milliseconds since the epoch; null: no end.
 * Days begin at local midnight, so nights with a clock change are 23 or 25 hours long, as on the wall.
 */
export function resolveDuration(rule: DurationRule, now: number): number | null {
  switch (rule.kind) {
    case 'none':
      return null;
    case 'minutes':
      return now + rule.minutes * MINUTE_MS;
    case 'time':
      return nextLocalTime(now, rule.hour, rule.minute);
    case 'tomorrow':
      return startOfDay(now, 1);
    case 'monday':
      return startOfDay(now, daysUntilMonday(now));
    case 'at':
      return rule.at > now ? rule.at : null;
  }
}

/** True where the rule names a length ("45 min") rather than a moment on the clock ("15:15"). */
export function isLength(rule: DurationRule): boolean {
  return rule.kind === 'minutes';
}

function startOfDay(now: number, daysAhead: number): number {
  const today = new Date(now);
  return new Date(today.getFullYear(), today.getMonth(), today.getDate() + daysAhead).getTime();
}

function nextLocalTime(now: number, hour: number, minute: number): number {
  const today = new Date(now);
  const at = (daysAhead: number) =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() + daysAhead, hour, minute).getTime();
  return at(0) > now ? at(0) : at(1);
}

/** 1 to 7: on a Monday it is the next one. */
function daysUntilMonday(now: number): number {
  return (8 - new Date(now).getDay()) % 7 || 7;
}
