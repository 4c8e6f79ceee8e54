import { expect, test } from 'vitest';
import { emojiData, localEmojiNames } from '../../../build/emoji-data.ts';
import { createEmojiIndex, organizationSections, unicodeSections } from '../../../renderer/emoji/emoji-index.ts';
import { createSearch, emojiOfShortcode, searchEmoji, searchShortcodes } from '../../../renderer/emoji/emoji-search.ts';

const serverUrl = 'https://acme.example';
const data = emojiData();
const own = organizationSections([
  {
    serverUrl,
    serverName: 'Acme',
    emoji: [
      {
        emoji: { kind: 'custom', serverUrl, name: 'acme-beach', code: '7' },
        aliases: ['seaside'],
        picture: null,
        stillPicture: null,
      },
    ],
  },
]);
const english = createEmojiIndex([...unicodeSections(data, null, () => true), ...own], data.emoticons);
const german = createEmojiIndex(
  unicodeSections(data, localEmojiNames('de'), () => true),
  data.emoticons,
);
const keys = (found: { key: string }[]) => found.map(({ key }) => key);

test.each([
  ['coffee', '☕'],
  ['Hot Bev', '☕'],
  ['tada', '🎉'],
  ['palm tree', '🌴'],
  ['white_check', '✅'],
])('finds %s first', (query, emoji) => {
  expect(keys(searchEmoji(english, query))[0]).toBe(emoji);
});

test('finds by words in the user’s language, with and without accents, and in English', () => {
  expect(keys(searchEmoji(german, 'Kaffee'))).toContain('☕');
  expect(keys(searchEmoji(german, 'coffee'))).toContain('☕');
  expect(keys(searchEmoji(german, 'Glück'))).toEqual(keys(searchEmoji(german, 'gluck')));
});

test('finds an organisation’s own by name, by a part of it and by alias', () => {
  for (const query of ['acme-beach', 'beach', 'seaside']) {
    expect(keys(searchEmoji(english, query))).toContain(`${serverUrl} 7`);
  }
});

test('finds nothing for what is in no name', () => {
  expect(searchEmoji(english, 'qqzzx')).toEqual([]);
  expect(searchEmoji(english, '   ')).toEqual([]);
});

test('completes shortcodes, the whole ones first', () => {
  expect(keys(searchShortcodes(english, 'coff', 6))[0]).toBe('☕');
  expect(searchShortcodes(english, 'a', 6)).toHaveLength(6);
});

test('knows GitHub’s and JoyPixels’ shortcodes exactly, GitHub’s first', () => {
  expect(emojiOfShortcode(english, 'date')?.key).toBe('📅');
  expect(emojiOfShortcode(english, 'calendar')?.key).toBe('📆');
  expect(emojiOfShortcode(english, 'slight_smile')?.key).toBe('🙂');
  expect(emojiOfShortcode(english, 'acme-beach')?.key).toBe(`${serverUrl} 7`);
  expect(emojiOfShortcode(english, 'coff')).toBeNull();
});

test('leaves out what can not be drawn', () => {
  const few = unicodeSections(data, null, (_emoji, version) => version < 17);
  const count = (sections: { emoji: unknown[] }[]) => sections.reduce((sum, { emoji }) => sum + emoji.length, 0);
  expect(count(few)).toBe(data.versions.filter((version) => version < 17).length);
});

test('finds the same letter by letter as all at once, and after letters were taken away', () => {
  const search = createSearch(english);
  for (const typed of ['h', 'ho', 'hot', 'hot ', 'hot b', 'hot bev', 'hot', 'palm', '', 'pal', 'palm tree']) {
    expect(keys(search(typed)), typed).toEqual(keys(searchEmoji(english, typed)));
  }
});
