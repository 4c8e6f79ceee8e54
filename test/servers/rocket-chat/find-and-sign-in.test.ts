import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CannedServer, startCannedServer } from '../canned-server.ts';
import { fixture } from '../fixture.ts';
import { connectTo, refusal, rocketChatClient, startCannedRocketChat, TOKEN, USER_ID } from './canned-rocket-chat.ts';

let server: CannedServer;
beforeEach(async () => {
  server = await startCannedRocketChat();
});
afterEach(() => server.close());

const client = rocketChatClient();
const find = (path = '') => client.find(new URL(`${server.url}${path}`));
const signIn = (twoFactorCode?: string) =>
  client.signIn({
    way: 'password',
    kind: 'rocket-chat',
    url: server.url,
    login: ' example ',
    password: ' secret ',
    ...(twoFactorCode === undefined ? {} : { twoFactorCode }),
  });
const withToken = (token: string, userId = '') =>
  client.signIn({ way: 'access-token', kind: 'rocket-chat', url: server.url, userId, token });
const body = (index: number) => JSON.parse(server.received[index]?.body ?? '');

test('finds a workspace', async () => {
  expect(await find()).toEqual({
    ok: true,
    value: {
      kind: 'rocket-chat',
      url: server.url,
      name: 'Example Workspace',
      icon: null,
      version: '8.7',
      signInWays: ['password', 'access-token'],
      loginLabel: 'email-or-user-name',
      externalWays: ['GitHub'],
    },
  });
  expect(server.received[1]?.path).toContain('?_id=Site_Name%2C');
});

test('keeps the path that a workspace lives below', async () => {
  await using below = await startCannedRocketChat('/chat');
  expect(await client.find(new URL(`${below.url}/chat/`))).toMatchObject({ value: { url: `${below.url}/chat` } });
});

test('asks old servers in their own way', async () => {
  server.answers['GET /api/info'] = { body: { info: { version: '3.8.0' }, success: true } };
  expect(await find()).toMatchObject({ ok: true, value: { version: '3.8.0' } });
  expect(server.received[1]?.path).toContain('?query=%7B%22_id%22');
});

test('a workspace that tells no settings is named after its host', async () => {
  server.answers['GET /api/v1/settings.public'] = { status: 404, body: '<html></html>' };
  server.answers['GET /api/v1/settings.oauth'] = { status: 500, body: '' };
  expect(await find()).toMatchObject({ ok: true, value: { name: server.host, externalWays: [] } });
});

test('without a login form only tokens are offered', async () => {
  const settings = [{ _id: 'Accounts_ShowFormLogin', value: false }];
  server.answers['GET /api/v1/settings.public'] = { body: { settings, success: true } };
  expect(await find()).toMatchObject({ value: { signInWays: ['access-token'] } });
});

test.each([
  ['an ordinary website', { body: '<html></html>' }, 'not-a-chat-server'],
  ['some other API', { body: { version: '1' } }, 'not-a-chat-server'],
  ['a failing one', { body: { success: false } }, 'not-a-chat-server'],
  ['a broken server', { status: 502, body: '' }, 'server-error'],
  ['an ancient one', { body: { version: '1.1', success: true } }, 'server-too-old'],
])('%s is told as what it is', async (_name, answer, code) => {
  server.answers['GET /api/info'] = answer;
  expect(await find()).toMatchObject({ ok: false, problem: { code } });
});

test('follows a redirect while looking, and takes the address that the workspace names', async () => {
  await using alias = await startCannedServer({
    'GET /api/info': { status: 301, headers: { Location: `${server.url}/api/info` } },
  });
  expect(await client.find(new URL(alias.url))).toMatchObject({ ok: true, value: { url: server.url } });
});

test('a redirect to a page on another host is a portal', async () => {
  await using portal = await startCannedServer({ 'GET /welcome': { body: '<html>Room number?</html>' } });
  server.answers['GET /api/info'] = { status: 302, headers: { Location: `${portal.url}/welcome` } };
  expect(await find()).toMatchObject({ ok: false, problem: { code: 'captive-portal' } });
});

test('signs in with a password', async () => {
  expect(await signIn()).toMatchObject({
    ok: true,
    value: {
      step: 'signed-in',
      secret: TOKEN,
      credential: 'login-token',
      facts: {
        serverName: 'Example Workspace',
        serverIcon: null,
        userId: USER_ID,
        login: 'example',
        fullName: 'Example User',
        capabilities: {
          serverVersion: '8.7',
          textLimit: { max: 120, counting: 'utf-16-units', emojiCounts: true },
          availabilities: ['online', 'away', 'busy', 'invisible'],
          availabilityNames: { online: 'Online', away: 'Away', busy: 'Busy', invisible: 'Offline' },
          endsByItself: true,
          mayChangeText: true,
        },
      },
    },
  });
  expect(body(0)).toEqual({ user: 'example', password: ' secret ' });
  const me = server.received.find(({ path }) => path === '/api/v1/me');
  expect(me?.headers).toMatchObject({ 'x-user-id': USER_ID, 'x-auth-token': TOKEN });
});

test('what an administrator has switched off is not offered', async () => {
  const settings = [
    { _id: 'Accounts_AllowUserStatusMessageChange', value: false },
    { _id: 'Accounts_AllowInvisibleStatusOption', value: false },
  ];
  server.answers['GET /api/v1/settings.public'] = { body: { settings, success: true } };
  expect(await connectTo(server).readFacts()).toMatchObject({
    value: { capabilities: { availabilities: ['online', 'away', 'busy'], mayChangeText: false } },
  });
});

test.each([
  ['8.5', false],
  ['8.6', true],
  ['8.10.1', true],
  ['9.0', true],
  ['7.13.2', false],
])('%s ends statuses by itself: %s', async (version, endsByItself) => {
  server.answers['GET /api/info'] = { body: { version, success: true } };
  expect(await connectTo(server).readFacts()).toMatchObject({ value: { capabilities: { endsByItself } } });
});

test('asks for a second factor and sends it along', async () => {
  server.answers['POST /api/v1/login'] = ({ body: sent }) =>
    sent.includes('"code":"123456"')
      ? { body: fixture('rocket-chat/login') }
      : { status: 401, body: fixture('rocket-chat/totp-required') };
  expect(await signIn()).toEqual({ ok: true, value: { step: 'two-factor', method: 'totp' } });
  expect(await signIn(' 123456 ')).toMatchObject({ ok: true, value: { step: 'signed-in' } });
  expect(await signIn('000000')).toEqual({ ok: false, problem: { code: 'two-factor-wrong' } });
});

test('a code by mail is said to be one, and another can be mailed', async () => {
  const details = { method: 'email', codeGenerated: true };
  server.answers['POST /api/v1/login'] = refusal('totp-required', { details }, 401);
  expect(await signIn()).toEqual({ ok: true, value: { step: 'two-factor', method: 'email' } });
  server.answers['POST /api/v1/users.2fa.sendEmailCode'] = { body: { success: true } };
  expect(await client.resendCode?.(server.url, 'example')).toEqual({ ok: true, value: null });
  expect(body(1)).toEqual({ emailOrUsername: 'example' });
});

test.each([
  [refusal('Unauthorized', { status: 'error', message: 'Unauthorized' }, 401), { code: 'wrong-password' }],
  [refusal(403, { status: 'error', message: 'Incorrect password' }, 401), { code: 'wrong-password' }],
  [{ status: 401, body: { status: 'error', message: 'Unauthorized' } }, { code: 'wrong-password' }],
  [refusal('totp-invalid', { message: 'TOTP Invalid' }, 401), { code: 'two-factor-wrong' }],
  [
    refusal('totp-max-attempts', { message: 'TOTP Maximun Failed Attempts Reached' }, 401),
    { code: 'two-factor-exhausted' },
  ],
  [refusal('Internal server error', {}, 500), { code: 'server-error', httpStatus: 500 }],
  [refusal('error-user-is-not-activated', {}, 401), { code: 'user-deactivated' }],
])('a refused password: %j', async (answer, problem) => {
  server.answers['POST /api/v1/login'] = answer;
  expect(await signIn()).toEqual({ ok: false, problem: expect.objectContaining(problem) });
});

test('signs in with a personal access token and its user id', async () => {
  expect(await withToken(` ${TOKEN} `, USER_ID)).toMatchObject({
    ok: true,
    value: { secret: TOKEN, credential: 'personal-access-token', facts: { login: 'example' } },
  });
  expect(server.received.some(({ path }) => path.endsWith('/login'))).toBe(false);
});

test('a token alone is enough: the server tells whose it is', async () => {
  expect(await withToken(TOKEN)).toMatchObject({ ok: true, value: { facts: { userId: USER_ID } } });
  expect(body(0)).toEqual({ resume: TOKEN });
});

test('a token that is not taken, or cannot be one', async () => {
  const wrong = { ok: false, problem: { code: 'wrong-token' } };
  expect(await withToken('a\nb')).toEqual(wrong);
  expect(server.received).toEqual([]);
  const all = 'You must be logged in to do this.';
  server.answers['GET /api/v1/me'] = refusal(all, { status: 'error', message: all }, 401);
  expect(await withToken(TOKEN, USER_ID)).toEqual(wrong);
  server.answers['POST /api/v1/login'] = refusal(403, { message: "You've been logged out by the server." }, 401);
  expect(await withToken(TOKEN)).toEqual(wrong);
});

test('only a login token is logged out', async () => {
  expect(await connectTo(server, '8.7', { credential: 'personal-access-token' }).signOut()).toEqual({
    ok: true,
    value: null,
  });
  expect(server.received).toEqual([]);
  expect(await connectTo(server).signOut()).toEqual({ ok: true, value: null });
  expect(server.received.map(({ path }) => path)).toEqual(['/api/v1/logout']);
});
