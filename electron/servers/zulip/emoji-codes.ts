import { isRgiEmoji } from '../../contract/rgi-emoji.ts';

const PRESENTATION_SELECTOR = '\u{FE0F}';
const SKIN_TONES = /[\u{1F3FB}-\u{1F3FF}]/gu;
const SKIN_TONE = /[\u{1F3FB}-\u{1F3FF}]/u;

/**
 * Pairs whose two people can have different skin tones: what remains of them without the tones is no emoji, the pair is
 * one of its own. https://unicode.org/reports/tr51/#multiperson_skintones
 */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['1faf1-200d-1faf2', '1f91d'],
  ['1f469-200d-1f91d-200d-1f469', '1f46d'],
  ['1f469-200d-1f91d-200d-1f468', '1f46b'],
  ['1f468-200d-1f91d-200d-1f468', '1f46c'],
  ['1f9d1-200d-2764-200d-1f48b-200d-1f9d1', '1f48f'],
  ['1f9d1-200d-2764-200d-1f9d1', '1f491'],
  ['1f9d1-200d-1f430-200d-1f9d1', '1f46f'],
  ['1f468-200d-1f430-200d-1f468', '1f46f-200d-2642'],
  ['1f469-200d-1f430-200d-1f469', '1f46f-200d-2640'],
  ['1f9d1-200d-1faef-200d-1f9d1', '1f93c'],
  ['1f468-200d-1faef-200d-1f468', '1f93c-200d-2642'],
  ['1f469-200d-1faef-200d-1f469', '1f93c-200d-2640'],
]);

/**
 * Zulip's code of a Unicode emoji: code points in lower-case hexadecimal of at least four digits, joined with `-`.
 * Zulip has neither presentation selectors (but see `codeSpellings`) nor skin tones.
 */
export function emojiCode(emoji: string): string {
  const code = hexadecimal(emoji.replaceAll(PRESENTATION_SELECTOR, '').replace(SKIN_TONES, ''));
  return PAIRS.get(code) ?? code;
}

/** The spellings under which a server's table may hold an emoji: a few old entries kept their presentation selector. */
export function codeSpellings(emoji: string): string[] {
  const toneless = emoji.replace(SKIN_TONES, '');
  const code = emojiCode(emoji);
  return [...new Set([code, hexadecimal(toneless), presentedCode(emoji), `${code}-fe0f`])];
}

/** The code with every selector that the emoji needs to be shown in colour. */
export function presentedCode(emoji: string): string {
  return hexadecimal(presented(emojiFromCode(emojiCode(emoji)) ?? emoji.replace(SKIN_TONES, '')));
}

/** True for two spellings of one code. */
export function isSameCode(one: string, other: string): boolean {
  return one.replaceAll('-fe0f', '') === other.replaceAll('-fe0f', '');
}

/** The emoji without skin tones, which Zulip does not have. */
export function toneless(emoji: string): string {
  return SKIN_TONE.test(emoji) && [...emoji].length > 1 ? (emojiFromCode(emojiCode(emoji)) ?? emoji) : emoji;
}

/** The emoji for one of Zulip's codes, with a presentation selector where a font would else draw a text glyph; null for nonsense. */
export function emojiFromCode(code: string): string | null {
  if (!/^[\da-f]{4,6}(-[\da-f]{4,6})*$/i.test(code)) return null;
  const points = code.split('-').map((hex) => Number.parseInt(hex, 16));
  if (points.some((point) => point > 0x10ffff)) return null;
  return presented(String.fromCodePoint(...points));
}

/** Adds U+FE0F where the emoji needs it: after the first character, or after each that does not show as emoji by itself. */
export function presented(emoji: string): string {
  const bare = emoji.replaceAll(PRESENTATION_SELECTOR, '');
  const everywhere = [...bare].map((char) => (needsSelector(char) ? char + PRESENTATION_SELECTOR : char)).join('');
  const first = [...bare];
  const afterFirst = [`${first[0] ?? ''}${PRESENTATION_SELECTOR}`, ...first.slice(1)].join('');
  return [bare, everywhere, afterFirst].find((spelling) => isRgiEmoji(spelling)) ?? emoji;
}

function needsSelector(char: string): boolean {
  return /\p{Emoji}/u.test(char) && !/\p{Emoji_Presentation}|\p{Emoji_Modifier}/u.test(char);
}

function hexadecimal(text: string): string {
  return [...text].map((char) => (char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('-');
}
