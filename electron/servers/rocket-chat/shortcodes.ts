import { fullyQualified } from '../../contract/rgi-emoji.ts';
import { readShortcodes, type ShortcodeTable } from '../shortcode-tables.ts';

/**
 * The Unicode emoji that a built-in `:shortcode:` stands for, or null. Rocket.Chat uses those of JoyPixels:
 * https://github.com/RocketChat/Rocket.Chat/tree/develop/apps/meteor/app/emoji-emojione
 */
export function createShortcodes(): (name: string) => string | null {
  let byName: Map<string, string> | null = null;
  return (name) => {
    byName ??= invert(readShortcodes('joypixels'));
    return byName.get(name) ?? null;
  };
}

function invert(shortcodes: ShortcodeTable): Map<string, string> {
  const byName = new Map<string, string>();
  for (const [code, names] of Object.entries(shortcodes)) {
    const emoji = fullyQualified(String.fromCodePoint(...code.split('-').map((hex) => Number.parseInt(hex, 16))));
    for (const name of [names].flat()) byName.set(name, byName.get(name) ?? emoji);
  }
  return byName;
}
