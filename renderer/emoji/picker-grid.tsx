// biome-ignore-all lint/a11y/useSemanticElements: a table's elements can't be placed one by one.
// biome-ignore-all lint/a11y/useFocusableInteractive: the keyboard stays in the search field, which names the cell it is at.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the search field has the keys.
import type { Ref } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { EMOJI_PICKER } from '../../electron/contract/languages/en/emoji-picker.ts';
import type { Pickable } from './emoji-index.ts';
import { type GridLayout, type Line, lineOf, visibleLines } from './grid-layout.ts';
import { PickableEmoji } from './pickable-emoji.tsx';
import type { SkinTone } from './skin-tone.ts';

interface Props {
  id: string;
  layout: GridLayout;
  columns: number;
  tone: SkinTone;
  /** The place that the keyboard is at. */
  place: number;
  scroller: Ref<HTMLDivElement> & { current: HTMLDivElement | null };
  onPlace: (place: number) => void;
  onPick: (one: Pickable) => void;
  onTop: (top: number) => void;
}

/** Before there has been a layout, as in a test without one. */
const USUAL_HEIGHT = 420;

/** Thousands of emoji, of which only those in sight are elements. */
export function PickerGrid(props: Props) {
  const { id, layout, columns, place, scroller, onTop } = props;
  const [top, setTop] = useState(0);
  const height = scroller.current?.clientHeight || USUAL_HEIGHT;
  const { lines, first } = visibleLines(layout, top, height);

  // A new search starts at its top.
  useLayoutEffect(() => {
    if (top === 0 || scroller.current === null) return;
    scroller.current.scrollTop = 0;
    setTop(0);
  }, [layout, scroller]);

  return (
    <div
      class="emoji-scroller"
      ref={scroller}
      onScroll={(event) => {
        setTop(event.currentTarget.scrollTop);
        onTop(event.currentTarget.scrollTop);
      }}
    >
      <div
        id={id}
        class="emoji-grid"
        role="grid"
        aria-label={EMOJI_PICKER.grid}
        aria-rowcount={layout.lines.length}
        aria-colcount={columns}
        style={{ height: `${layout.height}px`, '--columns': columns }}
      >
        <div role="presentation" style={{ transform: `translateY(${lines[0]?.top ?? 0}px)` }}>
          {lines.map((line, at) => (
            <GridLine
              key={line.key}
              {...props}
              line={line}
              row={first + at + 1}
              // A number elsewhere, so that only the two lines concerned have something new to draw.
              place={place >= line.start && place < line.start + line.emoji.length ? place : -1}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function GridLine({ id, line, row, columns, place, tone, onPlace, onPick }: Props & { line: Line; row: number }) {
  if (line.heading !== null) {
    return (
      <div class="emoji-heading" role="row" aria-rowindex={row}>
        <span role="rowheader" aria-colspan={columns}>
          {line.heading}
        </span>
      </div>
    );
  }
  return (
    <div class="emoji-line" role="row" aria-rowindex={row}>
      {line.emoji.map((one, column) => {
        const at = line.start + column;
        return (
          <span
            // The same element for the same place: a search changes what is in it and nothing else.
            key={column}
            id={`${id}-${at}`}
            class={at === place ? 'emoji-cell at' : 'emoji-cell'}
            role="gridcell"
            aria-colindex={column + 1}
            aria-selected={at === place}
            aria-label={one.name}
            onMouseMove={() => {
              if (at !== place) onPlace(at);
            }}
            onClick={() => onPick(one)}
          >
            <PickableEmoji one={one} tone={tone} />
          </span>
        );
      })}
    </div>
  );
}

/** Scrolls no further than needed to have a place in sight, with its heading where that is just above. */
export function bringIntoSight(scroller: HTMLElement, layout: GridLayout, place: number): void {
  const at = lineOf(layout, place);
  const line = layout.lines[at];
  if (line === undefined) return;
  const above = layout.lines[at - 1]?.heading ? layout.headingHeight : 0;
  const height = scroller.clientHeight || USUAL_HEIGHT;
  if (line.top - above < scroller.scrollTop) scroller.scrollTop = line.top - above;
  else if (line.top + layout.lineHeight > scroller.scrollTop + height) {
    scroller.scrollTop = line.top + layout.lineHeight - height;
  }
}
