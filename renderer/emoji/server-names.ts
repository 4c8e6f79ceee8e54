import type { EmojiNamesThere } from '../../electron/contract/emoji.ts';
import { createEmojiIndex, type EmojiIndex, type Pickable } from './emoji-index.ts';

/** The index with what servers call Unicode's emoji in front of the names that are known everywhere. */
export function withServerNames(index: EmojiIndex, names: EmojiNamesThere): EmojiIndex {
  const byKey = new Map(Object.entries(names).map(([code, all]) => [emojiOf(code), all]));
  const named = (one: Pickable): Pickable => {
    const there = byKey.get(one.key);
    if (there === undefined || one.emoji.kind === 'custom') return one;
    return { ...one, shortcodes: [...new Set(`${there} ${one.shortcodes}`.split(' '))].join(' ') };
  };
  const sections = index.sections.map((section) =>
    section.organization === null ? { ...section, emoji: section.emoji.map(named) } : section,
  );
  return createEmojiIndex(sections, Object.fromEntries(index.emoticons));
}

/** Nothing for what is no code: it comes from a server. */
function emojiOf(code: string): string {
  const points = code.split('-').map((hex) => Number.parseInt(hex, 16));
  return points.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...points) : '';
}
