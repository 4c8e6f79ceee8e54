import { useLayoutEffect, useState } from 'preact/hooks';
import type { GridSize } from './grid-layout.ts';

/** In rem, so that the grid grows with the text. The style sheet has the same. */
const CELL = 2.5;
const HEADING = 1.75;
/** What the popup has beside the grid; for as long as the picker is closed and has no size. */
const ASIDE = 2.4375;
const ABOVE_AND_BELOW = 9.25;
const USUAL_REM = 16;

/** How many emoji fit side by side, how high a line is, and how much of the grid is seen. Read once, not with each letter. */
export function useGridSize(scroller: { current: HTMLElement | null }): GridSize {
  const [size, setSize] = useState<GridSize>(() => ({ ...sizeFor(null), height: 0 }));
  useLayoutEffect(() => {
    const measure = () =>
      setSize((before) => {
        const now = sizeFor(scroller.current);
        return JSON.stringify(now) === JSON.stringify(before) ? before : now;
      });
    measure();
    window.addEventListener('resize', measure);
    // Also where the text has become larger.
    const observer = typeof ResizeObserver === 'function' ? new ResizeObserver(measure) : null;
    if (scroller.current !== null) observer?.observe(scroller.current);
    return () => {
      window.removeEventListener('resize', measure);
      observer?.disconnect();
    };
  }, [scroller]);
  return size;
}

function sizeFor(scroller: HTMLElement | null): GridSize {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || USUAL_REM;
  const cell = CELL * rem;
  const width = scroller?.querySelector('[role="grid"]')?.clientWidth || window.innerWidth - ASIDE * rem;
  return {
    columns: Math.max(1, Math.floor(width / cell)),
    lineHeight: cell,
    headingHeight: HEADING * rem,
    height: scroller?.clientHeight || window.innerHeight - ABOVE_AND_BELOW * rem,
  };
}
