import { ENGLISH } from '../language.ts';
import { DURATIONS } from '../languages/en/durations.ts';
import { hasTwelveHours } from '../locale.ts';
import type { DurationRule } from '../preset.ts';

const MINUTE = 60_000;
const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 1440;
/** CLDR's narrow one is missing in some tray fonts. */
const NO_BREAK_SPACE = '\u00a0';

/**
 * What a duration rule is called: “1 h”, “until 17:00”, “no end”. `locale` is the app's language as the user's region
 * writes it, and decides between 17:00 and 5:00 PM; `now` (milliseconds since the epoch) only matters for a moment
 * chosen by hand.
 */
export function durationText(rule: DurationRule, locale: string, now: number = Date.now()): string {
  switch (rule.kind) {
    case 'none':
      return DURATIONS.noEnd;
    case 'minutes':
      return minutesText(rule.minutes);
    case 'time':
      return DURATIONS.untilTime({ time: clockText(new Date(2000, 0, 1, rule.hour, rule.minute), locale) });
    case 'tomorrow':
      return DURATIONS.untilTomorrow;
    case 'monday':
      return DURATIONS.untilMonday;
    case 'at':
      return untilText(rule.at, now, locale);
  }
}

/**
 * When something ends, seen from `now`: “until 15:15”, “until tomorrow”, “until Fri 9:00”, “until 24 Dec”.
 * Both times in milliseconds since the epoch, read in the user's time zone.
 */
export function untilText(until: number, now: number, locale: string): string {
  const end = new Date(until);
  const days = daysBetween(new Date(now), end);
  const midnight = end.getHours() === 0 && end.getMinutes() === 0;
  const time = clockText(end, locale);
  if (days === 0) return DURATIONS.untilTime({ time });
  if (days === 1) return midnight ? DURATIONS.untilTomorrow : DURATIONS.untilTomorrowAt({ time });
  if (days > 1 && days < 7) {
    const day = end.toLocaleDateString(locale, { weekday: 'short' });
    return midnight ? DURATIONS.untilDay({ day }) : DURATIONS.untilDayAt({ day, time });
  }
  const otherYear = end.getFullYear() !== new Date(now).getFullYear();
  const date = end.toLocaleDateString(locale, {
    day: 'numeric',
    month: 'short',
    ...(otherYear && { year: 'numeric' }),
  });
  return DURATIONS.untilDate({ date });
}

/** “26 min left”, “2 h 41 min left”, “3 days left”; “over” when it has ended. Times in milliseconds. */
export function remainingText(until: number, now: number): string {
  return until <= now ? DURATIONS.over : DURATIONS.left({ duration: leftText(until, now) });
}

/** The same without “left”, for what is not over: “26 min”, “2 h 41 min”, “3 days”. */
export function leftText(until: number, now: number): string {
  const minutes = Math.ceil((until - now) / MINUTE);
  if (minutes < 2 * MINUTES_PER_DAY) return minutesText(minutes);
  return DURATIONS.days({ days: Math.round(minutes / MINUTES_PER_DAY) });
}

/** “just now”, “2 min ago”, “3 days ago”. Times in milliseconds. */
export function agoText(at: number, now: number): string {
  const minutes = Math.floor((now - at) / MINUTE);
  if (minutes < 1) return DURATIONS.justNow;
  if (minutes < MINUTES_PER_HOUR) return DURATIONS.minutesAgo({ minutes });
  if (minutes < 2 * MINUTES_PER_DAY) return DURATIONS.hoursAgo({ hours: Math.floor(minutes / MINUTES_PER_HOUR) });
  return DURATIONS.daysAgo({ days: Math.floor(minutes / MINUTES_PER_DAY) });
}

/** “40 s”, “3 min”: how long to wait, at least a second. */
export function waitText(seconds: number): string {
  if (seconds < 90) return DURATIONS.seconds({ seconds: Math.max(1, Math.ceil(seconds)) });
  return DURATIONS.minutes({ minutes: Math.ceil(seconds / 60) });
}

function minutesText(all: number): string {
  const days = all / MINUTES_PER_DAY;
  if (days > 1 && Number.isInteger(days)) return DURATIONS.days({ days });
  const hours = Math.floor(all / MINUTES_PER_HOUR);
  const minutes = all % MINUTES_PER_HOUR;
  if (hours === 0) return DURATIONS.minutes({ minutes });
  return minutes === 0 ? DURATIONS.hours({ hours }) : DURATIONS.hoursAndMinutes({ hours, minutes });
}

/** The time of day as the user's region writes it, without a leading zero. */
function clockText(time: Date, locale: string): string {
  const twelve = hasTwelveHours(locale);
  if (locale.startsWith(ENGLISH)) return englishClockText(time, twelve);
  const hourCycle = twelve ? 'h12' : 'h23';
  const text = time.toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit', hourCycle });
  return text.replace(/\s/g, NO_BREAK_SPACE);
}

/** By hand: asking for a format of times takes a browser longer than all else before the first frame. */
function englishClockText(time: Date, twelve: boolean): string {
  const hour = time.getHours();
  const minute = String(time.getMinutes()).padStart(2, '0');
  return twelve ? `${hour % 12 || 12}:${minute}${NO_BREAK_SPACE}${hour < 12 ? 'AM' : 'PM'}` : `${hour}:${minute}`;
}

/** Whole calendar days from `from` to `to`, in local time; UTC dates so that a change to summer time does not count. */
function daysBetween(from: Date, to: Date): number {
  const day = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((day(to) - day(from)) / (MINUTES_PER_DAY * MINUTE));
}
