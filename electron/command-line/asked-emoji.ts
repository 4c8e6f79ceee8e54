import type { OrganizationEmojiList } from '../contract/emoji.ts';
import { isRgiEmoji } from '../contract/rgi-emoji.ts';
import type { StatusEmoji } from '../contract/status.ts';
import { withEmojiPresentation } from '../contract/texts/emoji-presentation.ts';

/** A single emoji in its coloured form, or null for anything else. */
export function unicodeEmoji(typed: string): StatusEmoji | null {
  const value = withEmojiPresentation(typed.trim());
  return isRgiEmoji(value) ? { kind: 'unicode', value } : null;
}

/** What stands between the colons of `:name:`, or null for anything else. */
export function shortcodeIn(typed: string): string | null {
  return /^:([^:\s]+):$/.exec(typed.trim())?.[1] ?? null;
}

/** One of the organisations' own by its name, in their order. */
export function ownEmoji(name: string, organizations: readonly OrganizationEmojiList[]): StatusEmoji | null {
  const wanted = name.toLowerCase();
  const named = organizations.flatMap(({ emoji }) => emoji);
  const isNamed = (each: string) => each.toLowerCase() === wanted;
  const found = named.find(({ emoji }) => isNamed(emoji.name)) ?? named.find(({ aliases }) => aliases.some(isNamed));
  return found?.emoji ?? null;
}
