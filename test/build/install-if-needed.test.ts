import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { whyToInstall } from '../../build/install-if-needed.mjs';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whereabouts-install-'));
  await mkdir(join(folder, 'node_modules'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const WANTED = {
  '': { version: '0.1.0' },
  'node_modules/preact': { version: '11.2.0' },
  'node_modules/other-system': { version: '1.0.0', optional: true },
};

async function write(file: string, packages: object) {
  await writeFile(join(folder, file), JSON.stringify({ packages }));
}

test('a fresh clone has to install', async () => {
  await write('package-lock.json', WANTED);
  expect(await whyToInstall(folder)).toBe('none are there yet');
});

test('what the lock file asks for is enough; packages for other systems may be missing', async () => {
  await write('package-lock.json', WANTED);
  await write('node_modules/.package-lock.json', { 'node_modules/preact': { version: '11.2.0' } });
  expect(await whyToInstall(folder)).toBeNull();
});

test('another version, or a package that is missing, has to be installed', async () => {
  await write('package-lock.json', WANTED);
  await write('node_modules/.package-lock.json', { 'node_modules/preact': { version: '11.1.0' } });
  expect(await whyToInstall(folder)).toBe('node_modules/preact is not 11.2.0');
  await write('node_modules/.package-lock.json', {});
  expect(await whyToInstall(folder)).toBe('node_modules/preact is missing');
});

test('without a lock file there is nothing to install from', async () => {
  await expect(whyToInstall(folder)).rejects.toThrow('package-lock.json');
});
