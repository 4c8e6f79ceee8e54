import { isRgiEmoji } from '../../contract/rgi-emoji.ts';
import type { StatusEmoji } from '../../contract/status.ts';
import { keptText } from '../kept-text.ts';
import type { CustomEmoji } from '../known-emoji.ts';
import { createShortcodes } from './shortcodes.ts';

export const TEXT_LIMIT = { max: 120, counting: 'utf-16-units', emojiCounts: true } as const;

const SHORTCODE = /^:([\w+-]+):(?:\s+|$)/;
/** The first characters of a text, with enough room for the longest emoji. */
const FRONT = 64;
const builtIn = createShortcodes();
/** Made at first use: with it the tables of all languages are loaded. */
let graphemes: Intl.Segmenter | null = null;

/** Rocket.Chat has no field for the emoji: it stands in front of the text. */
export function messageOf(emoji: StatusEmoji | null, text: string): string {
  const front = emoji?.kind === 'custom' ? `:${emoji.name}:` : (emoji?.value ?? '');
  return `${front} ${keptText(text)}`.trim();
}

/**
 * Takes a message apart again: an emoji or a `:shortcode:` that stands by itself at its front, and the rest. `custom` are
 * the workspace's own emoji; while they are not known (null), every shortcode that is not built in is taken for one.
 */
export function splitMessage(
  message: string,
  serverUrl: string,
  custom: readonly CustomEmoji[] | null = null,
): { emoji: StatusEmoji | null; text: string } {
  const trimmed = message.trim();
  const shortcode = SHORTCODE.exec(trimmed);
  if (shortcode?.[1]) {
    const emoji = namedEmoji(shortcode[1], serverUrl, custom);
    return emoji === null ? { emoji, text: trimmed } : { emoji, text: trimmed.slice(shortcode[0].length).trim() };
  }
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  const [first] = graphemes.segment(trimmed.slice(0, FRONT));
  const value = first ? asEmoji(first.segment) : null;
  const rest = trimmed.slice(first?.segment.length ?? 0);
  if (value === null || /^\S/.test(rest)) return { emoji: null, text: trimmed };
  return { emoji: { kind: 'unicode', value }, text: rest.trim() };
}

/** The message as it is compared: nobody sees presentation selectors, how much space there is, or how an emoji is written. */
export function comparable(message: string, custom: readonly CustomEmoji[] | null = null): string {
  const { emoji, text } = splitMessage(message, '', custom);
  return messageOf(emoji, text).replaceAll('\u{FE0F}', '').replace(/\s+/g, ' ').trim();
}

/** A workspace's own emoji come before those built in. */
function namedEmoji(name: string, serverUrl: string, custom: readonly CustomEmoji[] | null): StatusEmoji | null {
  const own = custom?.find((emoji) => emoji.name === name || emoji.aliases.includes(name));
  if (own) return { kind: 'custom', serverUrl, name: own.name, code: own.code };
  const value = builtIn(name);
  if (value !== null) return { kind: 'unicode', value };
  return custom === null ? { kind: 'custom', serverUrl, name, code: name } : null;
}

/**
 * The emoji that one visible character is, with the presentation selector it needs; null for others. Signs such as © and ™
 * are emoji only where somebody has said so with a selector.
 */
function asEmoji(grapheme: string): string | null {
  if (isRgiEmoji(grapheme)) return grapheme;
  const selected = `${grapheme}\u{FE0F}`;
  const isPicture = /^\p{Extended_Pictographic}$/u.test(grapheme) && (grapheme.codePointAt(0) ?? 0) >= 0x2190;
  return isPicture && isRgiEmoji(selected) ? selected : null;
}
