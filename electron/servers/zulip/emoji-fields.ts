import shortcodes from 'emojibase-data/en/shortcodes/github.json' with { type: 'json' };
import { fail, ok, type Result } from '../../contract/result.ts';
import type { StatusEmoji } from '../../contract/status.ts';
import { codeSpellings, emojiCode } from './emoji-codes.ts';
import type { EmojiNames } from './emoji-table.ts';
import { customType } from './status-parts.ts';

/** The three parameters that name an emoji; all empty for none. */
export interface EmojiFields {
  emoji_name: string;
  emoji_code: string;
  reaction_type: string;
}

const NONE: EmojiFields = { emoji_name: '', emoji_code: '', reaction_type: '' };

/**
 * How to name `emoji` on a server, the best spelling first. A picture is looked up by code in the server's own table.
 * Without one (`names` is null: not read yet, or before Zulip 6.0) names known elsewhere are offered. Some of them mean
 * other pictures there, but the code goes along and the server refuses a name that does not belong to it.
 */
export function emojiFields(
  emoji: StatusEmoji | null,
  serverUrl: string,
  names: EmojiNames | null,
): Result<[EmojiFields, ...EmojiFields[]]> {
  if (!emoji) return ok([NONE]);
  if (emoji.kind === 'custom') {
    if (emoji.serverUrl !== serverUrl) return fail({ code: 'emoji-unknown', emoji: `:${emoji.name}:` });
    return ok([{ emoji_name: emoji.name, emoji_code: emoji.code, reaction_type: customType(emoji) }]);
  }
  const [first, ...rest] = names ? fromTable(emoji.value, names) : fromShortcodes(emoji.value);
  return first ? ok([first, ...rest]) : fail({ code: 'emoji-unknown', emoji: emoji.value });
}

function fromTable(emoji: string, names: EmojiNames): EmojiFields[] {
  const code = codeSpellings(emoji).find((spelling) => Object.hasOwn(names, spelling));
  const name = code === undefined ? undefined : names[code]?.[0];
  return code === undefined || name === undefined ? [] : [unicodeFields(name, code)];
}

function fromShortcodes(emoji: string): EmojiFields[] {
  const code = emojiCode(emoji);
  const table: Record<string, string | string[]> = shortcodes;
  const keys = codeSpellings(emoji).map((spelling) => spelling.toUpperCase());
  const found = keys.map((key) => table[key]).find((entry) => entry !== undefined) ?? [];
  return [found].flat().map((name) => unicodeFields(name, code));
}

function unicodeFields(name: string, code: string): EmojiFields {
  return { emoji_name: name, emoji_code: code, reaction_type: 'unicode_emoji' };
}
