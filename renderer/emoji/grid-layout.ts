import type { Pickable } from './emoji-index.ts';

/** What stands under one heading. */
export interface Block {
  key: string;
  /** null: its lines begin at once. */
  heading: string | null;
  emoji: readonly Pickable[];
}

/** What can be jumped to. */
export interface HeadedBlock extends Block {
  heading: string;
}

/** One line of the grid: a heading, or emoji side by side. */
export interface Line {
  key: string;
  /** Pixels from the top of the grid. */
  top: number;
  /** null on a line of emoji. */
  heading: string | null;
  /** The place of its first emoji among all. */
  start: number;
  emoji: readonly Pickable[];
}

export interface GridLayout {
  lines: Line[];
  /** Of all lines together, in pixels. */
  height: number;
  /** How many emoji there are. */
  count: number;
  lineHeight: number;
  headingHeight: number;
}

export interface GridSize {
  columns: number;
  /** In pixels. */
  lineHeight: number;
  headingHeight: number;
  /** Of what can be seen of the grid, in pixels; 0 until it is known. */
  height: number;
}

export function layOut(
  blocks: readonly Block[],
  { columns, lineHeight, headingHeight }: Pick<GridSize, 'columns' | 'lineHeight' | 'headingHeight'>,
): GridLayout {
  const lines: Line[] = [];
  let top = 0;
  let count = 0;
  for (const { key, heading, emoji } of blocks) {
    if (heading !== null) {
      lines.push({ key, top, heading, start: count, emoji: [] });
      top += headingHeight;
    }
    for (let at = 0; at < emoji.length; at += columns) {
      const some = emoji.slice(at, at + columns);
      lines.push({ key: `${key} ${at}`, top, heading: null, start: count, emoji: some });
      count += some.length;
      top += lineHeight;
    }
  }
  return { lines, height: top, count, lineHeight, headingHeight };
}

/** The lines, and the place of the first of them, that a window of `height` pixels shows when scrolled to `top`, and a little more on both sides. */
export function visibleLines(
  { lines, lineHeight }: GridLayout,
  top: number,
  height: number,
): { lines: Line[]; first: number } {
  // At the very top nothing has been scrolled yet, and a search begins there anew with each letter.
  const spare = top === 0 ? 0 : lineHeight;
  const first = lineAt(lines, top - spare);
  const last = lineAt(lines, top + height + spare);
  return { lines: lines.slice(first, last + 1), first };
}

/** The line that has the emoji at a place; -1 where none of them has. */
export function lineOf({ lines }: { lines: readonly Line[] }, place: number): number {
  const at = lineFor(lines, place);
  const line = lines[at];
  return line !== undefined && place < line.start + line.emoji.length ? at : -1;
}

export function emojiAt({ lines }: GridLayout, place: number): Pickable | null {
  const line = lines[lineFor(lines, place)];
  return line?.emoji[place - line.start] ?? null;
}

/** The last of the lines that begins no later than at this place; headings begin where their emoji do. */
function lineFor(lines: readonly Line[], place: number): number {
  return lastWhere(lines, ({ start }) => start <= place);
}

/** Which of the lines stands at this height. */
function lineAt(lines: readonly Line[], top: number): number {
  return Math.max(
    0,
    lastWhere(lines, (line) => line.top <= top),
  );
}

/** The last of the lines for which something holds that holds for all before it; -1 where there is none. */
function lastWhere(lines: readonly Line[], holds: (line: Line) => boolean): number {
  let low = -1;
  let high = lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const line = lines[middle];
    if (line !== undefined && holds(line)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where a key leads from one place of the grid; null where the key means nothing here. */
export function placeAfter(
  key: string,
  place: number,
  layout: GridLayout,
  { page, whole }: { page: number; whole: boolean },
): number | null {
  const { lines, count } = layout;
  if (count === 0) return null;
  const at = lineOf(layout, place);
  const line = lines[at];
  if (line === undefined) return 0;
  switch (key) {
    case 'ArrowRight':
      return Math.min(place + 1, count - 1);
    case 'ArrowLeft':
      return Math.max(place - 1, 0);
    case 'ArrowDown':
      return byLines(lines, at, place, 1);
    case 'ArrowUp':
      return byLines(lines, at, place, -1);
    case 'PageDown':
      return byLines(lines, at, place, page);
    case 'PageUp':
      return byLines(lines, at, place, -page);
    case 'Home':
      return whole ? 0 : line.start;
    case 'End':
      return whole ? count - 1 : line.start + line.emoji.length - 1;
    default:
      return null;
  }
}

/** The same column, so many lines of emoji further on, as far as there are any. */
function byLines(lines: Line[], at: number, place: number, by: number): number {
  const column = place - (lines[at]?.start ?? 0);
  const step = Math.sign(by);
  let target = at;
  let left = Math.abs(by);
  for (let next = at + step; left > 0 && next >= 0 && next < lines.length; next += step) {
    if (lines[next]?.heading !== null) continue;
    target = next;
    left -= 1;
  }
  const line = lines[target];
  return line === undefined ? place : line.start + Math.min(column, line.emoji.length - 1);
}
