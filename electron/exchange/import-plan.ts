import type { Account } from '../contract/account.ts';
import type { ImportMode, ImportNote, ImportRow } from '../contract/exchange.ts';
import type { Preset, PresetDraft } from '../contract/preset.ts';
import type { StatusEmoji } from '../contract/status.ts';
import { findAccounts, missingNotes } from './file-accounts.ts';
import type { FilePreset } from './file-content.ts';

export interface ImportPlan {
  rows: ImportRow[];
  notes: ImportNote[];
  /** All presets as they will be. A preset that is changed stays the same one, at its place. */
  result(mode: ImportMode, newId: () => string): Preset[];
}

interface Pair {
  wanted: PresetDraft;
  own: Preset | null;
}

/** Compares presets by their names, which are their texts; a preset without one goes by its emoji. */
export function planImport(
  file: readonly FilePreset[],
  own: readonly Preset[],
  accounts: readonly Pick<Account, 'id' | 'serverUrl' | 'login'>[],
): ImportPlan {
  const left = [...own];
  const notes: ImportNote[] = [];
  const pairs = file.map(({ accounts: wanted, ...preset }): Pair => {
    const { ids, missing } = findAccounts(wanted, accounts);
    notes.push(...missingNotes(missing));
    const draft: PresetDraft = { ...preset, accountIds: ids };
    const at = left.findIndex((one) => nameOf(one) === nameOf(draft));
    return { wanted: draft, own: at === -1 ? null : (left.splice(at, 1)[0] ?? null) };
  });
  const fileRows = pairs.map(({ wanted, own: mine }): ImportRow => ({ preset: wanted, state: stateOf(wanted, mine) }));
  const ownRows = left.map(({ id: _, ...preset }): ImportRow => ({ preset, state: 'only-here' }));

  return {
    rows: [...fileRows, ...ownRows],
    notes,
    result(mode, newId) {
      const taken = ({ wanted, own: mine }: Pair): Preset => ({ ...wanted, id: mine?.id ?? newId() });
      if (mode === 'replace') return pairs.map(taken);
      const changed = new Map(pairs.flatMap((pair) => (pair.own === null ? [] : [[pair.own.id, pair]])));
      const kept = own.map((preset) => {
        const pair = changed.get(preset.id);
        return pair === undefined ? preset : taken(pair);
      });
      return [...kept, ...pairs.filter((pair) => pair.own === null).map(taken)];
    },
  };
}

function stateOf(wanted: PresetDraft, own: Preset | null): ImportRow['state'] {
  if (own === null) return 'new';
  return comparable(wanted) === comparable(own) ? 'same' : 'change';
}

function nameOf({ text, emoji }: PresetDraft): string {
  return text.trim() === '' ? emojiName(emoji) : `“${text.trim()}”`;
}

function comparable(preset: PresetDraft): string {
  const { emoji, fallbackEmoji, text, availability, duration, then, accountIds } = preset;
  const emojis = [emojiName(emoji), emojiName(fallbackEmoji ?? null)];
  return JSON.stringify([emojis, text.trim(), availability, durationName(duration), then, accountIds?.toSorted()]);
}

/** Some programs leave U+FE0F out. */
function emojiName(emoji: StatusEmoji | null): string {
  if (emoji === null) return '';
  return emoji.kind === 'unicode' ? emoji.value.replaceAll('\u{FE0F}', '') : `${emoji.serverUrl} ${emoji.code}`;
}

function durationName(duration: Preset['duration']): unknown {
  return Object.entries(duration).toSorted(([one], [other]) => (one < other ? -1 : 1));
}
