import { createListeners } from '../contract/listeners.ts';
import type { Preset, Recent } from '../contract/preset.ts';
import { fail, type Result } from '../contract/result.ts';
import type { StatusEmoji } from '../contract/status.ts';
import type { Store } from '../storage/store.ts';
import { type ServerMove, withMovedEmoji } from './moved-emoji.ts';

const KEPT = 10;

export interface StoredRecents {
  recents: Recent[];
}

export interface RecentStatuses {
  list(): Recent[];
  find(recentId: string): Recent | null;
  /** Remembers a status that was set; one that reads like a preset or an earlier one is not listed twice. */
  add(recent: Omit<Recent, 'id'>, presets: Preset[]): void;
  forget(recentId: string): Result<null>;
  /** Lets them name an organisation's own emoji where its server is now. */
  move(move: ServerMove): void;
  onChange(listener: () => void): () => void;
}

/** The last ten different statuses, the newest first. */
export function createRecentStatuses(deps: { store: Store<StoredRecents>; newId: () => string }): RecentStatuses {
  const { store, newId } = deps;
  const changes = createListeners<null>();
  const list = () => store.get().recents;

  function write(recents: Recent[]): Result<null> {
    const result = store.set({ recents });
    changes.tell(null);
    return result;
  }

  return {
    list,
    find: (id) => list().find((recent) => recent.id === id) ?? null,
    add(recent, presets) {
      if (recent.text.trim() === '' && recent.emoji === null) return;
      if (presets.some((preset) => readsLike(preset, recent))) return;
      const others = list().filter((other) => !readsLike(other, recent));
      write([{ ...recent, id: newId() }, ...others].slice(0, KEPT));
    },
    forget(recentId) {
      const others = list().filter((recent) => recent.id !== recentId);
      return others.length === list().length ? fail({ code: 'not-found' }) : write(others);
    },
    move: (move) => void write(withMovedEmoji(list(), move)),
    onChange: changes.add,
  };
}

function readsLike(a: Pick<Recent, 'emoji' | 'text'>, b: Pick<Recent, 'emoji' | 'text'>): boolean {
  return a.text.trim() === b.text.trim() && emojiKey(a.emoji) === emojiKey(b.emoji);
}

function emojiKey(emoji: StatusEmoji | null): string {
  if (emoji === null) return '';
  return emoji.kind === 'unicode' ? emoji.value.replaceAll('\uFE0F', '') : `${emoji.serverUrl} ${emoji.code}`;
}
