import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LARGEST_ZULIPRC, readZuliprc } from '../../electron/desktop/zuliprc-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zuliprc-'));
});
afterAll(() => rm(folder, { recursive: true }));

const UNREADABLE = { ok: false, problem: { code: 'zuliprc-invalid', missing: 'file' } };

test('its text is read whole', async () => {
  const path = join(folder, '.zuliprc');
  await writeFile(path, '[api]\nemail=zoë@example.org\n');
  expect(await readZuliprc(path)).toEqual({ ok: true, value: '[api]\nemail=zoë@example.org\n' });
});

test('the largest is still read, one byte more is not', async () => {
  const path = join(folder, 'large');
  await writeFile(path, 'x'.repeat(LARGEST_ZULIPRC));
  expect((await readZuliprc(path)).ok).toBe(true);
  await writeFile(path, 'x'.repeat(LARGEST_ZULIPRC + 1));
  expect(await readZuliprc(path)).toEqual(UNREADABLE);
});

test('a missing file and a folder are a problem, not an error', async () => {
  expect(await readZuliprc(join(folder, 'missing'))).toEqual(UNREADABLE);
  expect(await readZuliprc(folder)).toEqual(UNREADABLE);
});
