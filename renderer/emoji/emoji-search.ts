import type { EmojiIndex, Pickable } from './emoji-index.ts';
import { folded } from './fold.ts';

/** How well one is found; less is better. null: not at all. */
function rank(one: Pickable, query: string, words: string[]): number | null {
  for (const word of words) if (!one.found.includes(word)) return null;
  const { title } = one;
  const at = title.indexOf(query);
  if (at === -1) return 4;
  const whole = title[at + query.length] === ' ';
  if (at === 0) return whole ? 0 : 1;
  return whole ? 2 : 3;
}

/** All emoji with every word of what is typed, as the beginning of one of their own, the closest first. */
export type Search = (typed: string) => Pickable[];

/** Each search that goes on from the one before looks only among what that had found. */
export function createSearch({ sections }: EmojiIndex): Search {
  const all = sections.flatMap(({ emoji }) => emoji);
  let before = { query: '', among: all };
  return (typed) => {
    const query = folded(typed);
    const words = query
      .split(' ')
      .filter(Boolean)
      .map((word) => ` ${word}`);
    if (words.length === 0) return [];
    const goesOn = before.query !== '' && query.startsWith(before.query);
    const among: Pickable[] = [];
    const ranked: Pickable[][] = [[], [], [], [], []];
    for (const one of goesOn ? before.among : all) {
      const place = rank(one, query, words);
      if (place === null) continue;
      among.push(one);
      ranked[place]?.push(one);
    }
    before = { query, among };
    return ranked.flat();
  };
}

export function searchEmoji(index: EmojiIndex, typed: string): Pickable[] {
  return createSearch(index)(typed);
}

/** What completes shortcodes and emoticons. */
export interface Completer {
  emoticons: EmojiIndex['emoticons'];
  search(typed: string, most: number): Pickable[];
  whole(shortcode: string): Pickable | null;
}

export function createCompleter(index: EmojiIndex): Completer {
  return {
    emoticons: index.emoticons,
    search: (typed, most) => searchShortcodes(index, typed, most),
    whole: (shortcode) => emojiOfShortcode(index, shortcode),
  };
}

/** Up to `most` emoji for a shortcode that is being typed, without its colon: those whose shortcode begins so come first. */
export function searchShortcodes(index: EmojiIndex, typed: string, most: number): Pickable[] {
  const start = typed.toLowerCase();
  const named: Pickable[] = [];
  const whole: Pickable[] = [];
  const begun: Pickable[] = [];
  for (const { emoji } of index.sections) {
    for (const one of emoji) {
      const codes = ` ${one.shortcodes} `;
      if (codes.startsWith(` ${start} `)) named.push(one);
      else if (codes.includes(` ${start} `)) whole.push(one);
      else if (codes.includes(` ${start}`)) begun.push(one);
    }
  }
  const found = new Set([...named, ...whole, ...begun.sort((a, b) => shortest(a, start) - shortest(b, start))]);
  for (const one of found.size < most ? searchEmoji(index, typed) : []) found.add(one);
  return [...found].slice(0, most);
}

/** The emoji that has exactly this shortcode; an organisation's own goes before Unicode's, as it does on servers. */
export function emojiOfShortcode({ sections }: EmojiIndex, shortcode: string): Pickable | null {
  const wanted = shortcode.toLowerCase();
  const own = [...sections].sort((a, b) => Number(a.organization === null) - Number(b.organization === null));
  for (const primary of [true, false]) {
    for (const { emoji } of own) {
      const found = emoji.find(({ shortcodes }) =>
        primary ? `${shortcodes} `.startsWith(`${wanted} `) : ` ${shortcodes} `.includes(` ${wanted} `),
      );
      if (found !== undefined) return found;
    }
  }
  return null;
}

/** The shortcode of `one` that begins like what is being typed, else its first. */
export function fittingShortcode({ shortcodes }: Pickable, start: string): string {
  const codes = shortcodes.split(' ');
  return codes.find((code) => code.startsWith(start.toLowerCase())) ?? codes[0] ?? '';
}

function shortest({ shortcodes }: Pickable, start: string): number {
  const fitting = shortcodes.split(' ').filter((code) => code.startsWith(start));
  return Math.min(...fitting.map((code) => code.length));
}
