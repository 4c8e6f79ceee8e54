import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CustomEmoji } from '../../../electron/servers/known-emoji.ts';
import { comparable, messageOf, splitMessage } from '../../../electron/servers/rocket-chat/message.ts';

const SERVER = 'https://chat.example.org';
const unicode = (value: string) => ({ kind: 'unicode' as const, value });
const custom = (name: string) => ({ kind: 'custom' as const, serverUrl: SERVER, name, code: name });

test.each([
  ['🌴 On holiday', unicode('🌴'), 'On holiday'],
  ['🌴On holiday', null, '🌴On holiday'],
  ['🌴', unicode('🌴'), ''],
  ['👨‍👩‍👧 home', unicode('👨‍👩‍👧'), 'home'],
  ['👍🏽 yes', unicode('👍🏽'), 'yes'],
  ['🇩🇪 away', unicode('🇩🇪'), 'away'],
  ['1️⃣ first', unicode('1️⃣'), 'first'],
  ['✈️ flying', unicode('✈️'), 'flying'],
  ['✈ flying', unicode('✈️'), 'flying'],
  ['🌴🌴 two', null, '🌴🌴 two'],
  [':party: yes', custom('party'), 'yes'],
  [':party:', custom('party'), ''],
  [':party:yes', null, ':party:yes'],
  [':palm_tree: On holiday', unicode('🌴'), 'On holiday'],
  [':airplane: flying', unicode('✈️'), 'flying'],
  [':flag_de: home', unicode('🇩🇪'), 'home'],
  [':hash:', unicode('#️⃣'), ''],
  [':man_technologist_tone5: coding', unicode('👨🏿‍💻'), 'coding'],
  ['1 hour', null, '1 hour'],
  ['#1', null, '#1'],
  ['© 2026', null, '© 2026'],
  ['at 10:30:15 sharp', null, 'at 10:30:15 sharp'],
  ['  ', null, ''],
  ['', null, ''],
])('%j is taken apart', (message, emoji, text) => {
  expect(splitMessage(message, SERVER)).toEqual({ emoji, text });
});

test('what is put together comes apart the same', () => {
  const emoji = fc.constantFrom(null, unicode('🌴'), unicode('☕'), unicode('❤️'), unicode('🧑‍💻'), custom('party'));
  const text = fc.string({ unit: 'grapheme' }).filter((one) => splitMessage(one, SERVER).emoji === null);
  fc.assert(
    fc.property(emoji, text, (front, words) => {
      // A mark that combines with a space before it belongs to nobody's text.
      fc.pre(!/^\p{M}/u.test(words.trim()));
      expect(splitMessage(messageOf(front, words), SERVER)).toEqual({ emoji: front, text: words.trim() });
    }),
  );
});

test('a message compares the same before and after it is taken apart', () => {
  const parts = fc.array(fc.constantFrom('🌴', '✈', '✈️', ' ', 'x', ':party:', '1', '️'));
  fc.assert(
    fc.property(
      fc.oneof(
        parts.map((all) => all.join('')),
        fc.string({ unit: 'grapheme' }),
      ),
      (message) => {
        const { emoji, text } = splitMessage(message, SERVER);
        expect(comparable(messageOf(emoji, text))).toBe(comparable(message));
      },
    ),
    { numRuns: 1000 },
  );
});

test('what a font draws differently compares the same, other words do not', () => {
  expect(comparable(messageOf(unicode('✈️'), ' x '))).toBe(comparable('✈ x'));
  expect(comparable('✈ x')).not.toBe(comparable('✈ y'));
});

const own = (name: string, aliases: string[] = []): CustomEmoji => {
  return { code: name, name, aliases, picture: null, stillPicture: null, deactivated: false };
};

test('once the own emoji are known, only they and those built in are taken for emoji', () => {
  const known = [own('party', ['fest']), own('palm_tree')];
  expect(splitMessage(':party: yes', SERVER, known)).toEqual({ emoji: custom('party'), text: 'yes' });
  expect(splitMessage(':fest: yes', SERVER, known)).toEqual({ emoji: custom('party'), text: 'yes' });
  // One's own comes before a built-in one of the same name.
  expect(splitMessage(':palm_tree: yes', SERVER, known)).toEqual({ emoji: custom('palm_tree'), text: 'yes' });
  expect(splitMessage(':house: yes', SERVER, known)).toEqual({ emoji: unicode('🏠'), text: 'yes' });
  expect(splitMessage(':nope: yes', SERVER, known)).toEqual({ emoji: null, text: ':nope: yes' });
});

test('an emoji compares the same however it was written', () => {
  expect(comparable(':palm_tree: On holiday')).toBe(comparable('🌴 On holiday'));
  expect(comparable(':palm_tree: x')).not.toBe(comparable('🏝️ x'));
});
