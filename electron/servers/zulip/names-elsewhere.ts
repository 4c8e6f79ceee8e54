import { readShortcodes, type ShortcodeTable } from '../shortcode-tables.ts';
import { codeSpellings, emojiCode, presentedCode } from './emoji-codes.ts';
import { type EmojiFields, unicodeType } from './emoji-fields.ts';

/** Those that Zulip's own names are likeliest to be among come first. */
const SETS = ['github', 'joypixels', 'cldr', 'emojibase'] as const;

/** At most this many names are offered for one emoji. */
const MOST_NAMES = 6;

let tables: ShortcodeTable[] | null = null;

/**
 * What to try on a server without a table: names known elsewhere. Some of them mean other pictures there, so the code
 * goes along, the plain one first: old servers kept the selectors in a few codes.
 */
export function candidateFields(emoji: string): EmojiFields[] {
  const keys = codeSpellings(emoji).map((spelling) => spelling.toUpperCase());
  const namesIn = (names: ShortcodeTable) => [keys.map((key) => names[key]).find((entry) => entry !== undefined) ?? []];
  tables ??= SETS.map(readShortcodes);
  const names = [...new Set(tables.flatMap(namesIn).flat())].slice(0, MOST_NAMES);
  const codes = [...new Set([emojiCode(emoji), presentedCode(emoji)])];
  return codes.flatMap((code) => names.map((name) => unicodeType(name, code)));
}
