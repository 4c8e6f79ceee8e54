import type { StatusEmoji } from '../../contract/status.ts';

export const TEXT_LIMIT = { max: 120, counting: 'utf-16-units', emojiCounts: true } as const;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const SHORTCODE = /^:([\w+-]+):(?:\s+|$)/;

/** Rocket.Chat has no field for the emoji: it stands in front of the text. */
export function messageOf(emoji: StatusEmoji | null, text: string): string {
  const front = emoji?.kind === 'custom' ? `:${emoji.name}:` : (emoji?.value ?? '');
  return `${front} ${text.trim()}`.trim();
}

/** Takes a message apart again: an emoji or a `:shortcode:` that stands by itself at its front, and the rest. */
export function splitMessage(message: string, serverUrl: string): { emoji: StatusEmoji | null; text: string } {
  const trimmed = message.trim();
  const name = SHORTCODE.exec(trimmed);
  if (name?.[1]) {
    return {
      emoji: { kind: 'custom', serverUrl, name: name[1], code: name[1] },
      text: trimmed.slice(name[0].length).trim(),
    };
  }
  const [first] = graphemes.segment(trimmed);
  const value = first ? asEmoji(first.segment) : null;
  const rest = trimmed.slice(first?.segment.length ?? 0);
  if (value === null || /^\S/.test(rest)) return { emoji: null, text: trimmed };
  return { emoji: { kind: 'unicode', value }, text: rest.trim() };
}

/** The message as it is compared: nobody sees presentation selectors, or how much space there is. */
export function comparable(message: string): string {
  return message.trim().replaceAll('\u{FE0F}', '').replace(/\s+/g, ' ');
}

/**
 * The emoji that one visible character is, with the presentation selector it needs; null for others. Signs such as © and ™
 * are emoji only where somebody has said so with a selector.
 */
function asEmoji(grapheme: string): string | null {
  if (/^\p{RGI_Emoji}$/v.test(grapheme)) return grapheme;
  const selected = `${grapheme}\u{FE0F}`;
  const isPicture = /^\p{Extended_Pictographic}$/u.test(grapheme) && (grapheme.codePointAt(0) ?? 0) >= 0x2190;
  return isPicture && /^\p{RGI_Emoji}$/v.test(selected) ? selected : null;
}
