import type { Store } from '../../electron/storage/store.ts';

/** A disk that outlives the app: what was `set` is there after a restart, and nothing else. */
export interface MemoryDisk {
  store<T extends object>(name: string, defaults: T): Store<T>;
  /** While true, nothing can be written. */
  full: boolean;
  writes: number;
}

export function createMemoryDisk(): MemoryDisk {
  const files = new Map<string, string>();
  const disk: MemoryDisk = {
    full: false,
    writes: 0,
    store<T extends object>(name: string, defaults: T): Store<T> {
      let value = JSON.parse(files.get(name) ?? JSON.stringify(defaults)) as T;
      return {
        get: () => value,
        set(next) {
          value = next;
          if (disk.full) return { ok: false, problem: { code: 'not-saved' } };
          disk.writes += 1;
          files.set(name, JSON.stringify(next));
          return { ok: true, value: null };
        },
      };
    },
  };
  return disk;
}
