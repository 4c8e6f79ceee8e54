/** How far two widths may be apart and still be the same, as a part of them: a font may be rounded to whole pixels. */
const ALIKE = 0.02;
const USUAL = '😀';

export interface GlyphWidths {
  /** How wide most emoji are drawn in an element of this class, in pixels. */
  usual(className: string): number;
  /** For each whether it is drawn as wide as most. Measured once. */
  areUsual(emoji: readonly string[]): boolean[];
}

/** How wide this system's font draws emoji. Those that are alike need no element each to stand in a grid. */
export const glyphWidths: GlyphWidths = createGlyphWidths();

function createGlyphWidths(): GlyphWidths {
  const known = new Map<string, boolean>();
  const learn = (emoji: readonly string[]) => {
    const [usual = 0, ...widths] = measure([USUAL, ...emoji], 'emoji-run');
    emoji.forEach((one, at) => {
      known.set(one, Math.abs((widths[at] ?? 0) - usual) <= usual * ALIKE);
    });
  };
  return {
    usual: (className) => measure([USUAL], className)[0] ?? 0,
    areUsual(emoji) {
      const unknown = emoji.filter((one) => !known.has(one));
      if (unknown.length > 0) learn(unknown);
      return emoji.map((one) => known.get(one) ?? false);
    },
  };
}

/** Lays out emoji unseen, one below the other. */
function measure(emoji: readonly string[], className: string): number[] {
  const unseen = document.createElement('div');
  unseen.className = 'emoji-unseen';
  unseen.setAttribute('aria-hidden', 'true');
  const line = unseen.appendChild(document.createElement('div'));
  line.className = className;
  const text = line.appendChild(document.createTextNode(emoji.join('\n')));
  document.body.append(unseen);
  const range = document.createRange();
  let start = 0;
  const widths = emoji.map((one) => {
    range.setStart(text, start);
    range.setEnd(text, start + one.length);
    start += one.length + 1;
    return range.getBoundingClientRect().width;
  });
  unseen.remove();
  return widths;
}
