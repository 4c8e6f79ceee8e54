import { codeSpellings, emojiCode, presentedCode } from './emoji-codes.ts';
import { type EmojiFields, unicodeType } from './emoji-fields.ts';

type NamesByCode = Record<string, string | string[]>;

/** At most this many names are offered for one emoji. */
const MOST_NAMES = 6;

/**
 * What to try on a server without a table: names known elsewhere. Some of them mean other pictures there, so the code
 * goes along, the plain one first: old servers kept the selectors in a few codes.
 */
export async function candidateFields(emoji: string): Promise<EmojiFields[]> {
  const keys = codeSpellings(emoji).map((spelling) => spelling.toUpperCase());
  const namesIn = (names: NamesByCode) => [keys.map((key) => names[key]).find((entry) => entry !== undefined) ?? []];
  const names = [...new Set((await loadNames()).flatMap(namesIn).flat())].slice(0, MOST_NAMES);
  const codes = [...new Set([emojiCode(emoji), presentedCode(emoji)])];
  return codes.flatMap((code) => names.map((name) => unicodeType(name, code)));
}

/** Only now: nearly no server needs them. Those that Zulip's own names are likeliest to be among come first. */
async function loadNames(): Promise<NamesByCode[]> {
  const json = { with: { type: 'json' } } as const;
  const files = await Promise.all([
    import('emojibase-data/en/shortcodes/github.json', json),
    import('emojibase-data/en/shortcodes/joypixels.json', json),
    import('emojibase-data/en/shortcodes/cldr.json', json),
    import('emojibase-data/en/shortcodes/emojibase.json', json),
  ]);
  return files.map((file) => file.default as NamesByCode);
}
