import type { Ref } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
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
  onPick: (one: Pickable) => void;
  onTop: (top: number) => void;
}

/** Thousands of emoji, of which only those in sight are elements. */
export function PickerGrid({ id, found, size, tone, scroller, onPick, onTop }: Props) {
  const layout = found.layout.value;
  const place = found.place.value;
  const body = useRef<HTMLDivElement>(null);
  const rows = useRef<GridRows | null>(null);
  const [scrolled, setScrolled] = useState({ layout, top: 0 });
  // A new search starts at its top.
  const top = scrolled.layout === layout ? scrolled.top : 0;
  const { lines, first } = visibleLines(layout, top, size.height);

  useLayoutEffect(() => {
    if (scrolled.top !== 0 && top === 0 && scroller.current !== null) scroller.current.scrollTop = 0;
  }, [layout, scroller]);

  useLayoutEffect(() => {
    if (body.current === null || size.height === 0) return;
    rows.current ??= createGridRows(body.current, id);
    rows.current.draw({ lines, first, columns: size.columns, tone, place });
  });

  return (
    <div
      class="emoji-scroller"
      ref={scroller}
      onScroll={(event) => {
        setScrolled({ layout, top: event.currentTarget.scrollTop });
        onTop(event.currentTarget.scrollTop);
      }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a table's elements can't be placed one by one. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the search field has the keys. */}
      <div
        id={id}
        class="emoji-grid"
        role="grid"
        aria-label={EMOJI_PICKER.grid}
        aria-rowcount={layout.lines.length}
        aria-colcount={size.columns}
        style={{ height: `${layout.height}px`, '--columns': size.columns }}
        onMouseMove={({ target }) => {
          const at = rows.current?.placeOf(target) ?? null;
          if (at !== null && at !== place) found.goTo(at);
        }}
        onClick={({ target }) => {
          const at = rows.current?.placeOf(target) ?? null;
          const one = at === null ? null : emojiAt(layout, at);
          if (one !== null) onPick(one);
        }}
      >
        <div role="presentation" ref={body} style={{ transform: `translateY(${lines[0]?.top ?? 0}px)` }} />
      </div>
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
