// @vitest-environment happy-dom
import { within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { Pickable } from '../../../renderer/emoji/emoji-index.ts';
import { layOut } from '../../../renderer/emoji/grid-layout.ts';
import { createGridRows } from '../../../renderer/emoji/grid-rows.ts';

const serverUrl = 'https://acme.example';
const unicode = (value: string): Pickable => ({
  key: value,
  emoji: { kind: 'unicode', value },
  name: `name of ${value}`,
  shortcodes: '',
  toned: value === '👋',
  picture: null,
  stillPicture: null,
  title: '',
  found: '',
});
const custom = (name: string, stillPicture: string | null = null): Pickable => ({
  ...unicode(name),
  name,
  emoji: { kind: 'custom', serverUrl, name, code: name },
  picture: `app://popup/emoji/${name}.gif`,
  stillPicture,
});

function aGrid() {
  const grid = document.body.appendChild(document.createElement('div'));
  grid.setAttribute('role', 'grid');
  const rows = createGridRows(grid, 'grid');
  const size = { columns: 2, lineHeight: 40, headingHeight: 20, height: 120 };
  const draw = (emoji: Pickable[], place = 0, tone: 0 | 3 = 0) => {
    const layout = layOut([{ key: 'found', heading: `${emoji.length} found`, emoji }], size);
    const activeId = rows.draw({ layout, size, lines: layout.lines, first: 0, tone, place });
    return { layout, activeId };
  };
  /** What a screen reader finds. */
  const cells = () => within(grid).queryAllByRole('gridcell');
  const names = () => cells().map((cell) => cell.getAttribute('aria-label'));
  const placed = () => cells().map((cell) => `${rows.placeOf(cell)} ${cell.getAttribute('aria-label')}`);
  /** What is to be seen of Unicode's emoji: how far down, from which column on, and which. */
  const runs = () =>
    [...grid.querySelectorAll<HTMLElement>('div[aria-hidden="true"]:not([role])')].map(({ style, textContent }) =>
      [style.getPropertyValue('--top'), style.getPropertyValue('--column'), textContent].join(' '),
    );
  return { grid, rows, size, draw, cells, names, placed, runs };
}

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

test('draws a heading and lines that say where they are, and their emoji in one text', () => {
  const { grid, draw, cells, placed, runs } = aGrid();
  const { activeId } = draw(['😀', '👋', '☕'].map(unicode), 1, 3);
  expect(within(grid).getByRole('rowheader').textContent).toBe('3 found');
  expect(
    within(grid)
      .getAllByRole('row')
      .map((row) => row.getAttribute('aria-rowindex')),
  ).toEqual(['1', '2', '3']);
  expect(placed()).toEqual(['0 name of 😀', '1 name of 👋', '2 name of ☕']);
  expect(cells().map((cell) => cell.getAttribute('aria-selected'))).toEqual(['false', 'true', 'false']);
  expect(activeId).toBe(cells()[1]?.id);
  expect(runs()).toEqual(['20px 0 😀👋🏽\n☕']);
});

test('shows no more than what was found last, to the eye, to a screen reader and to the mouse', () => {
  const { grid, draw, cells, names, placed, runs, rows } = aGrid();
  draw(['😀', '👋', '☕', '🍕'].map(unicode), 3);
  const last = cells()[3] ?? null;
  expect(rows.placeOf(last)).toBe(3);
  expect(draw([unicode('☕')]).activeId).toBe(cells()[0]?.id);
  expect(names()).toEqual(['name of ☕']);
  expect(within(grid).getAllByRole('row')).toHaveLength(2);
  expect(within(grid).queryAllByRole('gridcell', { selected: true })).toEqual(cells());
  expect(runs()).toEqual(['20px 0 ☕']);
  expect(rows.placeOf(last)).toBeNull();
  draw(['🍕', '🍔', '🍟', '🌮'].map(unicode));
  expect(placed()).toEqual(['0 name of 🍕', '1 name of 🍔', '2 name of 🍟', '3 name of 🌮']);
  expect(runs()).toEqual(['20px 0 🍕🍔\n🍟🌮']);
  expect(rows.placeOf(cells()[3] ?? null)).toBe(3);
  expect(rows.placeOf(document.body)).toBeNull();
  expect(draw([]).activeId).toBeUndefined();
  expect(cells()).toEqual([]);
  expect(runs()).toEqual([]);
});

test('moves lines along with scrolling, in their order', () => {
  const { grid, rows, size, draw, cells, names } = aGrid();
  const { layout } = draw(['😀', '👋', '☕', '🍕', '🍔', '🍟'].map(unicode));
  const kept = cells().slice(2, 4);
  for (const first of [1, 2, 0, 2]) {
    const lines = layout.lines.slice(first, first + 2);
    const activeId = rows.draw({ layout, size, lines, first, tone: 0, place: 2 });
    const [active] = within(grid).queryAllByRole('gridcell', { selected: true });
    expect(active?.getAttribute('aria-label')).toBe(lines.some(({ start }) => start === 2) ? 'name of ☕' : undefined);
    expect(activeId).toBe(active?.id);
    const shown = lines.flatMap((line) => line.emoji.map(({ name }) => name));
    expect(names()).toEqual(shown);
    expect(within(grid).getAllByRole('row')).toHaveLength(lines.length);
  }
  rows.draw({ layout, size, lines: layout.lines, first: 0, tone: 0, place: 2 });
  expect(cells().slice(2, 4)).toEqual(kept);
  expect(new Set(cells().map(({ id }) => id)).size).toBe(6);
});

test('keeps no cells of a time when there was room for more in a line', () => {
  const { grid, rows, size, names } = aGrid();
  const emoji = ['😀', '👋', '☕', '🍕', '🍔'].map(unicode);
  for (const columns of [3, 2]) {
    const layout = layOut([{ key: 'found', heading: null, emoji }], { ...size, columns });
    rows.draw({ layout, size: { ...size, columns }, lines: layout.lines, first: 0, tone: 0, place: 0 });
    expect(names()).toEqual(emoji.map(({ name }) => name));
    for (const row of within(grid).getAllByRole('row', { hidden: true })) {
      expect(within(row).getAllByRole('gridcell', { hidden: true }).length).toBeLessThanOrEqual(columns);
    }
  }
});

test('is as high as what it shows where that has to be scrolled, and else as its style has it', () => {
  const { grid, draw } = aGrid();
  const emoji = ['😀', '👋', '☕', '🍕', '🍔'].map(unicode);
  for (const [count, height] of [
    [5, '140px'],
    [4, ''],
    [1, ''],
    [5, '140px'],
  ] as const) {
    draw(emoji.slice(0, count));
    expect(grid.style.height).toBe(height);
  }
});

test('forgets the pictures of lines that are not there any more', () => {
  const { grid, draw } = aGrid();
  draw(['party', 'logo', 'hat'].map((name) => custom(name)));
  expect(grid.querySelectorAll('img')).toHaveLength(3);
  draw([custom('party')]);
  expect(grid.querySelectorAll('img')).toHaveLength(1);
  draw(['party', 'logo', 'hat'].map((name) => custom(name)));
  expect(grid.querySelectorAll('img')).toHaveLength(3);
});

test('shows pictures, still ones for those who want less motion, and letters for those that can’t be shown', () => {
  const { draw, cells, runs } = aGrid();
  draw([custom('party', 'app://popup/emoji/party.png'), custom('logo')]);
  expect(cells()[0]?.querySelector('source')?.getAttribute('media')).toContain('reduced-motion');
  cells()[1]?.querySelector('img')?.dispatchEvent(new Event('error'));
  expect(cells()[1]?.textContent).toBe('log');
  draw([custom('logo'), unicode('☕')]);
  expect(cells().map(({ textContent }) => textContent)).toEqual(['log', '']);
  expect(runs()).toEqual(['20px 1 ☕']);
  expect(cells()[0]?.querySelector('img')).toBeNull();
});

test('leaves the places of pictures free, and has an emoji that is not as wide as others by itself', () => {
  vi.spyOn(Range.prototype, 'getBoundingClientRect').mockImplementation(function (this: Range) {
    return new DOMRect(0, 0, this.toString() === '🦬' ? 45 : 30, 40);
  });
  const { draw, runs } = aGrid();
  draw([custom('logo'), ...['🦊', '🦬', '🦡', '🦔', '🦇'].map(unicode), custom('party'), unicode('🦉')]);
  expect(runs()).toEqual(['20px 1 🦊', '60px 0 🦬', '60px 1 🦡', '100px 0 🦔🦇', '140px 1 🦉']);
});
