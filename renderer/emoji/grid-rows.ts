import type { Pickable } from './emoji-index.ts';
import { type GridLayout, type GridSize, type Line, lineOf } from './grid-layout.ts';
import { createPictures } from './grid-pictures.ts';
import {
  type Cell,
  createCell,
  createPart,
  createRow,
  fillHeading,
  HEADING,
  hideCell,
  hideRow,
  numberRow,
  type Row,
  selectCell,
  showRow,
} from './grid-row.ts';
import { createGridText } from './grid-text.ts';
import type { SkinTone } from './skin-tone.ts';

/** What is to be seen of the grid. */
export interface GridView {
  layout: Pick<GridLayout, 'height'>;
  size: GridSize;
  lines: readonly Line[];
  /** How many lines come before these. */
  first: number;
  tone: SkinTone;
  /** The place that the keyboard is at. */
  place: number;
}

export interface GridRows {
  /** Answers the id of the element that the keyboard is at; undefined where that is out of sight. */
  draw(view: GridView): string | undefined;
  /** The place of the emoji that an element shows or is inside of; null where there is none. */
  placeOf(target: EventTarget | null): number | null;
}

/**
 * Draws the lines in sight inside a grid, without a component for each of them: lines and cells that are already there
 * are used again, and only what differs in them is touched. With a letter typed, that is little. Cells have names and
 * pictures; Unicode's emoji are a text over them.
 */
export function createGridRows(grid: HTMLElement, id: string): GridRows {
  const body = grid.appendChild(createPart('emoji-lines'));
  const lineBox = body.appendChild(createPart('emoji-rows'));
  const text = createGridText(body);
  const cellOf = new WeakMap<Element, Cell>();
  const pictures = createPictures();
  /** Stay where they are, unseen, until they are needed again. */
  const spare: Row[] = [];
  let rows: Row[] = [];
  let drawn: object | null = null;
  let columns = 0;
  let height = '';
  let made = 0;

  const cellAround = (target: EventTarget | null) => {
    const element = target instanceof Element ? target.closest('[role="gridcell"]') : null;
    return element === null ? null : (cellOf.get(element) ?? null);
  };

  // An error of a picture does not bubble.
  grid.addEventListener(
    'error',
    ({ target }) => {
      const cell = cellAround(target);
      if (cell?.one?.picture) pictures.showLetters(cell.element, cell.one);
    },
    true,
  );

  function fillCell(cell: Cell, one: Pickable, at: number): void {
    if (cell.place === null) cell.element.removeAttribute('aria-hidden');
    cell.place = at;
    if (cell.one === one) return;
    cell.one = one;
    cell.element.setAttribute('aria-label', one.name);
    if (one.emoji.kind === 'custom') pictures.show(cell.element, one);
    else cell.element.firstChild?.remove();
  }

  function addCell(row: Row, column: number): Cell {
    const cell = createCell(row, column);
    // Its own for good: what it shows changes with every letter.
    cell.element.id = `${id}-${made}`;
    made += 1;
    cellOf.set(cell.element, cell);
    return cell;
  }

  function fillLine(row: Row, line: Line, place: number): void {
    line.emoji.forEach((one, column) => {
      row.cells[column] ??= addCell(row, column);
      const cell = row.cells[column];
      fillCell(cell, one, line.start + column);
      selectCell(cell, line.start + column === place);
    });
    for (const cell of row.cells.slice(line.emoji.length)) if (cell.place !== null) hideCell(cell);
  }

  function takeRow(line: Line): Row {
    const at = spare.findIndex(({ heading }) => (heading !== null) === (line.heading !== null));
    return (at === -1 ? undefined : spare.splice(at, 1)[0]) ?? createRow(line.heading !== null);
  }

  /** A line that has been scrolled keeps its elements; what is found anew takes those that are there, from the top. */
  function rowsFor(lines: readonly Line[], isScrolled: boolean): Row[] {
    const wanted = new Set(isScrolled ? lines.map(({ key }) => key) : []);
    const kept = new Map<string, Row>();
    const left = rows.filter((row) => !wanted.has(row.key));
    for (const row of rows) if (wanted.has(row.key)) kept.set(row.key, row);
    if (isScrolled) for (const { element } of left) element.remove();
    spare.unshift(...left);
    return lines.map((line) => kept.get(line.key) ?? takeRow(line));
  }

  function beginAnew(): void {
    for (const { element } of [...rows, ...spare]) element.remove();
    rows = [];
    spare.length = 0;
  }

  return {
    draw({ layout, size, lines, first, tone, place }) {
      if (size.columns !== columns) beginAnew();
      columns = size.columns;
      rows = rowsFor(lines, layout === drawn);
      drawn = layout;
      const wanted = new Set<Element>(rows.map(({ element }) => element));
      let next = nextOf(wanted, lineBox.firstElementChild);
      lines.forEach((line, at) => {
        const row = rows[at];
        if (row === undefined) return;
        row.key = line.key;
        if (row.isHidden) showRow(row);
        numberRow(row, first + at + 1);
        if (row.heading === null) fillLine(row, line, place);
        else fillHeading(row.heading, line.heading ?? '', size.columns);
        if (row.element === next) next = nextOf(wanted, next.nextElementSibling);
        else lineBox.insertBefore(row.element, next);
      });
      spare.filter(({ isHidden }) => !isHidden).forEach(hideRow);
      text.draw(lines, size, tone);
      // As high as what it scrolls in at least, by its style: most letters find less than that, and change nothing here.
      const needed = layout.height > size.height ? `${layout.height}px` : '';
      if (needed !== height) grid.style.height = needed;
      height = needed;
      body.style.transform = lines[0]?.top ? `translateY(${lines[0].top}px)` : '';
      const at = lineOf({ lines }, place);
      return rows[at]?.cells[place - (lines[at]?.start ?? 0)]?.element.id;
    },
    placeOf: (target) => {
      const cell = cellAround(target);
      return cell === null || cell.row.isHidden ? null : cell.place;
    },
  };
}

/** Lines are not moved for the sake of headings that go, which take no place then. Lines that go do, below the others. */
function nextOf(wanted: Set<Element>, from: Element | null): Element | null {
  let next = from;
  while (next?.className === HEADING && !wanted.has(next)) next = next.nextElementSibling;
  return next;
}
