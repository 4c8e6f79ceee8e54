import type { Line } from './grid-layout.ts';
import { tonedEmoji } from './pickable-emoji.tsx';
import type { SkinTone } from './skin-tone.ts';

export interface GridText {
  draw(lines: readonly Line[], columns: number, tone: SkinTone): void;
}

interface Column {
  element: HTMLElement;
  text: Text;
  top: number | null;
  column: number | null;
}

/**
 * Unicode's emoji in the grid, over the cells that have their names: each column between two headings is one text, with
 * an emoji in each of its lines. A browser lays out and paints it in half of the time that a text in each cell takes.
 */
export function createGridText(body: HTMLElement): GridText {
  const drawn: Column[] = [];
  let shown = 0;

  function drawColumn(at: number, top: number, column: number, text: string): void {
    drawn[at] ??= createColumn();
    const one = drawn[at];
    if (at >= shown) body.append(one.element);
    if (one.top !== top) one.element.style.setProperty('--top', `${top}px`);
    if (one.column !== column) one.element.style.setProperty('--column', String(column));
    if (one.text.data !== text) one.text.data = text;
    one.top = top;
    one.column = column;
  }

  return {
    draw(lines, columns, tone) {
      let count = 0;
      for (const block of blocksOf(lines)) {
        const top = (block[0]?.top ?? 0) - (lines[0]?.top ?? 0);
        for (let column = 0; column < columns; column += 1) {
          drawColumn(count, top, column, block.map((line) => glyph(line, column, tone)).join('\n'));
          count += 1;
        }
      }
      for (const { element } of drawn.slice(count, shown)) element.remove();
      shown = count;
    },
  };
}

/** Lines of emoji that no heading parts. */
function blocksOf(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [];
  let parted = true;
  for (const line of lines) {
    if (line.heading === null && parted) blocks.push([]);
    if (line.heading === null) blocks.at(-1)?.push(line);
    parted = line.heading !== null;
  }
  return blocks;
}

/** The place of a picture stays free. */
function glyph(line: Line, column: number, tone: SkinTone): string {
  const one = line.emoji[column];
  const emoji = one === undefined ? null : tonedEmoji(one, tone);
  return emoji?.kind === 'unicode' ? emoji.value : '';
}

function createColumn(): Column {
  const element = document.createElement('div');
  element.className = 'emoji-column';
  element.setAttribute('aria-hidden', 'true');
  const text = element.appendChild(document.createTextNode(''));
  return { element, text, top: null, column: null };
}
