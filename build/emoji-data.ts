import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import {
  EMOJI_LANGUAGES,
  type EmojiData,
  type EmojiGroup,
  type LocalEmojiNames,
} from '../renderer/emoji/emoji-data.ts';
import { SKIN_TONES, withSkinTone } from '../renderer/emoji/skin-tone.ts';

interface Entry {
  hexcode: string;
  emoji: string;
  label: string;
  tags?: string[];
  group?: number;
  order?: number;
  version: number;
  emoticon?: string | string[];
  skins?: { emoji: string; tone: number | number[] }[];
}

const require = createRequire(import.meta.url);
const read = <T>(path: string): T => JSON.parse(readFileSync(require.resolve(`emojibase-data/${path}`), 'utf8'));

/** GitHub's names first; Rocket.Chat's own are JoyPixels'. */
const SHORTCODE_SETS = ['github', 'joypixels', 'emojibase'];
/** What people type as a face, and nothing that is a word or the end of a bracket: `:)`, `<3`, `:D`, but not `B` or `8)`. */
const USUAL_EMOTICON = /^(?!D)(?=.*[:;<])[:;<>'()/|*3DPOpo]{2,3}$/;

/** The Unicode emoji as the picker wants them, made from emojibase. */
export function emojiData(): EmojiData {
  const entries = english();
  const sets = SHORTCODE_SETS.map((name) => read<Record<string, string | string[]>>(`en/shortcodes/${name}.json`));
  const columns = namesOf(entries);
  return {
    emoji: entries.map(({ emoji }) => emoji),
    groups: groupsOf(entries),
    versions: entries.map(({ version }) => version),
    toned: entries.map((entry) => (isToned(entry) ? '1' : '0')).join(''),
    ...columns,
    shortcodes: entries.map(({ hexcode }) => [...new Set(sets.flatMap((set) => set[hexcode] ?? []))].join(' ')),
    emoticons: Object.fromEntries(
      entries.flatMap(({ emoji, emoticon }) =>
        [emoticon ?? []]
          .flat()
          .filter((typed) => USUAL_EMOTICON.test(typed))
          .map((typed) => [typed, emoji]),
      ),
    ),
  };
}

/** Names and words of another language, in the order of `emojiData`. */
export function localEmojiNames(language: string): LocalEmojiNames {
  const local = new Map(read<Entry[]>(`${language}/data.json`).map((entry) => [entry.hexcode, entry]));
  return namesOf(english().map(({ hexcode }) => local.get(hexcode)));
}

/** Adds `emoji-data/LANGUAGE.json.gz` to what is built: compressed, all languages are a third of the package's size. */
export function emojiDataFiles(): Plugin {
  return {
    name: 'emoji-data-files',
    generateBundle() {
      const emit = (language: string, data: unknown) =>
        this.emitFile({
          type: 'asset',
          fileName: `emoji-data/${language}.json.gz`,
          source: gzipSync(JSON.stringify(data), { level: 9 }),
        });
      emit('en', emojiData());
      for (const language of EMOJI_LANGUAGES) emit(language, localEmojiNames(language));
    },
  };
}

/** emojibase also has it after characters that are emoji by default, where it only takes room in a status. */
const NEEDLESS_SELECTOR = /^(\p{Emoji_Presentation})\u{fe0f}$/u;

/** In Unicode's order, without the letters of flags and the loose skin tones. */
function english(): Entry[] {
  return read<Entry[]>('en/data.json')
    .filter(({ group }) => group !== undefined && group !== 2)
    .map((entry) => ({ ...entry, emoji: entry.emoji.replace(NEEDLESS_SELECTOR, '$1') }))
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
}

function namesOf(entries: (Entry | undefined)[]): LocalEmojiNames {
  return {
    names: entries.map((entry) => entry?.label ?? ''),
    words: entries.map((entry) => (entry?.tags ?? []).join(' ')),
  };
}

function groupsOf(entries: Entry[]): EmojiData['groups'] {
  const { groups } = read<{ groups: { key: EmojiGroup; order: number }[] }>('en/messages.json');
  return groups
    .map(({ key, order }) => ({ key, count: entries.filter(({ group }) => group === order).length }))
    .filter(({ count }) => count > 0);
}

/** True where each tone that the picker would make is one that Unicode has. */
function isToned({ emoji, skins = [] }: Entry): boolean {
  const known = new Set(skins.map((skin) => skin.emoji));
  return skins.length > 0 && SKIN_TONES.slice(1).every((tone) => known.has(withSkinTone(emoji, tone)));
}
