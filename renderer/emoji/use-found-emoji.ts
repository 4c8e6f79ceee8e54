import { batch, computed, type ReadonlySignal, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { EMOJI_PICKER } from '../../electron/contract/languages/en/emoji-picker.ts';
import type { StatusEmoji } from '../../electron/contract/status.ts';
import { firstEmoji } from '../one-emoji.ts';
import { type EmojiIndex, keyOf, type Pickable } from './emoji-index.ts';
import { createSearch, type Search } from './emoji-search.ts';
import { type Block, emojiAt, type GridLayout, type GridSize, layOut } from './grid-layout.ts';

/** What the picker shows. In signals, so that a letter draws anew only what it changes, and not the picker around it. */
export interface FoundEmoji {
  query: ReadonlySignal<string>;
  isSearching: ReadonlySignal<boolean>;
  layout: ReadonlySignal<GridLayout>;
  /** How many were found, in words; empty while nothing is typed. */
  count: ReadonlySignal<string>;
  /** Where the keyboard is in the grid. */
  place: ReadonlySignal<number>;
  /** The emoji there. */
  active: ReadonlySignal<Pickable | null>;
  search(typed: string): void;
  goTo(place: number): void;
}

/** All blocks while nothing is typed, and what is found otherwise. */
export function useFoundEmoji(index: EmojiIndex, all: readonly Block[], size: GridSize): FoundEmoji {
  const { columns, lineHeight, headingHeight } = size;
  const query = useSignal('');
  const wanted = useSignal(0);
  return useMemo(() => {
    const foundFor = createFoundBlock(index);
    const isSearching = computed(() => query.value.trim() !== '');
    const foundBlock = computed(() => foundFor(query.value));
    const layout = computed(() =>
      layOut(isSearching.value ? [foundBlock.value] : all, { columns, lineHeight, headingHeight }),
    );
    const place = computed(() => Math.min(wanted.value, Math.max(layout.value.count - 1, 0)));
    return {
      query,
      isSearching,
      layout,
      place,
      count: computed(() => (isSearching.value ? EMOJI_PICKER.found({ count: foundBlock.value.emoji.length }) : '')),
      active: computed(() => emojiAt(layout.value, place.value)),
      search: (typed) =>
        batch(() => {
          query.value = typed;
          wanted.value = 0;
        }),
      goTo: (at) => {
        wanted.value = at;
      },
    };
  }, [index, all, columns, lineHeight, headingHeight]);
}

/** Answers the same block as long as the same is found, as with the last letters of most words: then nothing is drawn. */
function createFoundBlock(index: EmojiIndex): (query: string) => Block {
  const search = createSearch(index);
  let last: Block | null = null;
  return (query) => {
    const emoji = found(index, search, query);
    if (last === null || last.emoji.length !== emoji.length || !emoji.every((one, at) => one === last?.emoji[at])) {
      last = { key: 'found', heading: null, emoji };
    }
    return last;
  };
}

/** An emoji that was typed or pasted is found as it is: with its tone, and also where no font here has it. */
function found(index: EmojiIndex, search: Search, query: string): Pickable[] {
  const typed = firstEmoji(query);
  if (typed === null) return search(query.replaceAll(':', ' '));
  const emoji: StatusEmoji = { kind: 'unicode', value: typed };
  const key = keyOf(emoji);
  const nameless = { key, name: typed, shortcodes: '', picture: null, stillPicture: null, title: '', found: '' };
  return [{ ...(index.byKey.get(key) ?? nameless), emoji, toned: false }];
}
