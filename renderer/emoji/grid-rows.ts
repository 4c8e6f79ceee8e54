import type { Pickable } from './emoji-index.ts';
import type { Line } from './grid-layout.ts';
import { createPictures } from './grid-pictures.ts';
import { tonedEmoji } from './pickable-emoji.tsx';
import type { SkinTone } from './skin-tone.ts';

/** What is to be seen of the grid. */
export interface GridView {
  lines: readonly Line[];
  /** How many lines come before these. */
  first: number;
  columns: number;
  tone: SkinTone;
  /** The place that the keyboard is at. */
  place: number;
}

export interface GridRows {
  draw(view: GridView): void;
  /** The place of the emoji that an element shows or is inside of; null where there is none. */
  placeOf(target: EventTarget | null): number | null;
}

interface Cell {
  element: HTMLElement;
  place: number;
  one: Pickable | null;
  tone: SkinTone;
}

interface Row {
  element: HTMLElement;
  key: string;
  /** null on a line of emoji. */
  heading: HTMLElement | null;
  cells: Cell[];
  /** How many of its cells are in it. */
  filled: number;
}

/**
 * Draws the lines in sight inside an element of their own, without a component for each of them: lines and cells that
 * are already there are used again, and only what differs in them is touched. With a letter typed, that is little.
 */
export function createGridRows(body: HTMLElement, id: string): GridRows {
  const cellOf = new WeakMap<Element, Cell>();
  const pictures = createPictures();
  const spare: Row[] = [];
  let rows: Row[] = [];

  const cellAround = (target: EventTarget | null) => {
    const element = target instanceof Element ? target.closest('[role="gridcell"]') : null;
    return element === null ? null : (cellOf.get(element) ?? null);
  };

  // An error of a picture does not bubble.
  body.addEventListener(
    'error',
    ({ target }) => {
      const cell = cellAround(target);
      if (cell?.one?.picture) pictures.showLetters(cell.element, cell.one);
    },
    true,
  );

  function fillCell(cell: Cell, one: Pickable, tone: SkinTone): void {
    if (cell.one === one && (cell.tone === tone || !one.toned)) return;
    cell.one = one;
    cell.tone = tone;
    cell.element.setAttribute('aria-label', one.name);
    const emoji = tonedEmoji(one, tone);
    if (emoji.kind === 'custom') pictures.show(cell.element, one);
    else if (cell.element.firstChild instanceof Text) cell.element.firstChild.nodeValue = emoji.value;
    else cell.element.textContent = emoji.value;
  }

  function fillLine(row: Row, line: Line, { tone, place }: GridView): void {
    line.emoji.forEach((one, column) => {
      row.cells[column] ??= createCell(column, cellOf);
      const cell = row.cells[column];
      const at = line.start + column;
      if (cell.place !== at) {
        cell.place = at;
        cell.element.id = `${id}-${at}`;
      }
      fillCell(cell, one, tone);
      setOnce(cell.element, 'aria-selected', String(at === place));
      if (column >= row.filled) row.element.append(cell.element);
    });
    for (let column = line.emoji.length; column < row.filled; column += 1) row.cells[column]?.element.remove();
    row.filled = line.emoji.length;
  }

  function takeRow(line: Line): Row {
    const at = spare.findIndex(({ heading }) => (heading !== null) === (line.heading !== null));
    return spare.splice(at, at === -1 ? 0 : 1)[0] ?? createRow(line.heading !== null);
  }

  return {
    draw(view) {
      const wanted = new Set(view.lines.map(({ key }) => key));
      const kept = new Map<string, Row>();
      for (const row of rows) {
        if (wanted.has(row.key)) kept.set(row.key, row);
        else spare.push(row);
      }
      rows = view.lines.map((line) => kept.get(line.key) ?? takeRow(line));
      for (const { element } of spare) element.remove();
      let next = body.firstElementChild;
      view.lines.forEach((line, at) => {
        const row = rows[at];
        if (row === undefined) return;
        row.key = line.key;
        setOnce(row.element, 'aria-rowindex', String(view.first + at + 1));
        if (row.heading === null) fillLine(row, line, view);
        else fillHeading(row.heading, line.heading ?? '', view.columns);
        if (row.element === next) next = next.nextElementSibling;
        else body.insertBefore(row.element, next);
      });
    },
    placeOf: (target) => cellAround(target)?.place ?? null,
  };
}

function fillHeading(heading: HTMLElement, text: string, columns: number): void {
  if (heading.textContent !== text) heading.textContent = text;
  setOnce(heading, 'aria-colspan', String(columns));
}

/** What stays the same costs the page nothing. */
function setOnce(element: HTMLElement, attribute: string, value: string): void {
  if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value);
}

function createRow(withHeading: boolean): Row {
  const element = document.createElement('div');
  element.className = withHeading ? 'emoji-heading' : 'emoji-line';
  element.setAttribute('role', 'row');
  const heading = withHeading ? document.createElement('span') : null;
  if (heading !== null) {
    heading.setAttribute('role', 'rowheader');
    element.append(heading);
  }
  return { element, key: '', heading, cells: [], filled: 0 };
}

function createCell(column: number, cellOf: WeakMap<Element, Cell>): Cell {
  const element = document.createElement('span');
  element.className = 'emoji-cell';
  element.setAttribute('role', 'gridcell');
  element.setAttribute('aria-colindex', String(column + 1));
  const cell: Cell = { element, place: -1, one: null, tone: 0 };
  cellOf.set(element, cell);
  return cell;
}
