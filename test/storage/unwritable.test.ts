import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, type TestContext } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../electron/storage/store.ts';
import { temporaryFolder } from './temporary-folder.ts';

const NOT_SAVED = { ok: false, problem: { code: 'not-saved' } };

const open = (folder: string) =>
  openStore({
    folder,
    name: 'things',
    schema: { text: z.string() },
    defaults: { text: '' },
    version: 1,
    migrations: {},
  });

/** A file system of its own in memory; needs root and a system that lets root mount. */
function tinyDisk(context: TestContext, kilobytes: number): string {
  const folder = temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k,mode=700`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    context.skip('mounting a small disk needs root on Linux');
  }
  onTestFinished(() => void execFileSync('umount', [folder]));
  return folder;
}

const remount = (folder: string, mode: 'ro' | 'rw') => execFileSync('mount', ['-o', `remount,${mode}`, folder]);

it('says so when the disk is full, keeps the old file whole, and saves once there is room', (context) => {
  const folder = tinyDisk(context, 256);
  const { store } = open(folder);
  store.set({ text: 'old' });
  const ballast = join(folder, 'ballast');
  writeFileSync(ballast, Buffer.alloc(200 * 1024));

  const long = 'x'.repeat(100 * 1024);
  expect(store.set({ text: long })).toEqual(NOT_SAVED);
  expect(store.get().text).toBe(long);
  expect(JSON.parse(readFileSync(join(folder, 'things.json'), 'utf8'))).toEqual({ version: 1, text: 'old' });
  expect(open(folder).setAside).toBeNull();

  rmSync(ballast);
  expect(store.set({ text: 'new' })).toEqual({ ok: true, value: null });
  expect(open(folder).store.get().text).toBe('new');
});

it('leaves no torn file when the very first write meets a full disk', (context) => {
  const folder = tinyDisk(context, 64);
  expect(open(folder).store.set({ text: 'x'.repeat(100 * 1024) })).toEqual(NOT_SAVED);
  const { store, setAside } = open(folder);
  expect(store.get().text).toBe('');
  expect(setAside).toBeNull();
});

it('says so when the disk is read-only, and saves once it is not', (context) => {
  const folder = tinyDisk(context, 256);
  open(folder).store.set({ text: 'old' });
  remount(folder, 'ro');
  const { store } = open(folder);
  expect(store.get().text).toBe('old');
  expect(store.set({ text: 'new' })).toEqual(NOT_SAVED);
  expect(store.get().text).toBe('new');
  remount(folder, 'rw');
  expect(store.set(store.get())).toEqual({ ok: true, value: null });
  expect(open(folder).store.get().text).toBe('new');
});

it('never writes over a damaged file that could not be kept', (context) => {
  const folder = tinyDisk(context, 256);
  writeFileSync(join(folder, 'things.json'), '{"text": "precious');
  remount(folder, 'ro');
  const { store, setAside } = open(folder);
  expect(setAside).toBeNull();
  expect(store.set({ text: 'new' })).toEqual(NOT_SAVED);
  expect(readFileSync(join(folder, 'things.json'), 'utf8')).toBe('{"text": "precious');
});

it('says so at once in a folder without permission', (context) => {
  if (process.getuid?.() === 0) context.skip('root may write anywhere');
  const folder = temporaryFolder();
  const { store } = open(folder);
  chmodSync(folder, 0o500);
  onTestFinished(() => chmodSync(folder, 0o700));
  const before = performance.now();
  expect(store.set({ text: 'new' })).toEqual(NOT_SAVED);
  expect(performance.now() - before).toBeLessThan(500);
});
