import { expect, test } from 'vitest';
import type { DurationRule } from '../../electron/contract/preset.ts';
import { printDuration, readDuration } from '../../electron/exchange/duration-words.ts';

const RULES: DurationRule[] = [
  { kind: 'none' },
  { kind: 'minutes', minutes: 1 },
  { kind: 'minutes', minutes: 90 },
  { kind: 'time', hour: 9, minute: 5 },
  { kind: 'time', hour: 0, minute: 0 },
  { kind: 'tomorrow' },
  { kind: 'monday' },
  { kind: 'at', at: Date.UTC(2026, 11, 24, 12) },
];

test.each(RULES)('%o reads as it was printed', (rule) => {
  expect(readDuration(printDuration(rule))).toEqual(rule);
});

test('people may write it in other ways', () => {
  expect(readDuration('1h')).toEqual({ kind: 'minutes', minutes: 60 });
  expect(readDuration('1 h 15 min')).toEqual({ kind: 'minutes', minutes: 75 });
  expect(readDuration(' 45 ')).toEqual({ kind: 'minutes', minutes: 45 });
  expect(readDuration('Tomorrow')).toEqual({ kind: 'tomorrow' });
  expect(readDuration('2026-12-24T12:00')).toEqual({ kind: 'at', at: new Date(2026, 11, 24, 12).getTime() });
});

test.each(['', 'soon', '-5m', '0', '25:00', '9:5', '2026-12-24', '2026-99-99T00:00', '999999m', '1h1h'])(
  '“%s” is none',
  (words) => {
    expect(readDuration(words)).toBeNull();
  },
);
