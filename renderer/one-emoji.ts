import { withEmojiPresentation } from '../electron/contract/texts/emoji-presentation.ts';

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
const EMOJI = /^\p{RGI_Emoji}$/v;

/** The first grapheme of what was typed, when it is an emoji, in its coloured form; null when it is anything else. */
export function firstEmoji(typed: string): string | null {
  const [first] = GRAPHEMES.segment(typed.trim());
  if (first === undefined) return null;
  const emoji = withEmojiPresentation(first.segment);
  return EMOJI.test(emoji) ? emoji : null;
}
