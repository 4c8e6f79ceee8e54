import type { StatusEmoji } from '../../contract/status.ts';
import { type CustomEmoji, customThere, type EmojiNames, type EmojiThere, type ProvenNames } from '../known-emoji.ts';
import { codeSpellings, emojiCode, toneless } from './emoji-codes.ts';
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
  // Where there is no table, one is taken to be there until it has been tried.
  const isThere = names === null ? proven[emojiCode(emoji.value)] !== null : unicodeFields(emoji.value, names) !== null;
  if (!isThere) return { problem: { code: 'emoji-unknown', emoji: emoji.value } };
  return { emoji: { kind: 'unicode', value: toneless(emoji.value) } };
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

export function unicodeType(name: string, code: string): EmojiFields {
  return { emoji_name: name, emoji_code: code, reaction_type: 'unicode_emoji' };
}
