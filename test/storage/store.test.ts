import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openStore, type StoreOptions } from '../../electron/storage/store.ts';
import { temporaryFolder } from './temporary-folder.ts';

interface Things {
  name: string;
  count: number;
  items: { id: string; size: number }[];
  records: Record<string, number>;
  choice: string[] | null;
}

const DEFAULTS: Things = { name: 'none', count: 0, items: [], records: {}, choice: null };
const FULL: Things = { name: 'é☕', count: 3, items: [{ id: 'a', size: 1 }], records: { x: 1 }, choice: ['b'] };

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

const open = (folder: string, over?: Partial<StoreOptions<Things>>) => openStore(options(folder, over));
const put = (folder: string, content: string | Uint8Array) => writeFileSync(join(folder, 'things.json'), content);
const stored = (folder: string): unknown => JSON.parse(readFileSync(join(folder, 'things.json'), 'utf8'));
const copies = (folder: string) => readdirSync(folder).filter((name) => name.includes('.set-aside-'));

describe('a store', () => {
  it('starts with the defaults and writes no file before something is set', () => {
    const folder = temporaryFolder();
    const { store, setAside } = open(folder);
    expect(store.get()).toEqual(DEFAULTS);
    expect(setAside).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('gives back after a restart what was set, in a file only the user can read', () => {
    const folder = join(temporaryFolder(), 'not', 'there', 'yet');
    expect(open(folder).store.set(FULL)).toEqual({ ok: true, value: null });
    expect(open(folder).store.get()).toEqual(FULL);
    expect(statSync(join(folder, 'things.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'things.bak.json')).mode & 0o777).toBe(0o600);
  });

  it('gives back any value that fits its schema', () => {
    const folder = temporaryFolder();
    const text = fc.string({ unit: 'binary' }).map((value) => value.toWellFormed());
    const things = fc.record({
      name: text,
      count: fc.integer(),
      items: fc.array(fc.record({ id: text, size: fc.integer() })),
      records: fc.dictionary(
        text.filter((key) => key !== '__proto__'),
        fc.integer(),
      ),
      choice: fc.option(fc.array(text)),
    });
    fc.assert(
      fc.property(things, (value) => {
        open(folder).store.set(value);
        expect(open(folder).store.get()).toEqual(value);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps its own copy of what is set, without keys that are not in the schema', () => {
    const folder = temporaryFolder();
    const { store } = open(folder);
    const next = { ...FULL, items: [{ id: 'a', size: 1, extra: 'x' }] };
    store.set(next);
    next.items.length = 0;
    expect(store.get().items).toEqual([{ id: 'a', size: 1 }]);
    expect(stored(folder)).toEqual({ version: 1, ...FULL });
  });

  it('throws for a value that does not fit, and keeps the one before', () => {
    const folder = temporaryFolder();
    const { store } = open(folder);
    store.set(FULL);
    expect(() => store.set({ ...FULL, count: Number.NaN })).toThrow();
    expect(store.get()).toEqual(FULL);
    expect(stored(folder)).toEqual({ version: 1, ...FULL });
  });

  it('removes what a killed process left half written, but not what may be in use', () => {
    const folder = temporaryFolder();
    const [old, fresh] = ['things.json.tmp-1234567890abcdef', 'things.json.tmp-1234567891abcdef'];
    for (const name of [old, fresh]) writeFileSync(join(folder, name), '{');
    utimesSync(join(folder, old), new Date(0), new Date(0));
    open(folder);
    expect(readdirSync(folder)).toEqual([fresh]);
  });
});

describe('a file that is no JSON object', () => {
  const whole = JSON.stringify({ version: 1, ...FULL });
  it.each<[string, string | Uint8Array]>([
    ['truncated', whole.slice(0, whole.length - 7)],
    ['empty', ''],
    ['NUL bytes', new Uint8Array(512)],
    ['a list', '[]'],
    ['a string', '"hello"'],
    ['a number', '7'],
    ['null', 'null'],
    ['not UTF-8', Buffer.concat([Buffer.from(whole.slice(0, 30)), Buffer.from([0xff]), Buffer.from(whole.slice(30))])],
  ])('%s: is kept beside, and the last whole one used', (_name, content) => {
    const folder = temporaryFolder();
    open(folder).store.set(FULL);
    open(folder);
    put(folder, content);

    const { store, setAside } = open(folder, { now: () => new Date('2026-02-03T04:05:06.789Z') });
    expect(store.get()).toEqual(FULL);
    expect(setAside).toEqual({
      file: join(folder, 'things.json'),
      copy: join(folder, 'things.set-aside-2026-02-03T04-05-06-789Z.json'),
    });
    expect(readFileSync(setAside?.copy ?? '')).toEqual(Buffer.from(content));
    expect(statSync(setAside?.copy ?? '').mode & 0o777).toBe(0o600);

    const again = open(folder);
    expect(again.setAside).toBeNull();
    expect(again.store.get()).toEqual(FULL);
  });

  it('gives the defaults when there is no backup', () => {
    const folder = temporaryFolder();
    put(folder, '{"version": 1, "name": "x"');
    const { store, setAside } = open(folder);
    expect(store.get()).toEqual(DEFAULTS);
    expect(readFileSync(setAside?.copy ?? '', 'utf8')).toBe('{"version": 1, "name": "x"');
  });

  it('gives the defaults when the backup is damaged too', () => {
    const folder = temporaryFolder();
    put(folder, '{');
    writeFileSync(join(folder, 'things.bak.json'), 'also {');
    expect(open(folder).store.get()).toEqual(DEFAULTS);
  });

  it('never overwrites an earlier copy', () => {
    const folder = temporaryFolder();
    const now = () => new Date(0);
    for (const content of ['first', 'second', 'third']) {
      put(folder, content);
      open(folder, { now });
    }
    const kept = copies(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(kept.sort()).toEqual(['first', 'second', 'third']);
  });

  it('is moved when a folder is in its place', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'things.json'));
    const { store, setAside } = open(folder);
    expect(existsSync(setAside?.copy ?? '')).toBe(true);
    expect(store.set(FULL)).toEqual({ ok: true, value: null });
    expect(open(folder).store.get()).toEqual(FULL);
  });

  it('may begin with a byte order mark, as some editors write it', () => {
    const folder = temporaryFolder();
    put(folder, `\uFEFF${whole}`);
    const { store, setAside } = open(folder);
    expect(store.get()).toEqual(FULL);
    expect(setAside).toBeNull();
  });
});

describe('a file with some bad content', () => {
  it.each<[string, object, Partial<Things>]>([
    ['a bad key', { count: 'three' }, { count: 0 }],
    ['a bad item', { items: [{ id: 'a', size: 1 }, { id: 7 }, null] }, { items: [{ id: 'a', size: 1 }] }],
    ['a bad entry', { records: { x: 1, y: 'no' } }, { records: { x: 1 } }],
    ['a bad item in a list that may be null', { choice: ['b', 4] }, { choice: ['b'] }],
    ['a list where a record belongs', { records: [1, 2] }, { records: {} }],
    ['a bad version', { version: 'one' }, {}],
  ])('%s: everything else is kept, and the original beside', (_name, bad, expected) => {
    const folder = temporaryFolder();
    const content = JSON.stringify({ version: 1, ...FULL, ...bad });
    put(folder, content);
    const { store, setAside } = open(folder);
    expect(store.get()).toEqual({ ...FULL, ...expected });
    expect(readFileSync(setAside?.copy ?? '', 'utf8')).toBe(content);
    expect(open(folder).setAside).toBeNull();
  });

  it('takes the default for a key that is not there, as nothing was lost', () => {
    const folder = temporaryFolder();
    const { choice: _, ...older } = FULL;
    put(folder, JSON.stringify({ version: 1, ...older }));
    const { store, setAside } = open(folder);
    expect(store.get()).toEqual({ ...FULL, choice: null });
    expect(setAside).toBeNull();
  });
});

describe('versions', () => {
  const renamed = {
    version: 3,
    migrations: {
      2: ({ title, ...rest }: Record<string, unknown>) => ({ ...rest, name: title }),
      3: (before: Record<string, unknown>) => ({ ...before, count: Number(before.count) * 10 }),
    },
  };

  it('runs each step that is missing, in order, and none again', () => {
    const folder = temporaryFolder();
    const { name, ...rest } = FULL;
    put(folder, JSON.stringify({ version: 1, ...rest, title: name }));
    const { store, setAside } = open(folder, renamed);
    expect(store.get()).toEqual({ ...FULL, count: 30 });
    expect(setAside).toBeNull();
    store.set(store.get());
    expect(open(folder, renamed).store.get()).toEqual({ ...FULL, count: 30 });
  });

  it('keeps the original when a step throws, and what still fits', () => {
    const folder = temporaryFolder();
    put(folder, JSON.stringify({ version: 1, ...FULL }));
    const broken = () => {
      throw new Error('step');
    };
    const { store, setAside } = open(folder, { version: 2, migrations: { 2: broken } });
    expect(store.get()).toEqual(FULL);
    expect(copies(folder)).toHaveLength(1);
    expect(setAside).not.toBeNull();
  });

  it('uses the keys it knows of a later version, and keeps the original beside', () => {
    const folder = temporaryFolder();
    const content = JSON.stringify({ version: 9, ...FULL, later: true });
    put(folder, content);
    const { store, setAside } = open(folder);
    expect(store.get()).toEqual(FULL);
    expect(readFileSync(setAside?.copy ?? '', 'utf8')).toBe(content);
    expect(open(folder).setAside).toBeNull();
  });
});
