import type { Result } from '../contract/result.ts';
import type { CustomEmoji, KnownEmoji } from '../servers/known-emoji.ts';
import type { Store } from '../storage/store.ts';
import type { StoredEmoji, StoredServerEmoji } from '../storage/stores.ts';

export interface KeptEmoji extends KnownEmoji {
  keepCustom(serverUrl: string, custom: CustomEmoji[]): Result<null>;
  /** Drops every server but these. */
  keepOnly(serverUrls: readonly string[]): void;
}

const NOTHING: StoredServerEmoji = { custom: null, table: null };

/** What is known of servers' emoji, on disk: there at the next start and while offline. */
export function createKeptEmoji(store: Store<StoredEmoji>): KeptEmoji {
  const of = (serverUrl: string) => store.get().servers[serverUrl] ?? NOTHING;

  function put(serverUrl: string, change: Partial<StoredServerEmoji>): Result<null> {
    const before = of(serverUrl);
    const after = { ...before, ...change };
    if (JSON.stringify(after) === JSON.stringify(before)) return { ok: true, value: null };
    return store.set({ servers: { ...store.get().servers, [serverUrl]: after } });
  }

  return {
    custom: (serverUrl) => of(serverUrl).custom,
    table: (serverUrl) => of(serverUrl).table,
    keepTable(serverUrl, { address, etag, names }) {
      const copied = Object.fromEntries(Object.entries(names).map(([code, all]) => [code, [...all]]));
      put(serverUrl, { table: { address, etag, names: copied } });
    },
    proven: (serverUrl) => of(serverUrl).proven ?? {},
    keepProven: (serverUrl, code, name) => void put(serverUrl, { proven: { ...of(serverUrl).proven, [code]: name } }),
    keepCustom: (serverUrl, custom) => put(serverUrl, { custom }),
    keepOnly(serverUrls) {
      const entries = Object.entries(store.get().servers);
      const kept = entries.filter(([serverUrl]) => serverUrls.includes(serverUrl));
      if (kept.length < entries.length) store.set({ servers: Object.fromEntries(kept) });
    },
  };
}
