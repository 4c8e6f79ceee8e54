const VARIATION_SELECTOR_16 = '\u{fe0f}';

/**
 * The same emoji, drawn in colour: adds U+FE0F after a single character that fonts draw as text by default, such as ☎.
 * Sequences and characters that are emoji by default come back as they are. https://www.unicode.org/reports/tr51/#Presentation_Style
 */
export function withEmojiPresentation(emoji: string): string {
  const first = String.fromCodePoint(emoji.codePointAt(0) ?? 0);
  const drawnAsText = /^\p{Extended_Pictographic}$/u.test(first) && !/^\p{Emoji_Presentation}$/u.test(first);
  return drawnAsText && emoji === first ? emoji + VARIATION_SELECTOR_16 : emoji;
}
