import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Problem } from '../../electron/contract/problem.ts';
import { drawPicture } from '../../electron/demo/http/picture.ts';
import { createEmojiPictures, pictureId } from '../../electron/emoji/emoji-pictures.ts';
import { createPictureCache } from '../../electron/emoji/picture-cache.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'emoji-pictures-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const PNG = drawPicture([1, 2, 3]);
const address = (name: string) => `https://chat.example/${name}.png`;

function open(answer: () => Problem | null = () => null) {
  const asked: string[] = [];
  let running = 0;
  let most = 0;
  let time = 0;
  const pictures = createEmojiPictures({
    cache: createPictureCache({ folder, maxBytes: 1_000_000 }),
    async read(wanted) {
      asked.push(wanted);
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      const problem = answer();
      return problem ? { ok: false, problem } : { ok: true, value: { type: 'image/png', bytes: PNG } };
    },
    now: () => time,
  });
  return { pictures, asked, most: () => most, wait: (ms: number) => (time += ms) };
}

test('a picture is fetched once, however many ask, and then read from disk', async () => {
  const { pictures, asked } = open();
  const both = await Promise.all([pictures.get(address('a')), pictures.get(address('a'))]);
  expect(both.map((picture) => picture?.type)).toEqual(['image/png', 'image/png']);
  expect(asked).toEqual([address('a')]);
  await expect.poll(() => readdir(folder)).toEqual([pictureId(address('a'))]);
  const later = open(() => ({ code: 'offline' }));
  expect(Buffer.from((await later.pictures.get(address('a')))?.bytes ?? [])).toEqual(PNG);
  expect(later.asked).toEqual([]);
});

test('what is no picture is not asked for again within the hour, what was not reached after a while', async () => {
  let problem: Problem = { code: 'bad-reply', host: 'h' };
  const { pictures, asked, wait } = open(() => problem);
  expect(await pictures.get(address('a'))).toBeNull();
  wait(50 * 60_000);
  expect(await pictures.get(address('a'))).toBeNull();
  expect(asked).toHaveLength(1);
  problem = { code: 'offline' };
  expect(await pictures.get(address('b'))).toBeNull();
  wait(31_000);
  await pictures.get(address('b'));
  expect(asked).toHaveLength(3);
});

test('thousands are fetched a few at a time', async () => {
  const { pictures, asked, most } = open();
  await Promise.all(Array.from({ length: 200 }, (_, index) => pictures.get(address(String(index)))));
  expect(asked).toHaveLength(200);
  expect(most()).toBe(6);
});

test('a file that something else has written there is not served', async () => {
  await writeFile(join(folder, pictureId(address('a'))), '<script>');
  const { pictures, asked } = open();
  expect(Buffer.from((await pictures.get(address('a')))?.bytes ?? [])).toEqual(PNG);
  expect(asked).toHaveLength(1);
});

test('the folder stays within its limit; what was looked at last stays', async () => {
  const cache = createPictureCache({ folder, maxBytes: 1_000 });
  const id = (index: number) => `picture-number-${String(index).padStart(4, '0')}`;
  for (let index = 0; index < 9; index += 1) {
    await cache.keep(id(index), Buffer.alloc(100));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(await cache.read(id(0))).toHaveLength(100);
  await new Promise((resolve) => setTimeout(resolve, 5));
  await cache.keep(id(9), Buffer.alloc(100));
  await cache.keep(id(10), Buffer.alloc(100));
  const names = await readdir(folder);
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(1_000);
  expect(await cache.read(id(10))).not.toBeNull();
  expect(await cache.read(id(0))).not.toBeNull();
  expect(await cache.read(id(1))).toBeNull();
});

test('nothing outside the folder is ever read or written', async () => {
  const cache = createPictureCache({ folder: join(folder, 'inner'), maxBytes: 1_000 });
  await writeFile(join(folder, 'a-secret-file-out-here'), 'secret');
  for (const id of ['../a-secret-file-out-here', '..', '', 'a/../../a-secret-file-out-here', '/etc/passwd']) {
    expect(await cache.read(id)).toBeNull();
    await cache.keep(id, Buffer.from('x'));
  }
  expect(await readdir(folder)).toEqual(['a-secret-file-out-here']);
});
