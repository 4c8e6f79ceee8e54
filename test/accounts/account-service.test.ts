import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAccountService } from '../../electron/accounts/account-service.ts';
import { type DemoRocketChat, startDemoRocketChat } from '../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import { type DemoZulip, startDemoZulip } from '../../electron/demo/zulip/demo-zulip.ts';
import { createServerKinds } from '../../electron/servers/server-kinds.ts';
import { createKeychain, type Keytar } from '../../electron/storage/keychain.ts';
import type { StoredAccounts } from '../../electron/storage/stores.ts';
import { createMemoryDisk, type MemoryDisk } from '../status/memory-store.ts';

let zulip: DemoZulip;
let rocketChat: DemoRocketChat;
let disk: MemoryDisk;
let kept: Map<string, string>;
/** A keychain that is locked gives null and takes nothing, as a real one does. */
let locked = false;
/** What the keychain does before it keeps a secret. */
let beforeKept: () => Promise<unknown>;

beforeEach(async () => {
  [zulip, rocketChat] = await Promise.all([startDemoZulip(), startDemoRocketChat()]);
  disk = createMemoryDisk();
  kept = new Map();
  locked = false;
  beforeKept = async () => {};
});

afterEach(async () => {
  await Promise.all([zulip.close(), rocketChat.close()]);
});

const keytar: Keytar = {
  getPassword: async (_service, account) => (locked ? null : (kept.get(account) ?? null)),
  setPassword: async (_service, account, secret) => {
    await beforeKept();
    if (locked) throw new Error('Cannot create an item in a locked collection');
    kept.set(account, secret);
  },
  deletePassword: async (_service, account) => !locked && kept.delete(account),
};

/** A server with a certificate that nobody vouches for. */
async function startSelfSigned() {
  const pem = (name: string) => readFileSync(new URL(`../servers/tls/${name}.pem`, import.meta.url), 'utf8');
  const server = createServer({ key: pem('key'), cert: pem('localhost') }, (_request, response) => response.end('{}'));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return { url: `https://localhost:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

/** The service as after a start of the app: the same disk and keychain. */
function openAccounts({ isDemo = false } = {}) {
  return createAccountService({
    store: disk.store<StoredAccounts>('accounts', { accounts: [], signedOutIds: [] }),
    keychain: createKeychain({ loadKeytar: async () => keytar, service: 'Whereabouts' }),
    kinds: createServerKinds({ fetch, appVersion: '0.0.0', system: 'Test' }),
    newId: randomUUID,
    onSecret: () => {},
    isDemo: () => isDemo,
  });
}

type Service = ReturnType<typeof openAccounts>;

async function signInToZulip(accounts: Service, who: 'you' | 'member' = 'you') {
  const { login, password } = zulip.credentials[who];
  return accounts.signIn({ way: 'password', kind: 'zulip', url: zulip.url, login, password });
}

async function signInToRocketChat(accounts: Service) {
  const { login, password } = rocketChat.credentials.you;
  return accounts.signIn({ way: 'password', kind: 'rocket-chat', url: rocketChat.url, login, password });
}

function onlyAccount(accounts: Service) {
  const [account] = accounts.list();
  if (account === undefined) throw new Error('There is no account');
  return account;
}

describe('signing in', () => {
  test('puts the secret in the keychain under the account’s id, and nowhere on disk', async () => {
    const accounts = openAccounts();
    expect(await signInToZulip(accounts)).toMatchObject({ ok: true, value: { step: 'signed-in', keychain: 'ready' } });
    const account = onlyAccount(accounts);
    expect(kept.get(account.id)).toBe(zulip.credentials.you.token);
    expect(JSON.stringify(accounts.list())).not.toContain(zulip.credentials.you.token);
  });

  test('takes two accounts on one server, but not one twice', async () => {
    const accounts = openAccounts();
    await signInToZulip(accounts);
    expect((await signInToZulip(accounts, 'member')).ok).toBe(true);
    expect(await signInToZulip(accounts)).toEqual({ ok: false, problem: { code: 'account-exists' } });
    expect(accounts.list()).toHaveLength(2);
  });

  test('with a zuliprc file finds the server and signs in', async () => {
    const accounts = openAccounts();
    const { login, token } = zulip.credentials.you;
    const answer = await accounts.signInWithZuliprc(`[api]\nemail=${login}\nkey=${token}\nsite=${zulip.url}\n`);
    expect(answer).toMatchObject({ ok: true, value: { step: 'signed-in' } });
    expect(onlyAccount(accounts).credential).toBe('api-key');
  });

  test('with a zuliprc file says which of its options were not obeyed, signed in or not', async () => {
    const { login, token } = zulip.credentials.you;
    const file = `[api]\nemail=${login}\nkey=${token}\nsite=${zulip.url}\n`;
    const plain = await openAccounts().signInWithZuliprc(file);
    expect(plain.ok && plain.value).not.toHaveProperty('notUsed');
    disk = createMemoryDisk();
    const answer = await openAccounts().signInWithZuliprc(`${file}insecure=true\ncert_bundle=/ca.pem\n`);
    expect(answer).toMatchObject({ ok: true, value: { step: 'signed-in', notUsed: ['insecure', 'cert_bundle'] } });

    const { url, close } = await startSelfSigned();
    const refused = await openAccounts().signInWithZuliprc(`[api]\nemail=a@b.c\nkey=k\nsite=${url}\ninsecure=true\n`);
    expect(refused).toMatchObject({ ok: false, problem: { code: 'certificate', notUsed: ['insecure'] } });
    close();
  });

  test('again after being signed out keeps the account and its id', async () => {
    const accounts = openAccounts();
    await signInToZulip(accounts);
    const { id } = onlyAccount(accounts);
    accounts.markSignedOut(id);
    expect(accounts.signInState(id)).toBe('needed');
    await signInToZulip(accounts);
    expect(accounts.signInState(id)).toBe('signed-in');
    expect(accounts.list().map((account) => account.id)).toEqual([id]);
  });
});

describe('after a restart', () => {
  test('the account works with the secret from the keychain', async () => {
    await signInToRocketChat(openAccounts());
    const accounts = openAccounts();
    const server = await accounts.server(onlyAccount(accounts).id);
    expect(server.ok && (await server.value.readStatus()).ok).toBe(true);
  });

  test('a locked keychain is said to be locked, not taken for signed out, and works once it is open', async () => {
    await signInToZulip(openAccounts());
    locked = true;
    const accounts = openAccounts();
    const { id } = onlyAccount(accounts);
    expect(await accounts.server(id)).toEqual({ ok: false, problem: { code: 'keychain', state: 'locked' } });
    expect(accounts.signInState(id)).toBe('keychain-locked');
    locked = false;
    expect((await accounts.server(id)).ok).toBe(true);
    expect(accounts.signInState(id)).toBe('signed-in');
  });

  test('an open keychain without the secret asks for a new sign-in', async () => {
    await signInToZulip(openAccounts());
    kept.clear();
    const accounts = openAccounts();
    const { id } = onlyAccount(accounts);
    expect(await accounts.server(id)).toEqual({ ok: false, problem: { code: 'signed-out' } });
    expect(accounts.signInState(id)).toBe('needed');
  });
});

describe('removing', () => {
  test('deletes the secret and logs a Rocket.Chat login token out', async () => {
    const accounts = openAccounts();
    await signInToRocketChat(accounts);
    const { id } = onlyAccount(accounts);
    expect(await accounts.remove(id)).toEqual({ ok: true, value: null });
    expect([accounts.list(), kept.has(id)]).toEqual([[], false]);
    await expect.poll(() => rocketChat.received.requests.some(({ path }) => path.endsWith('/logout'))).toBe(true);
  });

  test('works while the server is down', async () => {
    const accounts = openAccounts();
    await signInToRocketChat(accounts);
    rocketChat.faults.offline = true;
    expect((await accounts.remove(onlyAccount(accounts).id)).ok).toBe(true);
    expect(accounts.list()).toEqual([]);
  });
});

test('names that changed on the server are noticed at the next refresh', async () => {
  const accounts = openAccounts();
  await signInToZulip(accounts);
  zulip.realm.name = 'Acme & Sons';
  await accounts.refresh(onlyAccount(accounts).id);
  expect(onlyAccount(accounts).serverName).toBe('Acme & Sons');
});

test('an account that moves while its facts are read ends at the new address', async () => {
  await signInToRocketChat(openAccounts({ isDemo: true }));
  await rocketChat.close();
  rocketChat = await startDemoRocketChat();
  const accounts = openAccounts({ isDemo: true });
  const { id } = onlyAccount(accounts);
  beforeKept = () => accounts.refresh(id);
  await signInToRocketChat(accounts);
  expect(onlyAccount(accounts)).toMatchObject({ id, serverUrl: rocketChat.url });
  const server = await accounts.server(id);
  expect(server.ok && (await server.value.readStatus())).toMatchObject({ ok: true });
});

test('a server that repeats the secret in its refusal does not bring it to the screen', async () => {
  const accounts = openAccounts();
  await signInToZulip(accounts);
  const { token } = zulip.credentials.you;
  const body = { result: 'error', code: 'BAD_REQUEST', msg: `No, ${token}, no` };
  zulip.faults.next({ path: '/users/me/status', method: 'POST', status: 400, body });
  const server = await accounts.server(onlyAccount(accounts).id);
  const status = { emoji: null, text: 'Lunch', availability: null, until: null, then: 'clear' } as const;
  expect(server.ok && (await server.value.writeStatus(status, null))).toEqual({
    ok: false,
    problem: { code: 'refused', message: 'No, …, no' },
  });
});
