import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createLog } from '../electron/log.ts';

const HEX = '3f9d0c55aa71';

function openLog() {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'main.log');
  return { file, log: createLog({ file, toConsole: false }), text: () => readFileSync(file, 'utf8') };
}

it('writes what it is told, with level and time, into a file only the user can read', () => {
  const { log, text, file } = openLog();
  log.info('started', { accounts: 2 });
  log.warn('slow');
  log.error(new Error('broke'));
  const lines = text();
  expect(lines).toMatch(/^\[\d{4}-\d\d-\d\d .*\] \[info\]\s+started { accounts: 2 }$/m);
  expect(lines).toMatch(/\[warn\]\s+slow$/m);
  expect(lines).toMatch(/\[error\]\s+Error: broke/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

it('hides a known secret wherever it turns up', () => {
  const { log, text } = openLog();
  const secret = 'p@ss "word"/é';
  log.hide(secret);
  log.info(`text ${secret}`, { deep: { er: [secret] } });
  log.error(new Error(`failed with ${secret}`, { cause: new Error(secret) }));
  log.info(JSON.stringify({ body: secret }), encodeURIComponent(secret), Buffer.from(secret).toString('base64'));
  const written = text();
  expect(written).toContain('text [hidden]');
  for (const part of ['p@ss', 'word"/', 'p%40ss', Buffer.from(secret).toString('base64')]) {
    expect(written).not.toContain(part);
  }
});

it('does not take words apart for a very short secret', () => {
  const { log, text } = openLog();
  log.hide('a');
  log.info('a calm day');
  expect(text()).toContain('a calm day');
});

it.each([
  `Authorization: Basic ${HEX}==`,
  `authorization=Bearer ${HEX}`,
  `{"Authorization":"Basic ${HEX}"}`,
  `X-Auth-Token: ${HEX}`,
  `'x-auth-token': '${HEX}'`,
  `x-2fa-code: ${HEX}`,
  `password=${HEX}&username=ada`,
  `{"username":"ada","password":"a \\"quoted\\" ${HEX}"}`,
  `https://chat.example.org/api?api_key=${HEX}`,
  `key=${HEX}`,
  `email=ada@example.org\nkey=${HEX}\nsite=https://chat.example.org`,
  `{"authToken": "${HEX}"}`,
  `https://ada:${HEX}@chat.example.org/`,
])('hides a secret it was not told of in “%s”', (line) => {
  const { log, text } = openLog();
  log.info(line);
  expect(text()).not.toContain(HEX);
  expect(text()).toContain('[hidden]');
});

it('hides headers inside objects', () => {
  const { log, text } = openLog();
  log.info({ headers: { authorization: `Basic ${HEX}`, 'X-Auth-Token': HEX }, api_key: HEX });
  expect(text()).not.toContain(HEX);
  expect(text()).toContain('headers');
});

it('begins a new file after 1 MB and keeps one older', () => {
  const { log, file } = openLog();
  const line = 'x'.repeat(100 * 1024);
  for (let count = 0; count < 25; count += 1) log.info(line);
  expect(statSync(file).size).toBeLessThan(1.2 * 1024 * 1024);
  expect(existsSync(file.replace('.log', '.old.log'))).toBe(true);
});
