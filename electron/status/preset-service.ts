import { createListeners } from '../contract/listeners.ts';
import type { Preset, PresetDraft } from '../contract/preset.ts';
import { fail, ok, type Result } from '../contract/result.ts';
import type { Store } from '../storage/store.ts';
import { type ServerMove, withMovedEmoji } from './moved-emoji.ts';
import { type OriginalPresetId, originalPresets } from './original-presets.ts';
import type { UndoOffer } from './undo-offer.ts';

/** null: the originals, untouched. */
export interface StoredPresets {
  presets: Preset[] | null;
}

export interface PresetService {
  list(): Preset[];
  find(presetId: string): Preset | null;
  /** Creates one (`presetId` null) or changes one. */
  save(presetId: string | null, draft: PresetDraft): Result<{ presetId: string }>;
  /** Can be undone for a minute. */
  remove(presetId: string): Result<null>;
  /** Ids not named keep their order behind those that are. */
  order(presetIds: string[]): Result<null>;
  /** Puts the originals in the place of all presets. Can be undone for a minute. */
  restore(): Result<null>;
  /** Lets them name an organisation's own emoji where its server is now. */
  move(move: ServerMove): void;
  /** As they are on disk; null: the originals, never edited. */
  stored(): Preset[] | null;
  /** Puts these in the place of all. */
  put(presets: Preset[] | null): Result<null>;
  onChange(listener: () => void): () => void;
}

export function createPresetService(deps: {
  store: Store<StoredPresets>;
  undo: UndoOffer;
  newId: () => string;
  originalText: (id: OriginalPresetId) => string;
}): PresetService {
  const { store, undo, newId } = deps;
  const changes = createListeners<null>();
  const list = () => store.get().presets ?? originalPresets(deps.originalText);

  function write(presets: Preset[] | null): Result<null> {
    const result = store.set({ presets });
    changes.tell(null);
    return result;
  }

  return {
    list,
    find: (id) => list().find((preset) => preset.id === id) ?? null,
    save(presetId, draft) {
      if (draft.text.trim() === '' && draft.emoji === null) return fail({ code: 'preset-name-empty' });
      const id = presetId ?? newId();
      const preset: Preset = { ...draft, id, text: draft.text.trim() };
      const present = list();
      if (presetId !== null && !present.some((other) => other.id === presetId)) return fail({ code: 'not-found' });
      const next =
        presetId === null ? [...present, preset] : present.map((other) => (other.id === id ? preset : other));
      const saved = write(next);
      return saved.ok ? ok({ presetId: id }) : saved;
    },
    remove(presetId) {
      const present = list();
      const index = present.findIndex((preset) => preset.id === presetId);
      const preset = present[index];
      if (preset === undefined) return fail({ code: 'not-found' });
      undo.offer('preset-deleted', preset.text, () => write(list().toSpliced(index, 0, preset)));
      return write(present.toSpliced(index, 1));
    },
    order(presetIds) {
      const rank = new Map(presetIds.map((id, index) => [id, index]));
      const place = ({ id }: Preset) => rank.get(id) ?? presetIds.length;
      return write(list().toSorted((a, b) => place(a) - place(b)));
    },
    restore() {
      const { presets } = store.get();
      undo.offer('presets-restored', '', () => write(presets));
      return write(null);
    },
    move(move) {
      const { presets } = store.get();
      if (presets !== null) write(withMovedEmoji(presets, move));
    },
    stored: () => store.get().presets,
    put: write,
    onChange: changes.add,
  };
}
