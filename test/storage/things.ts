import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openStore, type StoreOptions } from '../../electron/storage/store.ts';

/** What the stores in these tests hold. */
export interface Things {
  name: string;
  count: number;
  items: { id: string; size: number }[];
  records: Record<string, number>;
  choice: string[] | null;
}

export const DEFAULTS: Things = { name: 'none', count: 0, items: [], records: {}, choice: null };
export const FULL: Things = { name: 'é☕', count: 3, items: [{ id: 'a', size: 1 }], records: { x: 1 }, choice: ['b'] };

function options(folder: string, over: Partial<StoreOptions<Things>> = {}): StoreOptions<Things> {
  return {
    folder,
    name: 'things',
    schema: {
      name: z.string(),
      count: z.number(),
      items: z.array(z.object({ id: z.string(), size: z.number() })),
      records: z.record(z.string(), z.number()),
      choice: z.array(z.string()).nullable(),
    },
    defaults: DEFAULTS,
    version: 1,
    migrations: {},
    ...over,
  };
}

export const open = (folder: string, over?: Partial<StoreOptions<Things>>) => openStore(options(folder, over));
export const put = (folder: string, content: string | Uint8Array) =>
  writeFileSync(join(folder, 'things.json'), content);
export const stored = (folder: string): unknown => JSON.parse(readFileSync(join(folder, 'things.json'), 'utf8'));
export const copies = (folder: string) => readdirSync(folder).filter((name) => name.includes('.set-aside-'));
