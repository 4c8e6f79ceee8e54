import { emojiText } from '../../electron/contract/texts/status-texts.ts';
import type { EmojiIndex, Pickable } from './emoji-index.ts';
import { createSearch } from './emoji-search.ts';

/** About a screenful; laid out within a frame or two on a slow machine. */
const AT_ONCE = 64;

/**
 * Lays out every emoji once, unseen, in many small idle moments: fonts take longest with what they have not been asked
 * for yet. And searches once, which makes strings that were put together from others ready to be looked through.
 */
export function warmUp(index: EmojiIndex): void {
  const all = index.sections.flatMap(({ emoji }) => emoji.filter(({ emoji }) => emoji.kind === 'unicode'));
  const layOutSome = (from: number) => {
    layOutUnseen(all.slice(from, from + AT_ONCE), 'emoji-column');
    if (from + AT_ONCE < all.length) later(() => layOutSome(from + AT_ONCE));
  };
  later(() => {
    for (const size of ['emoji-category', 'emoji-large']) layOutUnseen(all.slice(0, 1), size);
    layOutSome(0);
  });
  later(() => createSearch(index)('a'));
}

function layOutUnseen(some: readonly Pickable[], className: string): void {
  const unseen = document.createElement('div');
  unseen.className = 'emoji-warm-up';
  unseen.setAttribute('aria-hidden', 'true');
  const text = unseen.appendChild(document.createElement('div'));
  text.className = className;
  text.textContent = some.map((one) => emojiText(one.emoji)).join('\n');
  document.body.append(unseen);
  unseen.getBoundingClientRect();
  unseen.remove();
}

/** Without idle moments, as in a test, nothing needs to be quick. */
function later(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work);
}
