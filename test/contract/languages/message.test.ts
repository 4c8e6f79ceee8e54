import { expect, expectTypeOf, test } from 'vitest';
import { compileMessages, type Messages } from '../../../build/languages.ts';
import { LANGUAGES } from '../../../electron/contract/language.ts';
import type { Text } from '../../../electron/contract/languages/message.ts';
import { listed, speak, spokenLanguage, texts } from '../../../electron/contract/languages/texts.ts';

const areas = (messages: Messages) => ({ proof: compileMessages(messages, 'here') });

/** As the build does it. */
const area = <const M extends object>(english: M) =>
  texts('proof', compileMessages(english as unknown as Messages, 'here') as unknown as M);

test('says what has no arguments as it stands', () => {
  const T = area({ title: 'Settings', group: { back: 'Back' } });
  expect(T.title).toBe('Settings');
  expect(T.group.back).toBe('Back');
});

test('fills in arguments, counts and chooses', () => {
  const T = area({
    read: 'read {ago}',
    found: '{count, plural, =0 {Nobody} one {# person at {server}} other {# people at {server}}}',
    state: '{state, select, on {It is on} other {It is off}}.',
  });
  expect(T.read({ ago: '2 min ago' })).toBe('read 2 min ago');
  expect([0, 1, 12345].map((count) => T.found({ count, server: 'Acme' }))).toEqual([
    'Nobody',
    '1 person at Acme',
    '12345 people at Acme',
  ]);
  expect(T.state({ state: 'on' })).toBe('It is on.');
  expect(T.state({ state: 'anything' })).toBe('It is off.');
});

test('leaves out the forms that read like the one for all other numbers', () => {
  const found = '{count, plural, =0 {None} one {# found} other {# found}}';
  expect(compileMessages({ found }, '').found).toEqual([
    ['count', { '=0': 'None', other: [['count'], ' found'] }, 'number'],
  ]);
  const T = area({ found: '{count, plural, =0 {None} one {# found} other {# found}}' });
  expect([0, 1, 2].map((count) => T.found({ count }))).toEqual(['None', '1 found', '2 found']);
  speak('uk', areas({ found: '{count, plural, one {# особа} few {# особи} many {# осіб} other {# особи}}' }));
  expect([1, 3, 5, 1.5].map((count) => T.found({ count }))).toEqual(['1 особа', '3 особи', '5 осіб', '1.5 особи']);
  speak('en', {});
});

test('speaks another language in the very objects that somebody holds, and English for what it lacks', () => {
  const group = area({ group: { title: 'People', found: '{count, plural, one {# person} other {# people}}' } }).group;
  const ukrainian = '{count, plural, one {# особа} few {# особи} many {# осіб} other {# особи}}';
  speak('uk', areas({ group: { found: ukrainian } }));
  expect(spokenLanguage()).toBe('uk');
  expect([1, 3, 5, 21].map((count) => group.found({ count }))).toEqual(['1 особа', '3 особи', '5 осіб', '21 особа']);
  expect(group.title).toBe('People');
  expect(listed(['Acme', 'Beta'])).toBe('Acme і Beta');

  speak('en', {});
  expect(group.found({ count: 2 })).toBe('2 people');
});

test('writes numbers as all languages of the app do, without marks between thousands', () => {
  const T = area({ some: '{chosen} of {count}' });
  for (const { tag } of LANGUAGES) {
    speak(tag, {});
    expect(T.some({ chosen: 2, count: 1000 })).toBe(
      `${new Intl.NumberFormat(tag).format(2)} of ${new Intl.NumberFormat(tag, { useGrouping: false }).format(1000)}`,
    );
  }
  speak('en', {});
});

test('keeps names apart from writing that goes the other way', () => {
  const T = area({ on: 'On {server} ({count})' });
  speak('he', areas({ on: 'ב-{server} ({count})' }));
  expect(T.on({ server: 'Acme!', count: 2 })).toBe('ב-\u2068Acme!\u2069 (2)');
  speak('en', {});
});

test('names the place of a message that is none', () => {
  expect(() => compileMessages({ now: { read: 'read {ago' } }, 'durations')).toThrow(
    /durations: now: read: “read {ago”/,
  );
  expect(() => compileMessages({ at: '{time, date, short}' }, 'durations')).toThrow(/only arguments/);
  expect(() => compileMessages({ at: '{count, plural, one {1}}' }, 'durations')).toThrow(/is no ICU message/);
});

test('the compiler knows the arguments of a message', () => {
  expectTypeOf<Text<'Settings'>>().toEqualTypeOf<string>();
  expectTypeOf<Text<'read {ago}'>>().toEqualTypeOf<(args: { ago: string | number }) => string>();
  expectTypeOf<Text<'{count, plural, one {one {person}} other {# of {all}}}, {end}'>>().toEqualTypeOf<
    (args: { count: number; person: string | number; all: string | number; end: string | number }) => string
  >();
  expectTypeOf<Text<'{state, select, on {on {place}} other {{n, plural, one {#} other {#}}}}'>>().toEqualTypeOf<
    (args: { state: string; place: string | number; n: number }) => string
  >();
});
