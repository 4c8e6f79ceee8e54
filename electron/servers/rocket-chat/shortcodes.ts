import { emojiByShortcode } from '../shortcode-tables.ts';

/**
 * The Unicode emoji that a built-in `:shortcode:` stands for, or null. Rocket.Chat uses those of JoyPixels:
 * https://github.com/RocketChat/Rocket.Chat/tree/develop/apps/meteor/app/emoji-emojione
 */
export function createShortcodes(): (name: string) => string | null {
  let byName: Map<string, string> | null = null;
  return (name) => {
    byName ??= emojiByShortcode('joypixels');
    return byName.get(name) ?? null;
  };
}
