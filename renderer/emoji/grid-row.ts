import type { Pickable } from './emoji-index.ts';

export const HEADING = 'emoji-heading';

/** A cell of the picker's grid. What is in the page is remembered here: to ask the page takes longer. */
export interface Cell {
  element: HTMLElement;
  row: Row;
  place: number | null;
  one: Pickable | null;
  isSelected: boolean;
}

interface Heading {
  element: HTMLElement;
  text: string;
  columns: number;
}

/** A line of emoji, or one with a heading. */
export interface Row {
  index: number;
  element: HTMLElement;
  key: string;
  /** null on a line of emoji. */
  heading: Heading | null;
  cells: Cell[];
  isHidden: boolean;
}

export function fillHeading(heading: Heading, text: string, columns: number): void {
  if (heading.text !== text) heading.element.textContent = text;
  if (heading.columns !== columns) heading.element.setAttribute('aria-colspan', String(columns));
  heading.text = text;
  heading.columns = columns;
}

export function numberRow(row: Row, index: number): void {
  if (row.index === index) return;
  row.index = index;
  row.element.setAttribute('aria-rowindex', String(index));
}

export function selectCell(cell: Cell, isSelected: boolean): void {
  if (cell.isSelected === isSelected) return;
  cell.isSelected = isSelected;
  cell.element.setAttribute('aria-selected', String(isSelected));
}

/** There is nothing more of it to be seen then. Its cells keep their names: the next letter may ask for them again. */
export function hideRow(row: Row): void {
  row.isHidden = true;
  row.cells.forEach(emptyCell);
  if (row.heading !== null) row.element.hidden = true;
  else row.element.setAttribute('aria-hidden', 'true');
}

export function showRow(row: Row): void {
  row.isHidden = false;
  if (row.heading !== null) row.element.hidden = false;
  else row.element.removeAttribute('aria-hidden');
}

export function hideCell(cell: Cell): void {
  cell.place = null;
  cell.element.setAttribute('aria-hidden', 'true');
  emptyCell(cell);
}

function emptyCell(cell: Cell): void {
  if (cell.isSelected) selectCell(cell, false);
  if (cell.one?.emoji.kind !== 'custom') return;
  cell.element.firstChild?.remove();
  cell.one = null;
}

export function createPart(className: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  element.setAttribute('role', 'presentation');
  return element;
}

export function createRow(withHeading: boolean): Row {
  const element = document.createElement('div');
  element.className = withHeading ? HEADING : 'emoji-line';
  element.setAttribute('role', 'row');
  const heading = withHeading ? createHeading(element) : null;
  return { index: 0, element, key: '', heading, cells: [], isHidden: false };
}

function createHeading(row: HTMLElement): Heading {
  const element = row.appendChild(document.createElement('span'));
  element.setAttribute('role', 'rowheader');
  return { element, text: '', columns: 0 };
}

export function createCell(row: Row, column: number): Cell {
  const element = document.createElement('span');
  element.className = 'emoji-cell';
  element.setAttribute('role', 'gridcell');
  element.setAttribute('aria-colindex', String(column + 1));
  element.setAttribute('aria-selected', 'false');
  row.element.append(element);
  return { element, row, place: null, one: null, isSelected: false };
}
