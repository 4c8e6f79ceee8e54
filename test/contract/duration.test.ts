import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { resolveDuration } from '../../electron/contract/duration.ts';
import { parseDuration } from '../../electron/contract/duration-input.ts';
import { LANGUAGES } from '../../electron/contract/language.ts';
import type { DurationRule } from '../../electron/contract/preset.ts';

const zoneAtStart = process.env.TZ;
const ZONES = ['UTC', 'Europe/Helsinki', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia'];

afterEach(() => {
  process.env.TZ = zoneAtStart;
});

/** Wednesday, 25 November 2026, 14:30 local time. */
const wednesday = () => new Date(2026, 10, 25, 14, 30).getTime();

function local(ms: number | null): string {
  if (ms === null) return 'none';
  const at = new Date(ms);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

describe('a duration rule', () => {
  const cases: Array<[DurationRule, string]> = [
    [{ kind: 'none' }, 'none'],
    [{ kind: 'minutes', minutes: 45 }, '2026-11-25 15:15'],
    [{ kind: 'time', hour: 17, minute: 0 }, '2026-11-25 17:00'],
    [{ kind: 'time', hour: 9, minute: 0 }, '2026-11-26 09:00'],
    [{ kind: 'tomorrow' }, '2026-11-26 00:00'],
    [{ kind: 'monday' }, '2026-11-30 00:00'],
  ];
  test.each(cases)('%j ends at %s', (rule, end) => {
    for (const zone of ZONES) {
      process.env.TZ = zone;
      expect(local(resolveDuration(rule, wednesday()))).toBe(end);
    }
  });

  test('on a Monday, Monday is the next one', () => {
    expect(local(resolveDuration({ kind: 'monday' }, new Date(2026, 10, 23, 0, 0).getTime()))).toBe('2026-11-30 00:00');
  });

  test('the night when clocks go forward is an hour shorter, a length is not', () => {
    process.env.TZ = 'Europe/Helsinki';
    const evening = new Date(2027, 2, 27, 23, 0).getTime();
    expect((resolveDuration({ kind: 'time', hour: 9, minute: 0 }, evening) ?? 0) - evening).toBe(9 * 3_600_000);
    expect((resolveDuration({ kind: 'minutes', minutes: 600 }, evening) ?? 0) - evening).toBe(10 * 3_600_000);
  });

  test('never ends in the past, in any zone, at any moment', () => {
    const rule = fc.oneof<fc.Arbitrary<DurationRule>[]>(
      fc.record({ kind: fc.constant('minutes' as const), minutes: fc.integer({ min: 1, max: 10_080 }) }),
      fc.record({ kind: fc.constant('time' as const), hour: fc.nat(23), minute: fc.nat(59) }),
      fc.constant({ kind: 'tomorrow' as const }),
      fc.constant({ kind: 'monday' as const }),
    );
    const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(rule, moment, fc.constantFrom(...ZONES), (anyRule, now, zone) => {
        process.env.TZ = zone;
        const until = resolveDuration(anyRule, now.getTime());
        expect(until).toBeGreaterThan(now.getTime());
        expect((until ?? 0) - now.getTime()).toBeLessThanOrEqual(8 * 24 * 3_600_000);
      }),
    );
  });
});

describe('a typed duration', () => {
  const understood: Array<[string, string]> = [
    ['45m', '2026-11-25 15:15'],
    ['45 min', '2026-11-25 15:15'],
    ['1h30', '2026-11-25 16:00'],
    ['1h 30m', '2026-11-25 16:00'],
    ['1.5h', '2026-11-25 16:00'],
    ['1,5 hours', '2026-11-25 16:00'],
    ['90', '2026-11-25 16:00'],
    ['for 2 hours', '2026-11-25 16:30'],
    ['15:15', '2026-11-25 15:15'],
    ['until 15:15', '2026-11-25 15:15'],
    ['9:00', '2026-11-26 09:00'],
    ['5pm', '2026-11-25 17:00'],
    ['5:30 PM', '2026-11-25 17:30'],
    ['12am', '2026-11-26 00:00'],
    ['tomorrow', '2026-11-26 00:00'],
    ['tomorrow 9:00', '2026-11-26 09:00'],
    ['today 17:00', '2026-11-25 17:00'],
    ['fri 9:00', '2026-11-27 09:00'],
    ['9:00 friday', '2026-11-27 09:00'],
    ['Friday at 5 pm', '2026-11-27 17:00'],
    ['wed', '2026-12-02 00:00'],
    ['wed 15:00', '2026-11-25 15:00'],
    ['24 Dec', '2026-12-24 00:00'],
    ['Dec 24 18:00', '2026-12-24 18:00'],
    ['3 february', '2027-02-03 00:00'],
    ['24.12.', '2026-12-24 00:00'],
    ['2026-12-24', '2026-12-24 00:00'],
    ['3 days', '2026-11-28 14:30'],
    ['2 weeks', '2026-12-09 14:30'],
  ];
  test.each(understood)('%s means %s', (text, end) => {
    const rule = parseDuration(text, wednesday(), 'en-GB');
    expect(rule && local(resolveDuration(rule, wednesday()))).toBe(end);
  });

  test.each([
    ['de', 'freitag 9:00', '2026-11-27 09:00'],
    ['de', 'morgen', '2026-11-26 00:00'],
    ['fr', 'vendredi 9:00', '2026-11-27 09:00'],
    ['es', '24 dic', '2026-12-24 00:00'],
    ['es', '24 de diciembre de 2026', '2026-12-24 00:00'],
    ['pt-BR', '24 de dez. 18:00', '2026-12-24 18:00'],
    ['ru', '24 декабря 18:00', '2026-12-24 18:00'],
    ['ru', '24 мая', '2027-05-24 00:00'],
    ['ru', '24 декабрь', '2026-12-24 00:00'],
    ['pl', '24 grudnia', '2026-12-24 00:00'],
    ['uk', '24 грудня', '2026-12-24 00:00'],
    ['ar', 'الجمعة ٩:٠٠', '2026-11-27 09:00'],
    ['ar', '٢٤ ديسمبر، 18:00', '2026-12-24 18:00'],
    ['he', 'יום ו׳ 9:00', '2026-11-27 09:00'],
    ['he', 'שישי 9:00', '2026-11-27 09:00'],
    ['he', '24 בדצמ׳', '2026-12-24 00:00'],
    ['hi', 'शुक्र 9:00', '2026-11-27 09:00'],
    ['hi', '२४ दिसंबर', '2026-12-24 00:00'],
    ['hi', '24 दिस॰', '2026-12-24 00:00'],
    ['ja', '金曜日 9:00', '2026-11-27 09:00'],
    ['ja', '金 9:00', '2026-11-27 09:00'],
    ['ja', '明日', '2026-11-26 00:00'],
    ['ja', '12月24日', '2026-12-24 00:00'],
    ['ja', '2027年2月3日 18:00', '2027-02-03 18:00'],
    ['ko', '금 9:00', '2026-11-27 09:00'],
    ['ko', '12월 24일 18:00', '2026-12-24 18:00'],
    ['zh-Hans', '周五 9:00', '2026-11-27 09:00'],
    ['zh-Hant', '週五 9:00', '2026-11-27 09:00'],
    ['zh-Hant', '12月24日', '2026-12-24 00:00'],
  ])('in %s, %s means %s', (locale, text, end) => {
    const rule = parseDuration(text, wednesday(), locale);
    expect(rule && local(resolveDuration(rule, wednesday()))).toBe(end);
  });

  test.each(LANGUAGES.map(({ tag }) => tag))('dates are understood as %s writes them', (tag) => {
    for (const month of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(tag, { day: 'numeric', month });
      for (let index = 0; index < 12; index += 1) {
        const date = new Date(index < 11 ? 2027 : 2026, index, 24);
        const written = format.format(date);
        expect(parseDuration(written, wednesday(), tag), written).toEqual({ kind: 'at', at: date.getTime() });
      }
    }
  });

  test.each([
    '',
    '   ',
    '0',
    '0m',
    'soon',
    '25:00',
    '13pm',
    '1h75',
    '31 feb',
    'j',
    'today',
    'today 9:00',
    '2020-01-01',
    '99999',
    '3 years',
    '-5',
    '5 5 5',
  ])('%s is not guessed at', (text) => {
    expect(parseDuration(text, wednesday(), 'en-GB')).toBeNull();
  });

  test('any text at all gives an end in the future or nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[0-9a-z :.]{1,12}$/)),
        (text) => {
          const rule = parseDuration(text, wednesday(), 'en-GB');
          if (rule !== null) expect(resolveDuration(rule, wednesday())).toBeGreaterThan(wednesday());
        },
      ),
    );
  });
});
