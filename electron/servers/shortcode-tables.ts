import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fullyQualified } from '../contract/rgi-emoji.ts';

/** Whose names: `iamcal` has Slack's, `joypixels` Rocket.Chat's. https://emojibase.dev/docs/shortcodes */
export const SHORTCODE_SETS = ['github', 'joypixels', 'iamcal', 'cldr', 'emojibase'] as const;
export type ShortcodeSet = (typeof SHORTCODE_SETS)[number];

/** The names, without colons, of each emoji's code points (`1F1E6-1F1E8`). */
export type ShortcodeTable = Readonly<Record<string, string | string[]>>;

/**
 * Read when it is asked for, and not imported: few ever meet a shortcode, and all of main waits at each start for what it
 * imports. The reader keeps what it needs.
 */
export function readShortcodes(set: ShortcodeSet): ShortcodeTable {
  return JSON.parse(readFileSync(pathOf(set), 'utf8'));
}

/** The emoji under each name; where sets differ, the one that comes first counts. */
export function emojiByShortcode(...sets: ShortcodeSet[]): Map<string, string> {
  const byName = new Map<string, string>();
  for (const [code, names] of sets.map(readShortcodes).flatMap(Object.entries<string | string[]>)) {
    const emoji = fullyQualified(String.fromCodePoint(...code.split('-').map((hex) => Number.parseInt(hex, 16))));
    for (const name of [names].flat()) if (!byName.has(name)) byName.set(name, emoji);
  }
  return byName;
}

/** Beside the built main.js, or else, run from the sources, in the package. */
function pathOf(set: ShortcodeSet): string {
  const built = join(import.meta.dirname, 'shortcodes', `${set}.json`);
  return existsSync(built) ? built : createRequire(import.meta.url).resolve(`emojibase-data/en/shortcodes/${set}.json`);
}
