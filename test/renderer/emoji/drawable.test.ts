// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { emojiData } from '../../../build/emoji-data.ts';
import { createDraws } from '../../../renderer/emoji/drawable.ts';
import { unicodeSections } from '../../../renderer/emoji/emoji-index.ts';

const SIZE = 20;
const data = emojiData();

/** A canvas whose emoji font ends with a version of Unicode's list, and joins no sequences but those of `joins`. */
function installFont({ newest, joins }: { newest: number; joins: (emoji: string) => boolean }): void {
  const versionOf = new Map(data.emoji.map((emoji, at) => [emoji, data.versions[at] ?? 0]));
  const pixels = new Uint8ClampedArray(SIZE * SIZE * 4);
  const context = {
    font: '',
    textBaseline: '',
    fillStyle: '',
    clearRect: () => pixels.fill(0),
    fillText(text: string) {
      const hasIt = (versionOf.get(text) ?? 99) <= newest;
      // What is missing is an empty box in the colour of the text.
      pixels.set(hasIt ? [250, 200, 40, 255] : this.fillStyle === '#fff' ? [255, 255, 255, 255] : [0, 0, 0, 255]);
    },
    getImageData: () => ({ data: pixels.slice() }),
    measureText: (text: string) => ({ width: joins(text) ? SIZE : SIZE * 2 }),
  };
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as unknown as null);
}

afterEach(() => vi.restoreAllMocks());

function offered(): string[] {
  const sections = unicodeSections(data, null, createDraws('sans-serif'));
  return sections.flatMap(({ emoji }) => emoji.map((one) => (one.emoji.kind === 'unicode' ? one.emoji.value : '')));
}

test('what is newer than the system’s font is not offered', () => {
  const at = data.versions.findIndex((version) => version >= 16);
  installFont({ newest: 15.1, joins: () => true });
  const shown = offered();
  expect(shown).toContain('😀');
  expect(shown).not.toContain(data.emoji[at]);
  expect(shown).toHaveLength(data.versions.filter((version, place) => version <= 15.1 || isSequence(place)).length);
});

test('a sequence that falls apart is not offered', () => {
  installFont({ newest: 99, joins: (emoji) => !/\p{Regional_Indicator}/u.test(emoji) });
  const shown = offered();
  expect(shown).not.toContain('🇩🇪');
  expect(shown).toContain('🧑‍💻');
});

test('where there is no emoji font, or no canvas, all are offered', () => {
  installFont({ newest: 0, joins: () => false });
  expect(offered()).toHaveLength(data.emoji.length);
  vi.restoreAllMocks();
  expect(offered()).toHaveLength(data.emoji.length);
});

function isSequence(place: number): boolean {
  return /\u{200d}|\p{Regional_Indicator}|\u{20e3}|[\u{e0020}-\u{e007f}]/u.test(data.emoji[place] ?? '');
}
