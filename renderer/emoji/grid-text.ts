import { glyphWidths } from './glyph-widths.ts';
import type { GridSize, Line } from './grid-layout.ts';
import { tonedEmoji } from './pickable-emoji.tsx';
import type { SkinTone } from './skin-tone.ts';

export interface GridText {
  draw(lines: readonly Line[], size: Pick<GridSize, 'columns' | 'lineHeight'>, tone: SkinTone): void;
}

/** Emoji that are one text: side by side from a column on, and on the lines below it when they begin with the first column. */
interface Run {
  /** Pixels from the first of the lines. */
  top: number;
  /** From the left, whichever way one reads: flags and keycaps would go their own way. */
  column: number;
  text: string;
  /** Drawn wider or narrower than most, and so by itself, in the middle of its cell. */
  isOdd: boolean;
}

interface DrawnRun extends Run {
  element: HTMLElement;
  node: Text;
}

/**
 * Unicode's emoji in the grid, over the cells that have their names. All of a screen are one text, spaced so that each
 * stands in its cell: a browser lays out and paints that in less than half of the time that a text in each cell takes.
 */
export function createGridText(body: HTMLElement): GridText {
  const drawn: DrawnRun[] = [];
  let shown = 0;
  let spacedFor = 0;

  function drawRun(at: number, { top, column, text, isOdd }: Run): void {
    drawn[at] ??= createRun();
    const one = drawn[at];
    if (at >= shown) body.append(one.element);
    if (one.top !== top) one.element.style.setProperty('--top', `${top}px`);
    if (one.column !== column) one.element.style.setProperty('--column', String(column));
    if (one.isOdd !== isOdd) one.element.className = isOdd ? 'emoji-run odd' : 'emoji-run';
    if (one.text !== text) one.node.data = text;
    Object.assign(one, { top, column, text, isOdd });
  }

  return {
    draw(lines, { columns, lineHeight }, tone) {
      if (spacedFor !== lineHeight) body.style.setProperty('--glyph', `${glyphWidths.usual('emoji-run')}px`);
      spacedFor = lineHeight;
      const runs = runsOf(lines, columns, tone);
      runs.forEach((run, at) => {
        drawRun(at, run);
      });
      for (const { element } of drawn.slice(runs.length, shown)) element.remove();
      shown = runs.length;
    },
  };
}

function runsOf(lines: readonly Line[], columns: number, tone: SkinTone): Run[] {
  const isToTheLeft = document.documentElement.dir === 'rtl';
  const runs: Run[] = [];
  let mayGoOn = false;
  for (const { emoji, top } of lines) {
    const glyphs = emoji.map((one) => glyph(one, tone));
    const row = isToTheLeft ? Array.from({ length: columns }, (_, at) => glyphs[columns - 1 - at] ?? '') : glyphs;
    const parts = runsOfLine(row, top - (lines[0]?.top ?? 0));
    const [only] = parts;
    const isWhole = parts.length === 1 && only?.column === 0 && !only.isOdd;
    const above = mayGoOn && isWhole ? runs.at(-1) : undefined;
    if (above === undefined) runs.push(...parts);
    else above.text += `\n${only?.text}`;
    mayGoOn = isWhole;
  }
  return runs;
}

/** Parted by pictures, whose places stay free, and by what is not as wide as most. */
function runsOfLine(row: readonly string[], top: number): Run[] {
  const usual = glyphWidths.areUsual(row);
  const runs: Run[] = [];
  row.forEach((text, column) => {
    if (text === '') return;
    const isOdd = usual[column] === false;
    const before = row[column - 1] === '' ? undefined : runs.at(-1);
    if (before === undefined || before.isOdd || isOdd) runs.push({ top, column, text, isOdd });
    else before.text += text;
  });
  return runs;
}

function glyph(one: Line['emoji'][number], tone: SkinTone): string {
  const emoji = tonedEmoji(one, tone);
  return emoji.kind === 'unicode' ? emoji.value : '';
}

function createRun(): DrawnRun {
  const element = document.createElement('div');
  element.className = 'emoji-run';
  element.setAttribute('aria-hidden', 'true');
  const node = element.appendChild(document.createTextNode(''));
  return { element, node, top: Number.NaN, column: Number.NaN, text: '', isOdd: false };
}
