import { computed, useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { EMOJI } from '../../electron/contract/languages/en/emoji.ts';
import { EMOJI_PICKER } from '../../electron/contract/languages/en/emoji-picker.ts';
import type { StatusEmoji } from '../../electron/contract/status.ts';
import { useAppState, usePopup } from '../popup-context.ts';
import type { EmojiIndex, Pickable } from './emoji-index.ts';
import { type GridLayout, type GridSize, type HeadedBlock, placeAfter } from './grid-layout.ts';
import { tonedEmoji } from './pickable-emoji.tsx';
import { PickerCategories } from './picker-categories.tsx';
import { PickerFoot } from './picker-foot.tsx';
import { bringIntoSight, PickerGrid } from './picker-grid.tsx';
import { PickerSearch } from './picker-search.tsx';
import { readingKey } from './reading-key.ts';
import type { SkinTone } from './skin-tone.ts';
import { useFoundEmoji } from './use-found-emoji.ts';
import { useGridSize } from './use-grid-size.ts';
import { createUsedEmoji, type UsedEmoji } from './used-emoji.ts';

const T = EMOJI_PICKER;
/** Lines of those used most. */
const USED_LINES = 2;

interface Props {
  /** Closed, it is ready to be shown at once. */
  isOpen: boolean;
  /** What is chosen now. */
  emoji: StatusEmoji | null;
  /** null: none is wanted. */
  onPick: (emoji: StatusEmoji | null) => void;
  onClose: () => void;
}

/** All emoji, over the whole popup. The keyboard stays in the search field; Esc goes back to where it was opened. */
export function Picker({ isOpen, emoji, onPick, onClose }: Props) {
  const { emoji: shelf } = usePopup();
  const index = shelf.index.value;
  const { locale } = useAppState();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    void shelf.load(locale);
  }, [shelf, locale]);
  // Keeps the keyboard inside, and everything below out of a screen reader's way.
  useLayoutEffect(() => {
    if (isOpen && dialog.current?.open === false) dialog.current.showModal();
  }, [isOpen]);
  return (
    <dialog
      class="emoji-picker"
      aria-label={EMOJI.choose}
      ref={dialog}
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      {index === null ? (
        <p class="empty" role="status">
          {T.loading}
        </p>
      ) : (
        <PickerBody index={index} emoji={emoji} onPick={onPick} onClose={onClose} />
      )}
    </dialog>
  );
}

function PickerBody({ index, emoji, onPick, onClose }: Omit<Props, 'isOpen'> & { index: EmojiIndex }) {
  const { emoji: shelf } = usePopup();
  const gridId = useId();
  const used = useMemo(() => createUsedEmoji(shelf.memory()), [shelf]);
  // Read again as it opens: another field may have used one since this was built.
  const usedKeys = used.keys(Date.now());
  const [tone, chooseTone] = useTone(used);
  const scroller = useRef<HTMLDivElement>(null);
  const size = useGridSize(scroller);
  const all = useMemo(() => allBlocks(index, usedKeys, size.columns), [index, usedKeys.join(' '), size.columns]);
  const found = useFoundEmoji(index, all, size);
  const activeId = useSignal<string | undefined>(undefined);
  const reached = useSignal('');
  const current = useMemo(() => computed(() => reached.value || (all[0]?.key ?? '')), [reached, all]);

  const pick = (one: Pickable) => {
    used.use(one.key, Date.now());
    onPick(tonedEmoji(one, tone));
  };
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    const { active, layout, place } = found;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (active.value !== null && !event.isComposing) pick(active.value);
      return;
    }
    if (isForText(event, place.value)) return;
    const next = placeAfter(readingKey(event), place.value, layout.value, keyWays(event, size));
    if (next === null) return;
    event.preventDefault();
    found.goTo(next);
    if (scroller.current !== null) bringIntoSight(scroller.current, layout.value, size, next);
  };
  const goToBlock = (key: string) => {
    const start = scrollTo(scroller.current, found.layout.value, key);
    if (start !== null) found.goTo(start);
  };
  const onTop = (top: number) => {
    reached.value = blockAt(found.layout.value, top) || reached.value;
  };

  return (
    <>
      <PickerSearch
        found={found}
        gridId={gridId}
        activeId={activeId}
        tone={tone}
        onKeyDown={onKeyDown}
        onTone={chooseTone}
        onClose={onClose}
      />
      <div class="emoji-strip">
        <PickerCategories blocks={all} index={index} searching={found.isSearching} current={current} go={goToBlock} />
        <p class="emoji-count" role="status">
          {found.count}
        </p>
      </div>
      <PickerGrid
        id={gridId}
        found={found}
        size={size}
        tone={tone}
        scroller={scroller}
        activeId={activeId}
        onPick={pick}
        onTop={onTop}
      />
      <PickerFoot active={found.active} tone={tone} chosen={emoji} onNone={() => onPick(null)} />
    </>
  );
}

/** What is used most, and then all. */
function allBlocks(index: EmojiIndex, usedKeys: readonly string[], columns: number): HeadedBlock[] {
  const known = usedKeys.flatMap((key) => index.byKey.get(key) ?? []);
  const all = index.sections.map(({ key, organization, emoji }) => ({
    key,
    heading: organization ?? T.groups[key as keyof typeof T.groups],
    emoji,
  }));
  const most = known.slice(0, columns * USED_LINES);
  return most.length === 0 ? all : [{ key: 'used', heading: T.used, emoji: most }, ...all];
}

/** Has a block at the top; answers the place of its first emoji. */
function scrollTo(scroller: HTMLElement | null, { lines }: GridLayout, key: string): number | null {
  const line = lines.find((one) => one.key === key);
  if (line === undefined || scroller === null) return null;
  scroller.scrollTop = line.top;
  return line.start;
}

/** The block whose heading was the last to leave at the top. */
function blockAt({ lines }: GridLayout, top: number): string {
  return lines.findLast((line) => line.heading !== null && line.top <= top + 1)?.key ?? '';
}

function useTone(used: UsedEmoji): [SkinTone, (tone: SkinTone) => void] {
  const [now, setTone] = useState<SkinTone | null>(null);
  return [
    now ?? used.tone(),
    (chosen) => {
      used.chooseTone(chosen);
      setTone(chosen);
    },
  ];
}

/** Left and right belong to the text while the caret is inside it, and so does every key with Shift. */
function isForText(event: KeyboardEvent & { currentTarget: HTMLInputElement }, place: number): boolean {
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  if (event.shiftKey || event.altKey || event.isComposing) return true;
  const key = readingKey(event);
  if (key === 'ArrowLeft') return value !== '' && (place === 0 || selectionEnd !== value.length);
  return key === 'ArrowRight' && (selectionStart !== value.length || selectionEnd !== value.length);
}

function keyWays(event: KeyboardEvent, { height, lineHeight }: GridSize) {
  const page = Math.max(1, Math.floor(height / lineHeight) - 1);
  return { page, whole: event.ctrlKey || event.metaKey };
}
