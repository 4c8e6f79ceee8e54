import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrivedEmoji, complete, typedShortcode, withEmoticon } from '../../../renderer/emoji/typed-emoji.ts';

const EMOTICONS = new Map([[':)', '🙂']]);

test.each([
  [':coff', 'coff'],
  ['Tea or :coff', 'coff'],
  ['(:+1', '+1'],
])('%s is a shortcode being typed', (text, typed) => {
  expect(typedShortcode(text, text.length)).toMatchObject({ typed, closed: false });
});

test.each([['at 12:30'], ['note:coffee'], [':c'], [': coffee'], ['::)']])('%s is none', (text) => {
  expect(typedShortcode(text, text.length)).toBeNull();
});

test('completes where it stands, and keeps what is behind', () => {
  const typed = typedShortcode('a :coff b', 7);
  expect(typed && complete('a :coff b', 7, typed, '☕')).toEqual({ text: 'a ☕ b', caret: 3 });
});

test('makes an emoticon an emoji when a space ends it', () => {
  expect(withEmoticon('ok :) ', 6, EMOTICONS)?.text).toBe('ok 🙂 ');
  expect(withEmoticon('ok :-) ', 7, EMOTICONS)?.text).toBe('ok 🙂 ');
  expect(withEmoticon('ok:) ', 5, EMOTICONS)).toBeNull();
  expect(withEmoticon('ok :)', 5, EMOTICONS)).toBeNull();
});

test.each([
  ['🍕 Pizza', { emoji: '🍕', text: 'Pizza' }],
  ['👩‍💻coding', { emoji: '👩‍💻', text: 'coding' }],
  ['☎ calls', { emoji: '☎️', text: 'calls' }],
  ['❤️', { emoji: '❤️', text: '' }],
])('%s brings an emoji', (text, arrived) => {
  expect(arrivedEmoji('', text)).toEqual(arrived);
});

test('leaves digits, words and what was there before alone', () => {
  expect(arrivedEmoji('', '3 pm')).toBeNull();
  expect(arrivedEmoji('', 'Pizza 🍕')).toBeNull();
  expect(arrivedEmoji('🍕 Pizz', '🍕 Pizza')).toBeNull();
});

test('no text is too strange', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat(200), (text, at) => {
      const caret = Math.min(at, text.length);
      const typed = typedShortcode(text, caret);
      if (typed !== null) expect(complete(text, caret, typed, '☕').text).toContain('☕');
      const arrived = arrivedEmoji('', text);
      if (arrived !== null) expect(text.trimStart().length).toBeGreaterThan(arrived.text.length);
      withEmoticon(text, caret, EMOTICONS);
    }),
  );
});
