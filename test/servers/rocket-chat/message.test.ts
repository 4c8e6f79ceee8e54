import fc from 'fast-check';
import { expect, test } from 'vitest';
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
