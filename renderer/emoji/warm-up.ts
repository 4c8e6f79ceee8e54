import { emojiText } from '../../electron/contract/texts/status-texts.ts';
import type { EmojiIndex } from './emoji-index.ts';
import { createSearch } from './emoji-search.ts';
import { glyphWidths } from './glyph-widths.ts';

/** About a screenful; laid out within a frame or two on a slow machine. */
const AT_ONCE = 64;

/**
 * Lays out every emoji once, unseen, in many small idle moments: fonts take longest with what they have not been asked
 * for yet. And searches once, which makes strings that were put together from others ready to be looked through.
 */
export function warmUp(index: EmojiIndex): void {
  const all = index.sections.flatMap(({ emoji }) => emoji.filter(({ emoji }) => emoji.kind === 'unicode'));
  const layOutSome = (from: number) => {
    glyphWidths.areUsual(all.slice(from, from + AT_ONCE).map(({ emoji }) => emojiText(emoji)));
    if (from + AT_ONCE < all.length) later(() => layOutSome(from + AT_ONCE));
  };
  later(() => {
    for (const size of ['emoji-category', 'emoji-large']) glyphWidths.usual(size);
    layOutSome(0);
  });
  later(() => createSearch(index)('a'));
}

/** Without idle moments, as in a test, nothing needs to be quick. */
function later(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work);
}
