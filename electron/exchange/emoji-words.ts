import type { StatusEmoji } from '../contract/status.ts';
import { emojiByShortcode } from '../servers/shortcode-tables.ts';

const LONGEST = 64;

let byName: Map<string, string> | null = null;

/**
 * The emoji that a file means: one as it is, or a `:shortcode:` as Slack (whose names are iamcal's), GitHub and
 * Rocket.Chat have them, with Slack's `::skin-tone-2:` to `6`. null for everything else.
 * https://github.com/iamcal/emoji-data
 */
export function readEmoji(words: string): StatusEmoji | null {
  const text = words.trim();
  const code = /^:?([\w+-]+):?(?::skin-tone-([2-6]):?)?$/.exec(text);
  const value = code === null ? itself(text) : withTone(named(code[1] ?? ''), code[2]);
  return value === null ? null : { kind: 'unicode', value };
}

/** Any sign that a newer Unicode may know as an emoji, but no words. */
function itself(text: string): string | null {
  const isSign = /^[^\p{Letter}\p{White_Space}\p{Control}]+$/u.test(text) && /\P{ASCII}/u.test(text);
  return isSign && text.length <= LONGEST ? text : null;
}

function named(name: string): string | null {
  byName ??= emojiByShortcode('iamcal', 'github', 'joypixels');
  return byName.get(name.toLowerCase()) ?? null;
}

function withTone(emoji: string | null, tone: string | undefined): string | null {
  const base = emoji?.replace(/\u{FE0F}$/u, '');
  if (emoji === null || tone === undefined || !/^\p{Emoji_Modifier_Base}$/u.test(base ?? '')) return emoji;
  return `${base}${String.fromCodePoint(0x1f3f9 + Number(tone))}`;
}
