import { expect, onTestFinished, test } from 'vitest';
import { compiledTranslation } from '../../../build/languages.ts';
import { speak } from '../../../electron/contract/languages/texts.ts';
import { agoText, durationText, remainingText, untilText } from '../../../electron/contract/texts/duration-texts.ts';

const MINUTE = 60_000;
/** A Wednesday, 12:34 local time. */
const NOW = new Date(2026, 10, 18, 12, 34).getTime();
const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();

test.each([
  [{ kind: 'none' }, 'no end'],
  [{ kind: 'minutes', minutes: 30 }, '30 min'],
  [{ kind: 'minutes', minutes: 60 }, '1 h'],
  [{ kind: 'minutes', minutes: 90 }, '1 h 30 min'],
  [{ kind: 'minutes', minutes: 2880 }, '2 days'],
  [{ kind: 'time', hour: 17, minute: 0 }, 'until 17:00'],
  [{ kind: 'tomorrow' }, 'until tomorrow'],
  [{ kind: 'monday' }, 'until Monday'],
] as const)('names the rule %j', (rule, words) => {
  expect(durationText(rule, 'en-DE', NOW)).toBe(words);
});

test.each([
  [at(18, 15, 15), 'until 15:15'],
  [at(19, 0), 'until tomorrow'],
  [at(19, 9), 'until tomorrow 9:00'],
  [at(20, 9), 'until Fri 9:00'],
  [at(23, 0), 'until Mon'],
  [new Date(2026, 11, 24, 9).getTime(), 'until 24 Dec'],
  [new Date(2027, 0, 2, 9).getTime(), 'until 2 Jan 2027'],
])('names the end %i as “%s”', (until, words) => {
  expect(untilText(until, NOW, 'en-GB')).toBe(words);
});

test('writes times and dates as the region does', () => {
  expect(untilText(at(18, 15, 15), NOW, 'en-US')).toBe('until 3:15\u00a0PM');
  expect(untilText(new Date(2026, 11, 24, 9).getTime(), NOW, 'en-US')).toBe('until Dec 24');
});

test('rounds what is left up and what has passed down', () => {
  expect(remainingText(NOW + 25 * MINUTE + 1, NOW)).toBe('26 min left');
  expect(remainingText(NOW + 161 * MINUTE, NOW)).toBe('2 h 41 min left');
  expect(remainingText(NOW + 3 * 1440 * MINUTE, NOW)).toBe('3 days left');
  expect(remainingText(NOW, NOW)).toBe('over');
  expect(agoText(NOW - 59_999, NOW)).toBe('just now');
  expect(agoText(NOW - 2.9 * MINUTE, NOW)).toBe('2 min ago');
  expect(agoText(NOW - 3 * 1440 * MINUTE, NOW)).toBe('3 days ago');
});

// “Las 1:00” and “alle 1:00” would be wrong, “la 13:00” and “all’13:00” too: nothing may depend on the hour.
test.each([
  ['es', 'hasta 1:00', 'hasta 13:00', 'hasta mañana, 1:00', 'hasta el vie, 1:00'],
  ['it', 'fino alle ore 1:00', 'fino alle ore 13:00', 'fino a domani, ore 1:00', 'fino a ven, ore 1:00'],
  ['pt-BR', 'até 1:00', 'até 13:00', 'até amanhã, 1:00', 'até sex. 1:00'],
])('%s says one o’clock like every other hour', (tag, one, thirteen, tomorrow, friday) => {
  onTestFinished(() => speak('en', {}));
  speak(tag, compiledTranslation(tag, ['durations']));
  expect(untilText(at(19, 1), at(19, 0), tag)).toBe(one);
  expect(untilText(at(18, 13), NOW, tag)).toBe(thirteen);
  expect(untilText(at(19, 1), NOW, tag)).toBe(tomorrow);
  expect(untilText(at(20, 1), NOW, tag)).toBe(friday);
});
