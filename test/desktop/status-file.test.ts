import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LARGEST_STATUS_FILE, readStatusFile } from '../../electron/desktop/status-file.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';

function file(content: string | Uint8Array): string {
  const path = join(temporaryFolder(), 'statuses.csv');
  writeFileSync(path, content);
  return path;
}

const invalid = (reason: string) => ({ ok: false, problem: { code: 'status-file-invalid', reason } });

test('reads text in UTF-8, and in UTF-16 as spreadsheets save it', async () => {
  expect(await readStatusFile(file('name\nFerien 🏖️'))).toEqual({ ok: true, value: 'name\nFerien 🏖️' });
  const utf16 = Buffer.from('\u{FEFF}name\nÉtude', 'utf16le');
  expect(await readStatusFile(file(utf16))).toEqual({ ok: true, value: 'name\nÉtude' });
});

test('says what can’t be read', async () => {
  expect(await readStatusFile('/nowhere/statuses.csv')).toEqual(invalid('unreadable'));
  expect(await readStatusFile(file(new Uint8Array([0x89, 0x50, 0xff])))).toEqual(invalid('unreadable'));
  expect(await readStatusFile(file('x'.repeat(LARGEST_STATUS_FILE + 1)))).toEqual(invalid('too-large'));
});
