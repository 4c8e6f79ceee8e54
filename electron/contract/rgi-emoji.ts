const VARIATION_SELECTOR_16 = '\u{fe0f}';

// Not a literal, and spread so that no tool makes it one: V8 checks literals while it reads a script, and for this
// one makes its table of all emoji first, which takes longer than reading the rest of the popup's script.
const PATTERN: [string, string] = ['^\\p{RGI_Emoji}$', 'v'];

let pattern: RegExp | null = null;

/** True for exactly one emoji, sequences included, in the spelling that Unicode recommends: https://www.unicode.org/reports/tr51/#def_rgi_set */
export function isRgiEmoji(text: string): boolean {
  pattern ??= new RegExp(...PATTERN);
  return pattern.test(text);
}

/** Tables of codes leave out the presentation selector of emoji that are one character: this puts it back. */
export function fullyQualified(emoji: string): string {
  const selected = emoji + VARIATION_SELECTOR_16;
  return !isRgiEmoji(emoji) && isRgiEmoji(selected) ? selected : emoji;
}
