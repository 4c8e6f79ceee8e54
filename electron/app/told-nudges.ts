import type { StoredNudges } from '../storage/schemas.ts';
import type { Store } from '../storage/store.ts';

/** Which statuses the user has been asked about, on disk: a restart does not ask again. */
export function createToldNudges(store: Store<StoredNudges>) {
  return {
    has: (key: string) => store.get().told.includes(key),
    /** A disk that is full only means that the user may be asked once more. */
    add(keys: readonly string[], running: readonly string[]): void {
      const kept = store.get().told.filter((key) => running.includes(key) && !keys.includes(key));
      store.set({ told: [...kept, ...keys] });
    },
  };
}

export type ToldNudges = ReturnType<typeof createToldNudges>;
