import { createListeners } from '../contract/listeners.ts';
import { ok, type Result } from '../contract/result.ts';
import type { Store } from '../storage/store.ts';
import type { DesiredRecord } from './desired-record.ts';
import { type ServerMove, withMovedEmoji } from './moved-emoji.ts';

export interface StoredDesired {
  records: Record<string, DesiredRecord>;
}

export interface DesiredStatuses {
  get(accountId: string): DesiredRecord | null;
  all(): Array<[accountId: string, record: DesiredRecord]>;
  /** Puts wishes on disk, in one write, before anything is sent for them. */
  put(wishes: Iterable<[accountId: string, record: DesiredRecord]>): Result<null>;
  /**
   * Notes what became of a wish. Kept in memory at once and written together with its neighbours: should that write be
   * lost, the wish is only tried once more.
   */
  note(accountId: string, change: Partial<DesiredRecord>): void;
  forget(accountId: string): void;
  /** Lets them name an organisation's own emoji where its server is now. */
  move(move: ServerMove): void;
  /** Writes what `note` has left open. */
  flush(): void;
  onChange(listener: (accountId: string) => void): () => void;
}

/** The desired status of each account, on disk. */
export function createDesiredStatuses(store: Store<StoredDesired>): DesiredStatuses {
  let records = store.get().records;
  let dirty = false;
  const changes = createListeners<string>();

  function flush(): Result<null> {
    if (!dirty) return ok(null);
    dirty = false;
    return store.set({ records });
  }

  function change(next: Record<string, DesiredRecord>): void {
    records = next;
    if (dirty) return;
    dirty = true;
    setImmediate(flush);
  }

  return {
    get: (id) => records[id] ?? null,
    all: () => Object.entries(records),
    put(wishes) {
      const changed = [...wishes];
      records = { ...records, ...Object.fromEntries(changed) };
      dirty = true;
      const result = flush();
      for (const [id] of changed) changes.tell(id);
      return result;
    },
    note(id, update) {
      const record = records[id];
      if (record === undefined) return;
      change({ ...records, [id]: { ...record, ...update } });
      changes.tell(id);
    },
    forget(id) {
      const { [id]: _gone, ...others } = records;
      change(others);
    },
    move(move) {
      change(withMovedEmoji(records, move));
      for (const id of Object.keys(records)) changes.tell(id);
    },
    flush: () => void flush(),
    onChange: changes.add,
  };
}
