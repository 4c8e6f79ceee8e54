import { computed, effect, type Signal, useSignal } from '@preact/signals';
import type { Ref } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { EMOJI_PICKER } from '../../electron/contract/languages/en/emoji-picker.ts';
import type { Pickable } from './emoji-index.ts';
import { emojiAt, type GridLayout, type GridSize, lineOf, visibleLines } from './grid-layout.ts';
import { createGridRows, type GridRows } from './grid-rows.ts';
import type { SkinTone } from './skin-tone.ts';
import type { FoundEmoji } from './use-found-emoji.ts';

interface Props {
  id: string;
  found: FoundEmoji;
  size: GridSize;
  tone: SkinTone;
  scroller: Ref<HTMLDivElement> & { current: HTMLDivElement | null };
  /** Told here: the id of the cell that the keyboard is at, undefined where none is in sight. */
  activeId: Signal<string | undefined>;
  onPick: (one: Pickable) => void;
  onTop: (top: number) => void;
}

/** Thousands of emoji, of which only those in sight are elements. A letter or a key draws them, and not this component. */
export function PickerGrid({ id, found, size, tone, scroller, activeId, onPick, onTop }: Props) {
  const grid = useRef<HTMLDivElement>(null);
  const rows = useRef<GridRows | null>(null);
  const scrolled = useSignal<{ layout: GridLayout | null; top: number }>({ layout: null, top: 0 });
  const lineCount = useMemo(() => computed(() => found.layout.value.lines.length), [found]);

  useLayoutEffect(() => {
    if (grid.current === null || size.height === 0) return;
    rows.current ??= createGridRows(grid.current, id);
    const { draw } = rows.current;
    return effect(() => {
      const layout = found.layout.value;
      const { layout: of, top } = scrolled.value;
      activeId.value = draw({
        ...visibleLines(layout, of === layout ? top : 0, size.height),
        layout,
        size,
        tone,
        place: found.place.value,
      });
    });
  }, [found, size, tone, id, scrolled, activeId]);

  useLayoutEffect(
    () =>
      effect(() => {
        // Each letter starts at the top, and so does what has come while one searched.
        void [found.query.value, found.layout.value];
        if (scrolled.peek().top !== 0 && scroller.current !== null) scroller.current.scrollTop = 0;
      }),
    [found, scrolled, scroller],
  );

  return (
    <div
      class="emoji-scroller"
      ref={scroller}
      onScroll={(event) => {
        const top = event.currentTarget.scrollTop;
        scrolled.value = { layout: found.layout.value, top };
        onTop(top);
      }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a table's elements can't be placed one by one. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the search field has the keys. */}
      <div
        id={id}
        class="emoji-grid"
        role="grid"
        aria-label={EMOJI_PICKER.grid}
        aria-rowcount={lineCount}
        aria-colcount={size.columns}
        ref={grid}
        style={{ '--columns': size.columns }}
        onMouseMove={({ target }) => {
          const at = rows.current?.placeOf(target) ?? null;
          if (at !== null) found.goTo(at);
        }}
        onClick={({ target }) => {
          const at = rows.current?.placeOf(target) ?? null;
          const one = at === null ? null : emojiAt(found.layout.value, at);
          if (one !== null) onPick(one);
        }}
      />
    </div>
  );
}

/** Scrolls no further than needed to have a place in sight, with its heading where that is just above. */
export function bringIntoSight(scroller: HTMLElement, layout: GridLayout, size: GridSize, place: number): void {
  const at = lineOf(layout, place);
  const line = layout.lines[at];
  if (line === undefined) return;
  const above = layout.lines[at - 1]?.heading ? layout.headingHeight : 0;
  const height = size.height;
  if (line.top - above < scroller.scrollTop) scroller.scrollTop = line.top - above;
  else if (line.top + layout.lineHeight > scroller.scrollTop + height) {
    scroller.scrollTop = line.top + layout.lineHeight - height;
  }
}
