import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDiagnostics } from '../../electron/exchange/diagnostics.ts';
import { sampleState, zulipAccount } from '../renderer/sample-state.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';

const LINES = [
  'Ada Example (ada@acme.example) on https://acme.example/api/v1/users?x=1 set “Talking to Bob about his raise”',
  'An older server: wss://chat.old.example/websocket, also 10.1.2.3:8065 and mail.old.example, from eve@else.example',
  'at start (/home/ada/whereabouts/out/main/main.js:12:3) in node:internal/process',
];

async function read(withAddresses: boolean) {
  const logFile = join(temporaryFolder(), 'main.log');
  writeFileSync(logFile, `${LINES.join('\n')}\n`);
  const reported = { emoji: null, text: 'Talking to Bob about his raise', availability: null, until: null };
  const problem = { code: 'server-error' as const, host: 'acme.example', httpStatus: 502 };
  const account = zulipAccount({ reported, outcome: { kind: 'waiting', problem, nextTryAt: null } });
  const diagnostics = createDiagnostics(() => sampleState({ accounts: [account] }), {
    versions: { app: '1.0.0', electron: '45.0.0', chromium: '142.0.7444.52', node: '24.1.0', system: 'Linux 6.8' },
    display: 'wayland, GNOME',
    logFile,
    home: '/home/ada',
  });
  return (await diagnostics.read(withAddresses)).report;
}

test('a report says what runs and what happened, and nothing of who and what', async () => {
  const report = await read(false);
  expect(report).toContain('Electron 45.0.0, Chromium 142.0.7444.52, Node 24.1.0');
  expect(report).toContain('zulip 11.4 at ‹server 1›: signed-in, last outcome: waiting (server-error 502)');
  expect(report).toContain('~/whereabouts/out/main/main.js:12:3');
  for (const hidden of ['Ada', 'ada@', 'acme', 'Acme', 'Bob', 'old.example', '10.1.2.3', 'eve', '/home']) {
    expect(report, hidden).not.toContain(hidden);
  }
});

test('addresses stay in it when they are asked for; names and texts don’t', async () => {
  const report = await read(true);
  expect(report).toContain('zulip 11.4 at acme.example');
  expect(report).toContain('wss://chat.old.example/websocket');
  for (const hidden of ['Ada', 'ada@', 'Bob', 'eve@']) expect(report, hidden).not.toContain(hidden);
});

test('a log that can’t be read does not keep the rest from being told', async () => {
  const diagnostics = createDiagnostics(() => sampleState(), {
    versions: { app: '1.0.0', electron: '–', chromium: '–', node: '24.1.0', system: 'Linux' },
    ...{ display: 'x11', logFile: '/nowhere/main.log', home: '/root' },
  });
  expect((await diagnostics.read(false)).report).toContain('last 0 lines');
});

test.each(['on', 'off', 'off-in-system', 'needs-approval', 'unknown'] as const)(
  'a report says whether the app starts at login: %s',
  async (loginItem) => {
    const diagnostics = createDiagnostics(() => sampleState({ loginItem }), {
      versions: { app: '1.0.0', electron: '45.0.0', chromium: '142', node: '24.1.0', system: 'Linux 6.8' },
      ...{ display: 'wayland', logFile: join(temporaryFolder(), 'main.log'), home: '/home/ada' },
    });
    expect((await diagnostics.read(false)).report).toContain(`\nStart at login: ${loginItem}\n`);
  },
);
