import { expect, test } from 'vitest';
import type { Pickable } from '../../../renderer/emoji/emoji-index.ts';
import { layOut, lineOf, placeAfter, visibleLines } from '../../../renderer/emoji/grid-layout.ts';

const SIZE = { columns: 4, lineHeight: 40, headingHeight: 20 };
const some = (count: number) => Array.from({ length: count }, (_, at) => ({ key: String(at) }) as Pickable);
const layout = layOut(
  [
    { key: 'a', heading: 'A', emoji: some(6) },
    { key: 'b', heading: 'B', emoji: some(5) },
  ],
  SIZE,
);
const after = (key: string, place: number, whole = false) => placeAfter(key, place, layout, { page: 2, whole });

test('lays out lines under their headings', () => {
  expect(layout).toMatchObject({ count: 11, height: 2 * 20 + 4 * 40 });
  expect(layout.lines.map(({ top }) => top)).toEqual([0, 20, 60, 100, 120, 160]);
  expect(lineOf(layout, 6)).toBe(4);
});

test.each([
  ['ArrowRight', 3, 4],
  ['ArrowRight', 10, 10],
  ['ArrowLeft', 0, 0],
  ['ArrowDown', 0, 4],
  // Over a heading, and to the end of a line that is shorter.
  ['ArrowDown', 5, 7],
  ['ArrowDown', 3, 5],
  ['ArrowUp', 6, 4],
  ['ArrowUp', 1, 1],
  ['PageDown', 0, 6],
  ['PageUp', 10, 4],
  ['Home', 5, 4],
  ['End', 0, 3],
])('%s leads from %i to %i', (key, from, to) => {
  expect(after(key, from)).toBe(to);
});

test('Home and End with Ctrl lead to the very ends; letters lead nowhere', () => {
  expect(after('End', 0, true)).toBe(10);
  expect(after('Home', 10, true)).toBe(0);
  expect(after('a', 0)).toBeNull();
});

test('shows few of many lines, wherever it is scrolled to', () => {
  const long = layOut([{ key: 'a', heading: 'A', emoji: some(10_000) }], SIZE);
  for (const top of [0, 5_000, long.height - 400]) {
    const { lines, first } = visibleLines(long, top, 400);
    expect(lines.length).toBeLessThan(16);
    expect(lines[0]).toBe(long.lines[first]);
    expect(lines[0]?.top).toBeLessThanOrEqual(top);
    expect((lines.at(-1)?.top ?? 0) + 40).toBeGreaterThanOrEqual(Math.min(top + 400, long.height));
  }
});
