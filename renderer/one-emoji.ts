import { isRgiEmoji } from '../electron/contract/rgi-emoji.ts';
import { withEmojiPresentation } from '../electron/contract/texts/emoji-presentation.ts';

const PLAIN = /^[ -~]*$/;
const WORD = /^\s*(?!\p{Emoji})\p{L}/u;

/** The first grapheme of what was typed, when it is an emoji, in its coloured form; null when it is anything else. */
export function firstEmoji(typed: string): string | null {
  // What is below takes long at first, and most of what is typed are words.
  if (PLAIN.test(typed) || WORD.test(typed)) return null;
  const [first] = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(typed.trim());
  if (first === undefined) return null;
  const emoji = withEmojiPresentation(first.segment);
  return isRgiEmoji(emoji) ? emoji : null;
}
