import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createTeamPresets } from '../../electron/exchange/team-presets.ts';
import { createHttp } from '../../electron/servers/http.ts';
import { NO_TEAM_PRESETS, type StoredTeamPresets } from '../../electron/storage/team-presets-schema.ts';
import { createFakeClock } from '../status/fake-clock.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { account } from './accounts.ts';

const FILE = { whereabouts: 1, name: 'Acme', presets: [{ emoji: '🍔', text: 'Lunch' }, { text: 'Focus' }] };
const HOUR = 60 * 60_000;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

async function serve(answer: Answer) {
  const requests: IncomingMessage[] = [];
  const http = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    http.closeAllConnections();
    http.close();
  });
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/team.json`, requests };
}

/** With a store that outlives the service. */
function open(stored = { value: NO_TEAM_PRESETS as StoredTeamPresets }) {
  const clock = createFakeClock(Date.UTC(2026, 10, 22));
  const store = {
    get: () => stored.value,
    set: (next: StoredTeamPresets) => {
      stored.value = next;
      return { ok: true, value: null } as const;
    },
  };
  const accounts = { list: () => [account('a1', 'https://chat.acme.example', 'ada@acme.example')] };
  const http = createHttp({ fetch, userAgent: 'Test', timeoutMs: 2_000 });
  return { team: createTeamPresets({ store, accounts, http, clock }), clock, stored };
}

const names = ({ team }: ReturnType<typeof open>) => team.get().presets.map(({ text }) => text);

test('are read at once, then at most once an hour unless asked, and only if they changed', async () => {
  let body = JSON.stringify(FILE);
  const server = await serve((request, response) => {
    const etag = `"${createHash('sha256').update(body).digest('hex')}"`;
    const known = request.headers['if-none-match'] === etag;
    response.writeHead(known ? 304 : 200, { etag }).end(known ? undefined : body);
  });
  const app = open();
  expect(app.team.useAddress(server.url)).toEqual({ ok: true, value: null });
  expect(app.team.get().reading).toBe(true);
  await app.team.refresh(true);
  expect(names(app)).toEqual(['Lunch', 'Focus']);
  expect(app.team.get()).toMatchObject({ name: 'Acme', problem: null, source: { kind: 'address' } });

  await app.team.refresh();
  expect(server.requests).toHaveLength(1);
  app.clock.jump(HOUR);
  await app.team.refresh();
  expect(server.requests).toHaveLength(2);
  expect(server.requests[1]?.headers['if-none-match']).toBeDefined();
  expect(names(app)).toEqual(['Lunch', 'Focus']);

  body = JSON.stringify({ ...FILE, presets: [{ text: 'Night off' }] });
  await app.team.refresh(true);
  expect(names(app)).toEqual(['Night off']);
  const [id] = app.team.get().presets.map((preset) => preset.id);
  expect(app.team.find(id ?? '')?.text).toBe('Night off');
});

test.each<[string, Answer, object]>([
  ['a fault', (_request, response) => response.writeHead(500).end(), { code: 'server-error' }],
  ['nothing there', (_request, response) => response.writeHead(404).end(), { code: 'presets-not-there' }],
  ['a redirect', (_request, response) => response.writeHead(302, { location: '/b' }).end(), { code: 'redirected' }],
  ['no JSON', (_request, response) => response.end('{ "whereabouts": 1,'), { code: 'import-file', reason: 'not-json' }],
  ['no presets', (_request, response) => response.end('{"whereabouts":1}'), { reason: 'no-presets' }],
  ['too much', (_request, response) => response.end('x'.repeat(300_000)), { code: 'reply-too-large' }],
  [
    'a wrong field',
    (_request, response) => response.end('{"whereabouts":1,"presets":[{"text":"x","duration":"soon"}]}'),
    { code: 'import-field', preset: 1, field: 'duration' },
  ],
])('%s is said, and the presets from before stay', async (_what, fault, problem) => {
  let answer: Answer = (_request, response) => response.end(JSON.stringify(FILE));
  const server = await serve((request, response) => answer(request, response));
  const app = open();
  app.team.useAddress(server.url);
  await app.team.refresh(true);
  answer = fault;
  await app.team.refresh(true);
  expect(app.team.get().problem).toMatchObject(problem);
  expect(names(app)).toEqual(['Lunch', 'Focus']);
  expect(names(open(app.stored)), 'after a restart').toEqual(['Lunch', 'Focus']);
});

test('those for servers without an account here are not offered; the others are for that account', async () => {
  const presets = [
    { text: 'Here', accounts: [{ server: 'https://chat.acme.example/' }] },
    { text: 'Elsewhere', accounts: [{ server: 'https://elsewhere.example' }] },
  ];
  const server = await serve((_request, response) => response.end(JSON.stringify({ whereabouts: 1, presets })));
  const app = open();
  app.team.useAddress(server.url);
  await app.team.refresh(true);
  expect(app.team.get().presets).toMatchObject([{ text: 'Here', accountIds: ['a1'] }]);
});

test.each([
  ['', 'address-empty'],
  ['http://intranet.example/team.json', 'address-insecure'],
  ['https://ada:secret@intranet.example/team.json', 'address-invalid'],
  ['file:///etc/passwd', 'address-invalid'],
  ['https://', 'address-invalid'],
])('“%s” is refused', (address, code) => {
  const app = open();
  expect(app.team.useAddress(address)).toEqual({ ok: false, problem: { code } });
  expect(app.team.get().source).toBeNull();
});

test('an address is shown without what may be a key in it', () => {
  const app = open();
  app.team.useAddress('intranet.example/team.json?key=1#part');
  expect(app.team.get().source).toEqual({ kind: 'address', shown: 'intranet.example/team.json' });
  expect(app.team.address()).toBe('https://intranet.example/team.json?key=1');
  app.team.use(null);
  expect(app.team.get()).toMatchObject({ source: null, presets: [] });
});

test('a file is read each time somebody looks, and what it had stays when it is gone', async () => {
  const path = join(temporaryFolder(), 'team.json');
  writeFileSync(path, JSON.stringify(FILE));
  const app = open();
  app.team.use({ kind: 'file', at: path });
  await app.team.refresh(true);
  writeFileSync(path, JSON.stringify({ ...FILE, presets: [{ text: 'Night off' }] }));
  await app.team.refresh();
  expect(names(app)).toEqual(['Night off']);
  rmSync(path);
  await app.team.refresh();
  expect(names(app)).toEqual(['Night off']);
  expect(app.team.get().problem).toEqual({ code: 'import-file', reason: 'unreadable' });
});
