import { withEmojiPresentation } from '../electron/contract/texts/emoji-presentation.ts';

/** The first grapheme of what was typed, when it is an emoji, in its coloured form; null when it is anything else. */
export function firstEmoji(typed: string): string | null {
  // What is below takes long at first, and most of what is typed are words.
  if (/^\s*(?!\p{Emoji})\p{L}/u.test(typed)) return null;
  const [first] = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(typed.trim());
  if (first === undefined) return null;
  const emoji = withEmojiPresentation(first.segment);
  // Made when needed: as a literal it costs the popup's start some milliseconds, for a table of all emoji.
  return /^\p{RGI_Emoji}$/v.test(emoji) ? emoji : null;
}
