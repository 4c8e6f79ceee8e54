import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';
import { copies, DEFAULTS, FULL, open, put, type Things } from './things.ts';

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
