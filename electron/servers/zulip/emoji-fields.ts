import githubNames from 'emojibase-data/en/shortcodes/github.json' with { type: 'json' };
import joypixelsNames from 'emojibase-data/en/shortcodes/joypixels.json' with { type: 'json' };
import type { StatusEmoji } from '../../contract/status.ts';
import { type CustomEmoji, customThere, type EmojiNames, type EmojiThere, type ProvenNames } from '../known-emoji.ts';
import { codeSpellings, emojiCode, presentedCode, toneless } from './emoji-codes.ts';
import { customType } from './status-parts.ts';

/** The three parameters that name an emoji; all empty for none. */
export interface EmojiFields {
  emoji_name: string;
  emoji_code: string;
  reaction_type: string;
}

export const NO_EMOJI: EmojiFields = { emoji_name: '', emoji_code: '', reaction_type: '' };

/** What one server is known to have; null: not read yet. */
export interface EmojiThereDeps {
  serverUrl: string;
  names: EmojiNames | null;
  custom: readonly CustomEmoji[] | null;
  proven: ProvenNames;
}

/** What Zulip shows for an emoji: Unicode's by the server's own table and without skin tones, and its own. */
export function zulipEmojiThere(emoji: StatusEmoji, { serverUrl, names, custom, proven }: EmojiThereDeps): EmojiThere {
  if (emoji.kind === 'custom') return customThere(emoji, serverUrl, custom);
  const isThere = names === null ? mayBeThere(emoji.value, proven) : unicodeFields(emoji.value, names) !== null;
  if (!isThere) return { problem: { code: 'emoji-unknown', emoji: emoji.value } };
  return { emoji: { kind: 'unicode', value: toneless(emoji.value) } };
}

/** Until it has been tried, an emoji with a name is taken to be there. */
function mayBeThere(emoji: string, proven: ProvenNames): boolean {
  return proven[emojiCode(emoji)] !== null && candidateFields(emoji).length > 0;
}

export function customFields(emoji: Extract<StatusEmoji, { kind: 'custom' }>): EmojiFields {
  return { emoji_name: emoji.name, emoji_code: emoji.code, reaction_type: customType(emoji) };
}

/** By code from the server's own table: names mean other pictures elsewhere. null: the server does not have it. */
export function unicodeFields(emoji: string, names: EmojiNames): EmojiFields | null {
  const code = codeSpellings(emoji).find((spelling) => Object.hasOwn(names, spelling));
  const name = code === undefined ? undefined : names[code]?.[0];
  return code === undefined || name === undefined ? null : unicodeType(name, code);
}

/** At most this many names are offered for one emoji. */
const MOST_NAMES = 4;

/**
 * Names known elsewhere, for servers without a table. Some of them mean other pictures there: the code goes along, the
 * plain one first. Old servers kept the selectors in a few codes.
 */
export function candidateFields(emoji: string): EmojiFields[] {
  const keys = codeSpellings(emoji).map((spelling) => spelling.toUpperCase());
  const namesIn = (table: Record<string, string | string[]>) =>
    [keys.map((key) => table[key]).find((entry) => entry !== undefined) ?? []].flat();
  const names = [...new Set([...namesIn(githubNames), ...namesIn(joypixelsNames)])].slice(0, MOST_NAMES);
  const codes = [...new Set([emojiCode(emoji), presentedCode(emoji)])];
  return codes.flatMap((code) => names.map((name) => unicodeType(name, code)));
}

export function unicodeType(name: string, code: string): EmojiFields {
  return { emoji_name: name, emoji_code: code, reaction_type: 'unicode_emoji' };
}
