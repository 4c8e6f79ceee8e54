import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { CommandAnswer, CommandArgument, CommandName } from '../../electron/contract/commands.ts';
import type { OrganizationEmoji, OrganizationEmojiList } from '../../electron/contract/emoji.ts';
import type { StatusEmoji } from '../../electron/contract/status.ts';
import type { ReadEmojiFile } from './emoji-data.ts';
import type { EmojiIndex, Section } from './emoji-index.ts';
import type { Completer } from './emoji-search.ts';
import type { Memory } from './used-emoji.ts';

/** What a field for an emoji needs at first; the rest is loaded when the popup is idle, or at the latest when asked for. */
export interface EmojiShelf {
  /** The organisations' own emoji, as far as main has them. */
  organizations: ReadonlySignal<readonly OrganizationEmojiList[]>;
  /** null until `load` is through. */
  index: ReadonlySignal<EmojiIndex | null>;
  /** Completes by the same, and by the names that servers have of their own, once they were asked for. */
  completer: ReadonlySignal<Completer | null>;
  /** Where habits are kept. Not asked for before it is needed: a page's first look at its storage waits for the disk. */
  memory(): Memory;
  /** Asks main what the chosen accounts' servers call Unicode's emoji. */
  learnNames(): Promise<void>;
  /** Asks main for the organisations' own emoji as they are now. */
  refresh(): Promise<void>;
  /** Loads whatever is not there yet. Safe to call at any time; a failure is tried again at the next call. */
  load(locale: string): Promise<void>;
}

export interface EmojiShelfDeps {
  ask<N extends CommandName>(name: N, argument: CommandArgument<N>): Promise<CommandAnswer<N>>;
  readFile: ReadEmojiFile;
  memory: () => Memory;
}

export function createEmojiShelf({ ask, readFile, memory }: EmojiShelfDeps): EmojiShelf {
  const organizations = signal<readonly OrganizationEmojiList[]>([]);
  const index = signal<EmojiIndex | null>(null);
  const naming = signal<{ key: string; apply: (index: EmojiIndex) => EmojiIndex } | null>(null);
  let unicode: Promise<{ sections: Section[]; emoticons: Record<string, string> }> | null = null;
  let language = 'en';
  let createCompleter: ((index: EmojiIndex) => Completer) | null = null;

  async function build(): Promise<void> {
    const loading = await import('./load-emoji.ts');
    unicode ??= loading.loadUnicodeEmoji(readFile, language);
    const { sections, emoticons } = await unicode;
    createCompleter = loading.createCompleter;
    const first = index.value === null;
    index.value = loading.buildIndex(sections, organizations.value, emoticons);
    if (first) loading.warmUp(index.value);
  }

  const shelf: EmojiShelf = {
    organizations,
    index,
    completer: computed(() => {
      const plain = index.value;
      return plain && (createCompleter?.(naming.value?.apply(plain) ?? plain) ?? null);
    }),
    memory,
    async learnNames() {
      const [answer, { withServerNames }] = await Promise.all([
        ask('list-emoji-names', null),
        import('./server-names.ts'),
      ]);
      const key = answer.ok ? JSON.stringify(answer.value) : naming.value?.key;
      if (answer.ok && key !== undefined && key !== naming.value?.key)
        naming.value = { key, apply: (plain) => withServerNames(plain, answer.value) };
    },
    async refresh() {
      const answer = await ask('list-organization-emoji', null);
      if (!answer.ok) return;
      const lists = answer.value;
      if (JSON.stringify(lists) === JSON.stringify(organizations.value)) return;
      organizations.value = lists;
      if (unicode !== null) await build();
    },
    async load(locale) {
      if (index.value !== null && locale === language) return;
      if (locale !== language) unicode = null;
      language = locale;
      await build().catch(() => {
        unicode = null;
      });
    },
  };
  return shelf;
}

/** The organisation's emoji that a status names, where it is still to be had. */
export function organizationEmoji(
  lists: readonly OrganizationEmojiList[],
  emoji: StatusEmoji,
): OrganizationEmoji | null {
  if (emoji.kind === 'unicode') return null;
  const list = lists.find(({ serverUrl }) => serverUrl === emoji.serverUrl);
  return list?.emoji.find((one) => one.emoji.code === emoji.code) ?? null;
}

/** The organisation that does not have an emoji of its own any more; null where it has, or where that is not known. */
export function organizationWithout(
  lists: readonly OrganizationEmojiList[],
  emoji: StatusEmoji | null,
): OrganizationEmojiList | null {
  if (emoji?.kind !== 'custom' || organizationEmoji(lists, emoji) !== null) return null;
  return lists.find(({ serverUrl }) => serverUrl === emoji.serverUrl) ?? null;
}
