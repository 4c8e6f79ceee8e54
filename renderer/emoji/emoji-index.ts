import type { OrganizationEmojiList } from '../../electron/contract/emoji.ts';
import type { StatusEmoji } from '../../electron/contract/status.ts';
import type { EmojiData, EmojiGroup, LocalEmojiNames } from './emoji-data.ts';
import { folded } from './fold.ts';
import { withoutSkinTone } from './skin-tone.ts';

/** One emoji that can be picked. */
export interface Pickable {
  /** The same for the same emoji at any time: what is remembered of it. */
  key: string;
  emoji: StatusEmoji;
  /** In the user's language, or English where there is no such name. */
  name: string;
  /** Without colons, with spaces between. */
  shortcodes: string;
  /** True where it comes in skin tones. */
  toned: boolean;
  picture: string | null;
  stillPicture: string | null;
  /** What it is called, folded, with a space before and behind each word. */
  title: string;
  /** All that it is found by, likewise. */
  found: string;
}

export interface Section {
  key: EmojiGroup | `organization ${string}`;
  /** An organisation's name; null for the categories of Unicode. */
  organization: string | null;
  emoji: Pickable[];
}

/** What the picker has to offer, in its order. */
export interface EmojiIndex {
  sections: Section[];
  byKey: ReadonlyMap<string, Pickable>;
  /** `:)` → an emoji. */
  emoticons: ReadonlyMap<string, string>;
}

/** Says whether this system's fonts have an emoji in colour. */
export type Draws = (emoji: string, version: number) => boolean;

/** The Unicode emoji that can be drawn here, by category. */
export function unicodeSections(data: EmojiData, local: LocalEmojiNames | null, draws: Draws): Section[] {
  let at = 0;
  return data.groups.map(({ key, count }) => {
    const emoji: Pickable[] = [];
    for (const end = at + count; at < end; at += 1) {
      if (draws(data.emoji[at] ?? '', data.versions[at] ?? 0)) emoji.push(unicodePickable(data, local, at));
    }
    return { key, organization: null, emoji };
  });
}

function unicodePickable(data: EmojiData, local: LocalEmojiNames | null, at: number): Pickable {
  const value = data.emoji[at] ?? '';
  const english = data.names[at] ?? '';
  const name = local?.names[at] || english;
  const codes = data.shortcodes[at] ?? '';
  const title = `${folded(name === english ? `${codes} ${english}` : `${name} ${codes} ${english}`)} `;
  const words = data.words[at] ?? '';
  return {
    key: unicodeKey(value),
    emoji: { kind: 'unicode', value },
    name,
    shortcodes: codes,
    toned: data.toned[at] === '1',
    picture: null,
    stillPicture: null,
    title,
    found: title + folded(`${words}${localWords(words, local?.words[at])}`),
  };
}

/** Those that are not among the English ones: languages near English have few. */
function localWords(words: string, local = ''): string {
  if (local === '' || local === words) return '';
  const known = new Set(words.split(' '));
  return local
    .split(' ')
    .map((word) => (known.has(word) ? '' : ` ${word}`))
    .join('');
}

/** One section for each organisation that has emoji of its own. */
export function organizationSections(lists: readonly OrganizationEmojiList[]): Section[] {
  return lists
    .filter(({ emoji }) => emoji.length > 0)
    .map(({ serverUrl, serverName, emoji }) => ({
      key: `organization ${serverUrl}` as const,
      organization: serverName,
      emoji: emoji.map((one) => {
        const shortcodes = [one.emoji.name, ...one.aliases].join(' ');
        const title = `${folded(shortcodes)} `;
        return {
          key: customKey(one.emoji),
          emoji: one.emoji,
          name: one.emoji.name,
          shortcodes,
          toned: false,
          picture: one.picture,
          stillPicture: one.stillPicture,
          title,
          found: title,
        };
      }),
    }));
}

export function createEmojiIndex(sections: Section[], emoticons: Record<string, string>): EmojiIndex {
  const byKey = new Map<string, Pickable>();
  for (const { emoji } of sections) for (const one of emoji) byKey.set(one.key, one);
  return { sections, byKey, emoticons: new Map(Object.entries(emoticons)) };
}

/** The key of an emoji, whatever tone or selector it has. */
export function keyOf(emoji: StatusEmoji): string {
  return emoji.kind === 'custom' ? customKey(emoji) : unicodeKey(emoji.value);
}

function unicodeKey(value: string): string {
  return withoutSkinTone(value).replaceAll('\u{fe0f}', '');
}

function customKey({ serverUrl, code }: Extract<StatusEmoji, { kind: 'custom' }>): string {
  return `${serverUrl} ${code}`;
}
