import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { emojiData, localEmojiNames } from '../../../build/emoji-data.ts';
import { EMOJI_LANGUAGES, emojiLanguage } from '../../../renderer/emoji/emoji-data.ts';
import { withoutSkinTone, withSkinTone } from '../../../renderer/emoji/skin-tone.ts';

const data = emojiData();
const folder = dirname(fileURLToPath(import.meta.resolve('emojibase-data/package.json')));

test('has every language that emojibase has', () => {
  const there = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['en', 'meta', 'versions'].includes(entry.name))
    .map(({ name }) => name);
  expect([...EMOJI_LANGUAGES].sort()).toEqual(there.sort());
});

test('has a place in each column for each emoji', () => {
  const { emoji, groups, versions, toned, names, words, shortcodes } = data;
  const german = localEmojiNames('de');
  for (const column of [versions, toned, names, words, shortcodes, german.names, german.words]) {
    expect(column).toHaveLength(emoji.length);
  }
  expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(emoji.length);
  expect(names.every((name) => name !== '')).toBe(true);
});

test('has each emoji as Unicode recommends it, with no selector that is not needed', () => {
  for (const emoji of data.emoji) expect(emoji).toMatch(/^\p{RGI_Emoji}$/v);
  expect(data.emoji).toContain('☕');
  expect(data.emoji).toContain('☎️');
});

test('makes every skin tone that Unicode has, and takes it off again', () => {
  const toned = data.emoji.filter((_emoji, at) => data.toned[at] === '1');
  expect(toned).toHaveLength(330);
  for (const emoji of toned) {
    const dark = withSkinTone(emoji, 5);
    expect(dark).toMatch(/^\p{RGI_Emoji}$/v);
    expect(withoutSkinTone(dark)).not.toBe(dark);
  }
});

test.each([
  ['de-AT', 'de'],
  ['en-US', null],
  ['en-GB', 'en-gb'],
  ['zh-TW', 'zh-hant'],
  ['zh-CN', 'zh'],
  ['es-MX', 'es-mx'],
  ['nn-NO', 'nb'],
  ['tlh', null],
])('for %s, names are in %s', (locale, language) => {
  expect(emojiLanguage(locale)).toBe(language);
});

test('has the faces that people type, and none that is a word or a bracket’s end', () => {
  const usual = [':)', ':(', ':D', ';)', ':P', ':p', ':o', ':O', ':/', ':|', ":'(", ':*', '<3', '</3', '>:(', 'O:)'];
  expect(usual.filter((typed) => !(typed in data.emoticons))).toEqual([]);
  for (const word of ['XD', 'xo', '8)', 'D:', ':s', ':x']) expect(data.emoticons).not.toHaveProperty(word);
});
