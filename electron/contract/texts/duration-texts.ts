import type { DurationRule } from '../preset.ts';

const MINUTE = 60_000;
const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 1440;

/**
 * What a duration rule is called: “1 h”, “until 17:00”, “no end”. `locale` decides between 17:00 and 5:00 PM;
 * `now` (milliseconds since the epoch) only matters for a moment chosen by hand.
 */
export function durationText(rule: DurationRule, locale: string, now: number = Date.now()): string {
  switch (rule.kind) {
    case 'none':
      return 'no end';
    case 'minutes':
      return minutesText(rule.minutes);
    case 'time':
      return `until ${clockText(new Date(2000, 0, 1, rule.hour, rule.minute), locale)}`;
    case 'tomorrow':
      return 'until tomorrow';
    case 'monday':
      return 'until Monday';
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
  if (days === 0) return `until ${clockText(end, locale)}`;
  if (days === 1) return midnight ? 'until tomorrow' : `until tomorrow ${clockText(end, locale)}`;
  if (days > 1 && days < 7) {
    const weekday = end.toLocaleDateString('en', { weekday: 'short' });
    return midnight ? `until ${weekday}` : `until ${weekday} ${clockText(end, locale)}`;
  }
  const otherYear = end.getFullYear() !== new Date(now).getFullYear();
  return `until ${end.toLocaleDateString(englishFor(locale), {
    day: 'numeric',
    month: 'short',
    ...(otherYear && { year: 'numeric' }),
  })}`;
}

/** “26 min left”, “2 h 41 min left”, “3 days left”; “over” when it has ended. Times in milliseconds. */
export function remainingText(until: number, now: number, _locale: string): string {
  if (until <= now) return 'over';
  const minutes = Math.ceil((until - now) / MINUTE);
  if (minutes < 2 * MINUTES_PER_DAY) return `${minutesText(minutes)} left`;
  return `${Math.round(minutes / MINUTES_PER_DAY)} days left`;
}

/** “just now”, “2 min ago”, “3 days ago”. Times in milliseconds. */
export function agoText(at: number, now: number, _locale: string): string {
  const minutes = Math.floor((now - at) / MINUTE);
  if (minutes < 1) return 'just now';
  if (minutes < MINUTES_PER_HOUR) return `${minutes} min ago`;
  if (minutes < 2 * MINUTES_PER_DAY) return `${Math.floor(minutes / MINUTES_PER_HOUR)} h ago`;
  return `${Math.floor(minutes / MINUTES_PER_DAY)} days ago`;
}

function minutesText(minutes: number): string {
  const days = minutes / MINUTES_PER_DAY;
  if (days > 1 && Number.isInteger(days)) return `${days} days`;
  const hours = Math.floor(minutes / MINUTES_PER_HOUR);
  const rest = minutes % MINUTES_PER_HOUR;
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(' ');
}

/**
 * The locale with its clock written out, such as `en-GB-u-hc-h23`. To be called once, in the main process: finding out
 * loads a browser's tables of all regions, which takes the popup longer than drawing its first frame.
 */
export function withHourCycle(locale: string): string {
  return new Intl.Locale(locale, { hourCycle: hasTwelveHours(locale) ? 'h12' : 'h23' }).toString();
}

function hasTwelveHours(locale: string): boolean {
  const written = /-u-(?:\w+-)*hc-h(\d\d)/i.exec(locale)?.[1];
  if (written !== undefined) return written === '12' || written === '11';
  return new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 === true;
}

/** The time of day as the user's region writes it, without a leading zero. */
function clockText(time: Date, locale: string): string {
  const hour = time.getHours();
  const minute = String(time.getMinutes()).padStart(2, '0');
  // A space that does not break; the narrow one of CLDR is missing in some tray fonts.
  if (hasTwelveHours(locale)) return `${hour % 12 || 12}:${minute}\u00a0${hour < 12 ? 'AM' : 'PM'}`;
  return `${hour}:${minute}`;
}

/** The app speaks English; the region still decides whether the day or the month comes first. */
function englishFor(locale: string): string {
  return /[-_]US\b/i.test(locale) || /^en(?:-u-|$)/i.test(locale) ? 'en-US' : 'en-GB';
}

/** Whole calendar days from `from` to `to`, in local time; UTC dates so that a change to summer time does not count. */
function daysBetween(from: Date, to: Date): number {
  const day = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((day(to) - day(from)) / (MINUTES_PER_DAY * MINUTE));
}
