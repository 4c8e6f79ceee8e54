// @vitest-environment happy-dom
import { expect, test } from 'vitest';
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
  const body = document.createElement('div');
  const rows = createGridRows(body, 'grid');
  const draw = (emoji: Pickable[], place = 0, tone: 0 | 3 = 0) => {
    const size = { columns: 2, lineHeight: 40, headingHeight: 20 };
    const { lines } = layOut([{ key: 'found', heading: `${emoji.length} found`, emoji }], size);
    rows.draw({ lines, first: 0, columns: 2, tone, place });
  };
  const cells = () => [...body.querySelectorAll('[role="gridcell"]')];
  return { body, rows, draw, cells };
}

test('draws a heading and lines that say where they are', () => {
  const { body, draw, cells } = aGrid();
  draw(['😀', '👋', '☕'].map(unicode), 1, 3);
  expect(body.querySelector('[role="rowheader"]')?.textContent).toBe('3 found');
  expect([...body.querySelectorAll('[role="row"]')].map((row) => row.getAttribute('aria-rowindex'))).toEqual([
    '1',
    '2',
    '3',
  ]);
  expect(cells().map(({ id, textContent }) => `${id} ${textContent}`)).toEqual([
    'grid-0 😀',
    'grid-1 👋🏽',
    'grid-2 ☕',
  ]);
  expect(cells().map((cell) => cell.getAttribute('aria-selected'))).toEqual(['false', 'true', 'false']);
  expect(cells()[2]?.getAttribute('aria-label')).toBe('name of ☕');
});

test('uses its elements again for what comes next, fewer or more', () => {
  const { draw, cells, rows } = aGrid();
  draw(['😀', '👋', '☕'].map(unicode));
  const [first] = cells();
  draw([unicode('☕')]);
  expect(cells()).toEqual([first]);
  expect(first?.textContent).toBe('☕');
  draw(['🍕', '🍔', '🍟', '🌮'].map(unicode));
  expect(cells().map(({ textContent }) => textContent)).toEqual(['🍕', '🍔', '🍟', '🌮']);
  expect(rows.placeOf(cells()[3] ?? null)).toBe(3);
  expect(rows.placeOf(document.body)).toBeNull();
});

test('shows pictures, still ones for those who want less motion, and letters for those that can’t be shown', () => {
  const { draw, cells } = aGrid();
  draw([custom('party', 'app://popup/emoji/party.png'), custom('logo')]);
  expect(cells()[0]?.querySelector('source')?.getAttribute('media')).toContain('reduced-motion');
  cells()[1]?.querySelector('img')?.dispatchEvent(new Event('error'));
  expect(cells()[1]?.textContent).toBe('log');
  draw([custom('logo'), unicode('☕')]);
  expect(cells().map(({ textContent }) => textContent)).toEqual(['log', '☕']);
  expect(cells()[0]?.querySelector('img')).toBeNull();
});
