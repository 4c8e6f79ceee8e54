import type { OrganizationEmojiList } from '../../electron/contract/emoji.ts';
import { createDraws } from './drawable.ts';
import { type EmojiData, emojiLanguage, type LocalEmojiNames, type ReadEmojiFile } from './emoji-data.ts';
import {
  createEmojiIndex,
  type EmojiIndex,
  organizationSections,
  type Section,
  unicodeSections,
} from './emoji-index.ts';

export { createCompleter } from './emoji-search.ts';
export { warmUp } from './warm-up.ts';

/** English and the user's language; a language that can't be read is done without. */
export async function loadUnicodeEmoji(
  readFile: ReadEmojiFile,
  locale: string,
): Promise<{ sections: Section[]; emoticons: Record<string, string> }> {
  const language = emojiLanguage(locale);
  const [data, local] = await Promise.all([
    readFile('en') as Promise<EmojiData>,
    language === null ? null : (readFile(language) as Promise<LocalEmojiNames>).catch(() => null),
  ]);
  const face = getComputedStyle(document.documentElement).getPropertyValue('--emoji-face') || 'sans-serif';
  return { sections: unicodeSections(data, local, createDraws(face)), emoticons: data.emoticons };
}

/** Organisations' own emoji stand after Unicode's: there may be thousands of them. Each has a place to jump to. */
export function buildIndex(
  unicode: Section[],
  organizations: readonly OrganizationEmojiList[],
  emoticons: Record<string, string>,
): EmojiIndex {
  return createEmojiIndex([...unicode, ...organizationSections(organizations)], emoticons);
}
