import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';
import { copies, DEFAULTS, FULL, open, put, stored } from './things.ts';

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
