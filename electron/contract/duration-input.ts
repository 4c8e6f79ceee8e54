import { resolveDuration } from './duration.ts';
import type { DurationRule } from './preset.ts';

/** The longest end that is taken: anything later is more likely a slip of the fingers. */
const LONGEST_DAYS = 366;
const DAY_MINUTES = 24 * 60;

const LENGTH_UNITS: Record<string, number> = {
  m: 1,
  min: 1,
  mins: 1,
  minute: 1,
  minutes: 1,
  h: 60,
  hr: 60,
  hrs: 60,
  hour: 60,
  hours: 60,
};
const DAY_UNITS: Record<string, number> = { d: 1, day: 1, days: 1, w: 7, week: 7, weeks: 7 };

/**
 * What somebody means by a typed duration or end: `45m`, `1h30`, `90` (minutes), `15:15`, `5pm`, `fri 9:00`, `24 Dec`,
 * `tomorrow`, `2 weeks`. Names of days and months are those of `locale` and English ones, also shortened to three
 * letters or more. null where it can't be understood or would lie in the past: nothing is guessed.
 */
export function parseDuration(text: string, now: number, locale: string): DurationRule | null {
  const words = normalise(text);
  if (words === '') return null;
  const rule = parseLength(words) ?? parseDays(words, now) ?? parseMoment(words, now, locale);
  if (rule === null) return null;
  const until = resolveDuration(rule, now);
  return until !== null && until > now && until <= addDays(now, LONGEST_DAYS) ? rule : null;
}

function normalise(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[٠-٩۰-۹०-९]/g, asciiDigit)
    .replace(/^(until|till|for)\s+/, '')
    .replace(/\s+/g, ' ');
}

/** Arabic and Hindi keyboards may type digits of their own. */
function asciiDigit(digit: string): string {
  return String(
    [...'٠۰०'].map((zero) => digit.charCodeAt(0) - zero.charCodeAt(0)).find((value) => value >= 0 && value < 10),
  );
}

function parseLength(words: string): DurationRule | null {
  const plain = /^\d{1,4}$/.exec(words);
  if (plain !== null) return minutes(Number(words));
  const clock = /^(\d{1,3})\s?h\s?(\d{1,2})(?:\s?m(?:in)?)?$/.exec(words);
  if (clock !== null) return Number(clock[2]) < 60 ? minutes(Number(clock[1]) * 60 + Number(clock[2])) : null;
  const single = /^(\d{1,4}(?:[.,]\d{1,2})?)\s?([a-z]+)$/.exec(words);
  const unit = LENGTH_UNITS[single?.[2] ?? ''];
  return single === null || unit === undefined ? null : minutes(Number((single[1] ?? '').replace(',', '.')) * unit);
}

function minutes(count: number): DurationRule | null {
  const whole = Math.round(count);
  return whole >= 1 && whole <= LONGEST_DAYS * DAY_MINUTES ? { kind: 'minutes', minutes: whole } : null;
}

/** Days and weeks end at the same time on the wall, whatever the clocks did in between. */
function parseDays(words: string, now: number): DurationRule | null {
  const match = /^(\d{1,3})\s?([a-z]+)$/.exec(words);
  const days = DAY_UNITS[match?.[2] ?? ''];
  return match === null || days === undefined ? null : { kind: 'at', at: addDays(now, Number(match[1]) * days) };
}

function parseMoment(words: string, now: number, locale: string): DurationRule | null {
  const alone = parseTime(words);
  if (alone !== null) return { kind: 'time', ...alone };
  if (words === 'tomorrow' || words === relativeWord(1, locale)) return { kind: 'tomorrow' };
  // The time comes last, "fri 9:00", or first, "9:00 fri"; without one the day begins at midnight.
  for (const [day, time] of splits(words)) {
    const clock = time === '' ? { hour: 0, minute: 0 } : parseTime(time);
    const at = clock === null ? null : parseDay(day, clock, time !== '', now, locale);
    if (at !== null) return { kind: 'at', at };
  }
  return null;
}

function splits(words: string): Array<[day: string, time: string]> {
  const parts = words
    .replace(/[,،]/g, ' ')
    .replace(/\s(at|um|à)\s/g, ' ')
    .split(/\s+/);
  const result: Array<[string, string]> = [[parts.join(' '), '']];
  for (const length of [1, 2]) {
    if (parts.length <= length) continue;
    result.push([parts.slice(0, -length).join(' '), parts.slice(-length).join(' ')]);
    result.push([parts.slice(length).join(' '), parts.slice(0, length).join(' ')]);
  }
  return result;
}

interface Time {
  hour: number;
  minute: number;
}

function parseTime(words: string): Time | null {
  const match = /^(\d{1,2})(?:[:.](\d{2}))?\s?(am|pm|a\.m\.|p\.m\.)?$/.exec(words);
  if (match === null || (match[2] === undefined && match[3] === undefined)) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  const half = match[3]?.[0];
  if (minute > 59 || hour > 23 || (half !== undefined && (hour < 1 || hour > 12))) return null;
  if (half === undefined) return { hour, minute };
  return { hour: (hour % 12) + (half === 'p' ? 12 : 0), minute };
}

function parseDay(words: string, time: Time, timed: boolean, now: number, locale: string): number | null {
  const today = new Date(now);
  const at = (year: number, month: number, day: number) => {
    const date = new Date(year, month, day, time.hour, time.minute);
    return date.getDate() === day && date.getMonth() === month ? date.getTime() : null;
  };
  const daysAhead = (days: number) =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() + days, time.hour, time.minute).getTime();
  if (words === 'today' || words === relativeWord(0, locale)) return timed && daysAhead(0) > now ? daysAhead(0) : null;
  if (words === 'tomorrow' || words === relativeWord(1, locale)) return daysAhead(1);
  const weekday = nameIndex(words, 7, weekdayNames(locale), weekdayNames('en'));
  if (weekday !== null) {
    const ahead = (weekday - today.getDay() + 7) % 7;
    return daysAhead(ahead) > now ? daysAhead(ahead) : daysAhead(ahead + 7);
  }
  const date = parseDate(words, locale);
  if (date === null) return null;
  if (date.year !== null) return at(date.year, date.month, date.day);
  const thisYear = at(today.getFullYear(), date.month, date.day);
  return thisYear !== null && thisYear > now ? thisYear : at(today.getFullYear() + 1, date.month, date.day);
}

function parseDate(words: string, locale: string): { year: number | null; month: number; day: number } | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (iso !== null) return { year: Number(iso[1]), month: Number(iso[2]) - 1, day: Number(iso[3]) };
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.?\s?(\d{4})?$/.exec(words);
  if (dotted !== null) return { year: yearOf(dotted[3]), month: Number(dotted[2]) - 1, day: Number(dotted[1]) };
  // As the app writes them in Japanese, Chinese and Korean: 12月24日, 12월 24일.
  const signed = /^(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]$/.exec(words);
  if (signed !== null) return { year: yearOf(signed[1]), month: Number(signed[2]) - 1, day: Number(signed[3]) };
  // In Spanish and Portuguese: 24 de diciembre de 2026.
  const bare = words.replace(/ de /g, ' ');
  const named =
    /^(?:(\d{1,2})(?:\.|st|nd|rd|th)? )?([\p{L}\p{M}]+[.׳॰]?)(?: (\d{1,2})(?:st|nd|rd|th)?)?(?: (\d{4}))?$/u.exec(bare);
  if (named === null || (named[1] === undefined) === (named[3] === undefined)) return null;
  const month = nameIndex(named[2] ?? '', 12, monthNames(locale), monthNames('en'));
  return month === null ? null : { year: yearOf(named[4]), month, day: Number(named[1] ?? named[3]) };
}

function yearOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

/** A whole name, or its beginning where that names just one. */
function nameIndex(word: string, count: number, ...lists: string[][]): number | null {
  const start = bareName(word);
  for (const names of lists) {
    const whole = names.indexOf(start);
    if (whole !== -1) return whole % count;
    const begun = new Set(
      names.flatMap((name, index) => (start.length >= 2 && name.startsWith(start) ? [index % count] : [])),
    );
    if (begun.size === 1) return [...begun][0] ?? null;
  }
  return null;
}

/** Sunday first, long names and then short ones. */
function weekdayNames(locale: string): string[] {
  return names(locale, 7, (index) => new Date(Date.UTC(2023, 0, 1 + index)), 'weekday');
}

function monthNames(locale: string): string[] {
  const dateOf = (index: number) => new Date(Date.UTC(2023, index, 1));
  return [...names(locale, 12, dateOf, 'month'), ...monthNamesBehindDays(locale, dateOf)];
}

/** Slavic languages inflect a month that has a day before it: “grudzień”, but “24 grudnia”. */
function monthNamesBehindDays(locale: string, dateOf: (index: number) => Date): string[] {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, index) => {
    const month = format.formatToParts(dateOf(index)).find(({ type }) => type === 'month');
    return bareName(month?.value.toLowerCase() ?? '');
  });
}

function names(locale: string, count: number, dateOf: (index: number) => Date, part: 'weekday' | 'month'): string[] {
  return (['long', 'short'] as const).flatMap((style) => {
    const format = new Intl.DateTimeFormat(locale, { [part]: style, timeZone: 'UTC' });
    return Array.from({ length: count }, (_, index) => bareName(format.format(dateOf(index)).toLowerCase()));
  });
}

/** Without the mark that it may be shortened by, and without the Hebrew “day” before it or “in”, as in “24 in Dec”. */
function bareName(name: string): string {
  return name.replace(/[.׳॰]$/, '').replace(/^(?:יום |ב)(?=.)/, '');
}

function relativeWord(days: 0 | 1, locale: string): string {
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day').toLowerCase();
}

function addDays(now: number, days: number): number {
  const date = new Date(now);
  date.setDate(date.getDate() + days);
  return date.getTime();
}
