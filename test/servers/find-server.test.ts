import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import tls from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import type { Problem } from '../../electron/contract/problem.ts';
import { fail, ok } from '../../electron/contract/result.ts';
import type { ServerKindClient } from '../../electron/servers/chat-server.ts';
import { findServer } from '../../electron/servers/find-server.ts';
import { createServerKinds } from '../../electron/servers/server-kinds.ts';
import { startCannedServer } from './canned-server.ts';
import { startCannedRocketChat } from './rocket-chat/canned-rocket-chat.ts';
import { startCannedZulip } from './zulip/canned-zulip.ts';

const kinds = createServerKinds({ fetch, appVersion: '0.1.0', system: 'Test' });
const pem = (name: string) => readFileSync(new URL(`./tls/${name}.pem`, import.meta.url), 'utf8');
const systemCertificates = tls.getCACertificates('default');
const closing: (() => unknown)[] = [];

afterEach(() => {
  tls.setDefaultCACertificates(systemCertificates);
  for (const close of closing.splice(0)) close();
});

async function startTls(certificate: string): Promise<string> {
  const server = createServer({ key: pem('key'), cert: pem(certificate) }, (_request, response) => response.end('{}'));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  closing.push(() => server.close());
  return `https://localhost:${(server.address() as AddressInfo).port}`;
}

test('finds either kind by host alone, and says who asks', async () => {
  await using zulip = await startCannedZulip();
  await using rocketChat = await startCannedRocketChat();
  expect(await kinds.find(`  ${zulip.host} `)).toMatchObject({ ok: true, value: { kind: 'zulip', url: zulip.url } });
  expect(await kinds.find(rocketChat.host)).toMatchObject({
    ok: true,
    value: { kind: 'rocket-chat', url: rocketChat.url },
  });
  expect(zulip.received[0]?.headers['user-agent']).toBe('Whereabouts/0.1.0 (Test)');
});

test('finds a workspace below a path, also from a link to one of its rooms', async () => {
  await using server = await startCannedRocketChat('/chat');
  expect(await kinds.find(`${server.url}/chat/channel/general`)).toMatchObject({
    value: { url: `${server.url}/chat` },
  });
});

test('finds Zulip from a link into it', async () => {
  await using server = await startCannedZulip();
  expect(await kinds.find(`${server.url}/#narrow/channel/3-design`)).toMatchObject({ value: { url: server.url } });
});

/** Electron's `net.fetch` has its own words for a refused redirect, and never tells where one has led. */
const fetchAsElectron = async (url: string, init?: RequestInit): Promise<Response> => {
  const response = await fetch(url, init).catch((error: Error) => {
    const isRedirect = String(error.cause).includes('redirect');
    throw isRedirect ? new Error("Attempted to redirect, but redirect policy was 'error'") : error;
  });
  Object.defineProperty(response, 'url', { value: '' });
  return response;
};

test.each([
  ['names its own address', (own: string) => own, true],
  ['believes to be at http://localhost', () => 'http://localhost', false],
])('in Electron, a workspace behind a redirect that %s', async (_name, siteUrl, isOwn) => {
  await using server = await startCannedRocketChat();
  const settings = [{ _id: 'Site_Url', value: siteUrl('https://chat.example/') }];
  server.answers['GET /api/v1/settings.public'] = { body: { settings, success: true } };
  await using alias = await startCannedServer();
  for (const path of ['/api/info', '/api/v1/settings.public']) {
    alias.answers[`GET ${path}`] = { status: 301, headers: { Location: `${server.url}${path}` } };
  }
  const electron = createServerKinds({ fetch: fetchAsElectron, appVersion: '0.1.0', system: 'Test' });
  const url = isOwn ? 'https://chat.example' : alias.url;
  expect(await electron.find(alias.url)).toMatchObject({ ok: true, value: { url } });
});

test('an ordinary website is no chat server', async () => {
  await using server = await startCannedServer();
  const problem = { code: 'not-a-chat-server', host: server.host };
  expect(await kinds.find(server.url)).toEqual({ ok: false, problem });
});

test('what cannot be an address is said without asking anybody', async () => {
  expect(await kinds.find(' ')).toEqual({ ok: false, problem: { code: 'address-empty' } });
  expect(await kinds.find('http://chat.example')).toEqual({ ok: false, problem: { code: 'address-insecure' } });
});

test('certificates are told apart', async () => {
  const untrusted = await startTls('localhost');
  expect(await kinds.find(untrusted)).toMatchObject({ problem: { code: 'certificate', reason: 'untrusted' } });
  tls.setDefaultCACertificates([pem('localhost'), pem('other-host'), pem('expired')]);
  expect(await kinds.find(await startTls('localhost'))).toMatchObject({ problem: { code: 'not-a-chat-server' } });
  const wrongHost = await startTls('other-host');
  expect(await kinds.find(wrongHost)).toMatchObject({ problem: { code: 'certificate', reason: 'wrong-host' } });
  const expired = await startTls('expired');
  expect(await kinds.find(expired)).toMatchObject({ problem: { code: 'certificate', reason: 'expired' } });
});

function clientThatFindsOut(problem: Problem | null): ServerKindClient {
  const found = { kind: 'zulip' as const, url: 'u', name: 'n', icon: null, version: '1' };
  const more = { signInWays: [], loginLabel: 'email' as const, externalWays: [] };
  const unused = () => {
    throw new Error('not in this test');
  };
  return {
    kind: 'zulip',
    find: async () => (problem ? fail(problem) : ok({ ...found, ...more })),
    signIn: unused,
    preview: unused,
    connect: unused,
  };
}

test.each<[Problem, Problem, string]>([
  [{ code: 'not-a-chat-server', host: 'h' }, { code: 'certificate', host: 'h', reason: 'expired' }, 'certificate'],
  [{ code: 'unknown-host', host: 'h' }, { code: 'not-a-chat-server', host: 'h' }, 'unknown-host'],
  [{ code: 'timeout', host: 'h' }, { code: 'not-a-chat-server', host: 'h' }, 'timeout'],
  [{ code: 'no-organization', host: 'h' }, { code: 'server-error', host: 'h', httpStatus: 500 }, 'no-organization'],
  [{ code: 'internal' }, { code: 'not-a-chat-server', host: 'h' }, 'not-a-chat-server'],
])('of %j and %j the more telling is told', async (one, other, code) => {
  const clients = [clientThatFindsOut(one), clientThatFindsOut(other)];
  expect(await findServer(clients, 'h')).toMatchObject({ problem: { code } });
  expect(await findServer(clients.toReversed(), 'h')).toMatchObject({ problem: { code } });
  expect(await findServer([...clients, clientThatFindsOut(null)], 'h')).toMatchObject({ ok: true });
});
