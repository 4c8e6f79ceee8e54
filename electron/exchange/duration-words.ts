import type { DurationRule } from '../contract/preset.ts';

const MINUTES_PER_YEAR = 366 * 24 * 60;

/** A duration as it stands in a file: `none`, `45m`, `17:00`, `tomorrow`, `monday`, or a moment such as `2026-12-24T12:00:00.000Z`. */
export function printDuration(rule: DurationRule): string {
  switch (rule.kind) {
    case 'minutes':
      return `${rule.minutes}m`;
    case 'time':
      return `${rule.hour}:${String(rule.minute).padStart(2, '0')}`;
    case 'at':
      return new Date(rule.at).toISOString();
    default:
      return rule.kind;
  }
}

/** The same read back; also `1h`, `1h30` and a date without a zone, which is local time. null for everything else. */
export function readDuration(words: string): DurationRule | null {
  const text = words.trim().toLowerCase();
  if (text === 'none' || text === 'tomorrow' || text === 'monday') return { kind: text };
  const length = /^(?:(\d{1,4})\s?h)?\s?(?:(\d{1,6})(?:\s?m(?:in)?)?)?$/.exec(text);
  if (length !== null && text !== '') return inMinutes(Number(length[1] ?? 0) * 60 + Number(length[2] ?? 0));
  const time = /^(\d{1,2}):(\d{2})$/.exec(text);
  if (time !== null) {
    const [hour, minute] = [Number(time[1]), Number(time[2])];
    return hour < 24 && minute < 60 ? { kind: 'time', hour, minute } : null;
  }
  const at = /^\d{4}-\d{2}-\d{2}t\d{2}:\d{2}/.test(text) ? Date.parse(text.toUpperCase()) : Number.NaN;
  return Number.isNaN(at) ? null : { kind: 'at', at };
}

/** null where it is not a whole number of minutes that a status may last. */
export function inMinutes(minutes: number): DurationRule | null {
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= MINUTES_PER_YEAR ? { kind: 'minutes', minutes } : null;
}
