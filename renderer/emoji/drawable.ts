import type { Draws } from './emoji-index.ts';

const SIZE = 20;
const SEQUENCE = /\u{200d}|\p{Regional_Indicator}|\u{20e3}|[\u{e0020}-\u{e007f}]/u;
/** How much wider than one emoji a sequence may be before it must be several. */
const ONE_WIDE = 1.5;

/**
 * Asks a canvas what this system's fonts have: once for each version of Unicode's list whether they draw its first
 * emoji in colour, and for each sequence whether they draw it as one. Without a canvas, or without any emoji font,
 * all are taken to be drawn: names alone are better than nothing.
 */
export function createDraws(face: string): Draws {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (context === null || typeof context.measureText !== 'function') return () => true;
  context.font = `${SIZE}px ${face}`;
  context.textBaseline = 'top';
  if (!isColoured(context, '😀')) return () => true;
  const widest = context.measureText('😀').width * ONE_WIDE;
  const versions = new Map<number, boolean>();
  return (emoji, version) => {
    if (SEQUENCE.test(emoji)) return context.measureText(emoji).width <= widest;
    const known = versions.get(version);
    if (known !== undefined) return known;
    const drawn = isColoured(context, emoji);
    versions.set(version, drawn);
    return drawn;
  };
}

/** A glyph of an emoji font looks the same whatever the colour of the text; a letter or an empty box does not. */
function isColoured(context: CanvasRenderingContext2D, emoji: string): boolean {
  const [black, white] = ['#000', '#fff'].map((colour) => {
    context.clearRect(0, 0, SIZE, SIZE);
    context.fillStyle = colour;
    context.fillText(emoji, 0, 0);
    return context.getImageData(0, 0, SIZE, SIZE).data;
  });
  return (
    black?.some((value) => value !== 0) === true && black.every((value, at) => Math.abs(value - (white?.[at] ?? 0)) < 8)
  );
}
