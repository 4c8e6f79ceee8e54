/** 0: none, the yellow one; 1 to 5: light to dark. */
export type SkinTone = 0 | 1 | 2 | 3 | 4 | 5;

export const SKIN_TONES: readonly SkinTone[] = [0, 1, 2, 3, 4, 5];

const FIRST_TONE = 0x1f3fb;
/** A handshake between two people has no tone of its own there; a selector after a person goes where a tone comes. */
const PEOPLE = /(?!(?<=\u200d)\u{1f91d})(\p{Emoji_Modifier_Base})\u{fe0f}?/gu;

/** The emoji with the same tone on everyone in it. https://www.unicode.org/reports/tr51/#Emoji_Modifiers_Table */
export function withSkinTone(emoji: string, tone: SkinTone): string {
  if (tone === 0) return emoji;
  return emoji.replace(PEOPLE, (_all, person: string) => person + String.fromCodePoint(FIRST_TONE + tone - 1));
}

/** The emoji as it is without any tone; a selector that a tone had replaced is not put back. */
export function withoutSkinTone(emoji: string): string {
  return emoji.replace(/[\u{1f3fb}-\u{1f3ff}]/gu, '');
}
