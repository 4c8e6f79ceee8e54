// Run by kill.test.ts: counts up in a store, saying each number before and after it is saved.
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { z } from 'zod';
import './without-electron.ts';

const { openStore } = await import('../../electron/storage/store.ts');

const [folder = ''] = process.argv.slice(2);
const { store, setAside } = openStore<{ count: number; padding: number[] }>({
  folder,
  name: 'counter',
  schema: { count: z.number(), padding: z.array(z.number()) },
  defaults: { count: 0, padding: [] },
  version: 1,
  migrations: {},
});
if (setAside !== null) throw new Error('the file was damaged');

flushCompileCache();
writeSync(1, `opened ${store.get().count}\n`);
for (let count = store.get().count + 1; ; count += 1) {
  writeSync(1, `saving ${count}\n`);
  const saved = store.set({ count, padding: Array.from({ length: 4_000 }, () => count) });
  if (!saved.ok) throw new Error('not saved');
  writeSync(1, `saved ${count}\n`);
}
