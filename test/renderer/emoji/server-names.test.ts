import { expect, test } from 'vitest';
import { emojiData } from '../../../build/emoji-data.ts';
import { createEmojiIndex, unicodeSections } from '../../../renderer/emoji/emoji-index.ts';
import { emojiOfShortcode, fittingShortcode, searchShortcodes } from '../../../renderer/emoji/emoji-search.ts';
import { withServerNames } from '../../../renderer/emoji/server-names.ts';

const data = emojiData();
const plain = createEmojiIndex(
  unicodeSections(data, null, () => true),
  data.emoticons,
);
const named = withServerNames(plain, {
  '1f6e0': 'working_on_it hammer_and_wrench tools',
  '1f4c6': 'date',
  '1f4c5': 'calendar',
  '2764': 'heart love_you',
  '1f468-200d-1f469-200d-1f466': 'little_family',
  'no code': 'nonsense',
});
const first = (typed: string) => searchShortcodes(named, typed, 6)[0];

test.each([
  ['working_on_it', '🛠'],
  ['love_you', '❤'],
  ['little_fam', '👨‍👩‍👦'],
])('a name that only a server has completes: %s', (typed, key) => {
  expect(first(typed)).toMatchObject({ key });
  expect(searchShortcodes(plain, typed, 1)[0]?.key).not.toBe(key);
});

test('the names known everywhere still do, and faces too', () => {
  expect(first('hammer_and_w')).toMatchObject({ key: '🛠' });
  expect(first('coff')).toMatchObject({ key: '☕' });
  expect(named.emoticons).toEqual(plain.emoticons);
});

test('a name that means another picture there means that one, and is offered first', () => {
  expect(emojiOfShortcode(plain, 'date')?.key).toBe('📅');
  expect(emojiOfShortcode(named, 'date')?.key).toBe('📆');
  expect(emojiOfShortcode(named, 'calendar')?.key).toBe('📅');
  expect(first('date')?.key).toBe('📆');
});

test('the list shows the name that is being typed', () => {
  const one = first('working');
  expect(one && fittingShortcode(one, 'working')).toBe('working_on_it');
});
