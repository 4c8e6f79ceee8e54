/**
 * The Unicode emoji, with English names: column by column, so that it is small and quick to read. Written by
 * `build/emoji-data.ts`. The same place in each column is the same emoji.
 */
export interface EmojiData {
  emoji: string[];
  /** How many of them each category has, in order. */
  groups: { key: EmojiGroup; count: number }[];
  /** The version of Unicode's emoji list that brought it. */
  versions: number[];
  /** '1' where it comes in skin tones. */
  toned: string;
  names: string[];
  /** What else it can be found by, with spaces between. */
  words: string[];
  /** Without colons, with spaces between; GitHub's first. */
  shortcodes: string[];
  /** `:)` → its emoji. */
  emoticons: Record<string, string>;
}

/** The names in another language, in the same order; an empty one is not translated. */
export type LocalEmojiNames = Pick<EmojiData, 'names' | 'words'>;

export type EmojiGroup =
  | 'smileys-emotion'
  | 'people-body'
  | 'animals-nature'
  | 'food-drink'
  | 'travel-places'
  | 'activities'
  | 'objects'
  | 'symbols'
  | 'flags';

/** Every language that emojibase has, besides English itself. */
export const EMOJI_LANGUAGES = [
  ...['bn', 'da', 'de', 'en-gb', 'es', 'es-mx', 'et', 'fi', 'fr', 'hi', 'hu', 'it', 'ja', 'ko', 'lt', 'ms', 'nb'],
  ...['nl', 'pl', 'pt', 'ru', 'sv', 'th', 'uk', 'vi', 'zh', 'zh-hant'],
] as const;

/** The language to load for a BCP 47 tag besides English; null: English is all there is. */
export function emojiLanguage(locale: string): string | null {
  const { language, script, region } = new Intl.Locale(locale).maximize();
  const has = (tag: string) => (EMOJI_LANGUAGES as readonly string[]).includes(tag);
  const wanted = [
    `${language}-${region?.toLowerCase()}`,
    `${language}-${script?.toLowerCase()}`,
    language === 'no' || language === 'nn' ? 'nb' : language,
  ];
  return wanted.find(has) ?? null;
}

/** Reads one file of emoji: `en`, or one of the languages. Rejects when it isn't there. */
export type ReadEmojiFile = (language: string) => Promise<unknown>;

/** From the popup's own files; no network is involved. */
export const readEmojiFile: ReadEmojiFile = async (language) => {
  const response = await fetch(`./emoji-data/${language}.json.gz`);
  if (!response.ok || response.body === null) throw new Error(`No emoji data for ${language}`);
  return new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).json();
};
