import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStandIn } from '../../build/preview/stand-in/stand-in.ts';

const standIn = createStandIn({
  platform: 'linux',
  userDataDir: tmpdir(),
  appPath: fileURLToPath(new URL('./fixture-app', import.meta.url)),
  exit: () => {},
});
const { electron } = standIn;
let server: Server;
let origin: string;

beforeAll(async () => {
  standIn.becomeReady();
  server = createServer((request, response) => {
    if (request.url === '/drop') request.socket.destroy();
    else if (request.url === '/moved') response.writeHead(302, { location: '/' }).end();
    else response.writeHead(200, { 'set-cookie': 'id=7' }).end(request.headers.cookie ?? 'no cookie');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

async function failure(url: string, init?: RequestInit): Promise<string> {
  const error: unknown = await electron.net.fetch(url, init).then(
    () => 'no failure',
    (reason: unknown) => reason,
  );
  // A plain Error, unlike Node's TypeError.
  return error instanceof Error ? `${error.constructor.name}: ${error.message}` : String(error);
}

test('failures carry Chromium’s names', async () => {
  expect(await failure('http://127.0.0.1:2/')).toBe('Error: net::ERR_CONNECTION_REFUSED');
  expect(await failure('http://nowhere.invalid/')).toBe('Error: net::ERR_NAME_NOT_RESOLVED');
  expect(await failure(`${origin}/drop`)).toBe('Error: net::ERR_EMPTY_RESPONSE');
  expect(await failure('http://127.0.0.1:1/')).toBe('Error: net::ERR_UNSAFE_PORT');
  expect(await failure('ftp://127.0.0.1/')).toBe('Error: net::ERR_UNKNOWN_URL_SCHEME');
});

test('redirects can’t be followed by hand', async () => {
  expect(await failure(`${origin}/moved`, { redirect: 'manual' })).toBe('Error: Redirect was cancelled');
  expect(await failure(`${origin}/moved`, { redirect: 'error' })).toContain("redirect policy was 'error'");
  expect((await electron.net.fetch(`${origin}/moved`)).status).toBe(200);
});

test('an abort stays what it is', async () => {
  await expect(electron.net.fetch(origin, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow(
    'enough',
  );
});

test('cookies are kept and sent per session, unless they are omitted', async () => {
  const session = electron.session.fromPartition('cookies');
  const ask = async (credentials?: RequestCredentials) =>
    (await session.fetch(origin, credentials === undefined ? {} : { credentials })).text();
  expect(await ask('omit')).toBe('no cookie');
  expect(await ask()).toBe('no cookie');
  expect(await ask('omit')).toBe('no cookie');
  expect(await ask()).toBe('id=7');
  expect(await (await electron.session.fromPartition('other').fetch(origin)).text()).toBe('no cookie');
});

test('offline, nothing gets through', async () => {
  standIn.act({ do: 'go-offline' });
  expect(electron.net.isOnline()).toBe(false);
  expect(await failure(origin)).toBe('Error: net::ERR_INTERNET_DISCONNECTED');
  standIn.act({ do: 'go-online' });
  expect((await electron.net.fetch(origin)).ok).toBe(true);
});
