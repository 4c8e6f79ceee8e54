const PRESENTATION_SELECTOR = '\u{FE0F}';
const SKIN_TONES = /[\u{1F3FB}-\u{1F3FF}]/gu;

/**
 * Zulip's code of a Unicode emoji: code points in lower-case hexadecimal of at least four digits, joined with `-`.
 * Zulip has neither presentation selectors (but see `codeSpellings`) nor skin tones.
 */
export function emojiCode(emoji: string): string {
  return hexadecimal(emoji.replaceAll(PRESENTATION_SELECTOR, '').replace(SKIN_TONES, ''));
}

/** The spellings under which a server's table may hold an emoji: a few old entries kept their presentation selector. */
export function codeSpellings(emoji: string): string[] {
  const toneless = emoji.replace(SKIN_TONES, '');
  return [...new Set([emojiCode(emoji), hexadecimal(toneless), `${emojiCode(emoji)}-fe0f`])];
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
  return [bare, everywhere, afterFirst].find((spelling) => /^\p{RGI_Emoji}$/v.test(spelling)) ?? emoji;
}

function needsSelector(char: string): boolean {
  return /\p{Emoji}/u.test(char) && !/\p{Emoji_Presentation}|\p{Emoji_Modifier}/u.test(char);
}

function hexadecimal(text: string): string {
  return [...text].map((char) => (char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('-');
}
