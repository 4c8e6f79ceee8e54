import { useLayoutEffect, useState } from 'preact/hooks';
import type { GridSize } from './grid-layout.ts';

/** In rem, so that the grid grows with the text. The style sheet has the same. */
const CELL = 2.5;
const HEADING = 1.75;
const USUAL_COLUMNS = 8;
const USUAL_REM = 16;

/** How many emoji fit side by side, and how high a line is. */
export function useGridSize(scroller: { current: HTMLElement | null }): GridSize {
  const [size, setSize] = useState<GridSize>(() => sizeFor(null));
  useLayoutEffect(() => {
    const measure = () =>
      setSize((before) => {
        const now = sizeFor(scroller.current);
        return now.columns === before.columns && now.lineHeight === before.lineHeight ? before : now;
      });
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [scroller]);
  return size;
}

function sizeFor(scroller: HTMLElement | null): GridSize {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || USUAL_REM;
  const cell = CELL * rem;
  const width = scroller?.querySelector('.emoji-grid')?.clientWidth || USUAL_COLUMNS * cell;
  return { columns: Math.max(1, Math.floor(width / cell)), lineHeight: cell, headingHeight: HEADING * rem };
}
