import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DemoRocketChat, startDemoRocketChat } from '../../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import { rocketCaller } from './rocket-caller.ts';

let server: DemoRocketChat;
beforeEach(async () => {
  server = await startDemoRocketChat();
});
afterEach(() => server.close());

const logIn = (fields: object, headers: Record<string, string> = {}) =>
  rocketCaller(server, null, headers)('/v1/login', fields);
const UNAUTHORIZED = { success: false, status: 'error', error: 'Unauthorized', message: 'Unauthorized' };

test('a user name, an e-mail, a digest and a token each log in', async () => {
  const { login, password, userId, token } = server.credentials.you;
  const digest = createHash('sha256').update(password).digest('hex');
  for (const fields of [
    { user: login, password },
    { username: login.toUpperCase(), password },
    { email: `${login}@riverside.example`, password },
    { user: login, password: { digest, algorithm: 'sha-256' } },
    { resume: token },
  ]) {
    const { status, body } = await logIn(fields);
    expect(status).toBe(200);
    expect(body).toMatchObject({ success: true, status: 'success', data: { userId, me: { username: login } } });
  }
});

test('unknown user, wrong password by version, deactivated user', async () => {
  const { login } = server.credentials.you;
  expect(await logIn({ user: 'nobody', password: 'x' })).toMatchObject({ status: 401, body: UNAUTHORIZED });
  expect((await logIn({ user: login, password: 'x' })).body).toEqual(UNAUTHORIZED);
  server.switches.version = '6.5';
  expect((await logIn({ user: login, password: 'x' })).body).toMatchObject({
    error: 403,
    message: 'Incorrect password',
  });
  const gone = server.credentials.deactivated;
  expect((await logIn({ user: gone.login, password: gone.password })).body.error).toBe('error-user-is-not-activated');
});

test('an authenticator code is asked for, refused when wrong, and taken in body or header', async () => {
  const { login: user, password } = server.credentials.authenticator;
  expect(await logIn({ user, password })).toMatchObject({
    status: 401,
    body: {
      error: 'totp-required',
      message: 'TOTP Required',
      details: { method: 'totp', codeGenerated: false, availableMethods: ['totp', 'email'] },
    },
  });
  expect((await logIn({ user, password, code: '000000' })).body.error).toBe('totp-invalid');
  expect((await logIn({ user, password, code: '246810' })).status).toBe(200);
  expect((await logIn({ user, password }, { 'x-2fa-code': '246810' })).status).toBe(200);
});

test('a mailed code, another one, and too many wrong ones', async () => {
  const { login: user, password } = server.credentials.mail;
  const { body } = await logIn({ user, password });
  expect(body.details).toMatchObject({ method: 'email', codeGenerated: true, codeCount: 1 });
  await rocketCaller(server, null)('/v1/users.2fa.sendEmailCode', { emailOrUsername: user });
  expect(server.mailbox).toHaveLength(2);
  expect((await logIn({ user, password, code: server.mailbox[0]?.code })).status).toBe(200);
  await logIn({ user, password });
  for (let n = 0; n < 5; n += 1) expect((await logIn({ user, password, code: 'x' })).body.error).toBe('totp-invalid');
  expect((await logIn({ user, password, code: server.mailbox[2]?.code })).body.error).toBe('totp-max-attempts');
});

test('both headers are needed, and the refusal has four fields on 8.x and two before', async () => {
  const message = 'You must be logged in to do this.';
  const half = rocketCaller(server, null, { 'X-User-Id': server.credentials.you.userId });
  expect(await half('/v1/me')).toMatchObject({
    status: 401,
    body: { success: false, error: message, status: 'error', message },
  });
  server.switches.version = '7.4';
  expect((await half('/v1/me')).body).toEqual({ status: 'error', message });
  expect((await rocketCaller(server, 'you')('/v1/me')).body.success).toBe(true);
  expect((await rocketCaller(server, 'deactivated')('/v1/me')).status).toBe(401);
});

test('logging out ends that login and no other', async () => {
  const { login, password, userId } = server.credentials.you;
  const first = (await logIn({ user: login, password })).body.data.authToken;
  const second = (await logIn({ user: login, password })).body.data.authToken;
  const as = (token: string) => rocketCaller(server, null, { 'X-User-Id': userId, 'X-Auth-Token': token });
  expect((await as(first)('/v1/logout', {})).body).toEqual({
    status: 'success',
    data: { message: "You've been logged out!" },
  });
  expect((await as(first)('/v1/me')).status).toBe(401);
  expect((await as(second)('/v1/me')).status).toBe(200);
});

test('a token by API needs the second factor, with HTTP 400 and errorType', async () => {
  const path = '/v1/users.generatePersonalAccessToken';
  const asked = await rocketCaller(server, 'authenticator')(path, { tokenName: 'x' });
  expect([asked.status, asked.body.errorType]).toEqual([400, 'totp-required']);
  const given = rocketCaller(server, 'authenticator', { 'x-2fa-code': '246810' });
  expect((await given(path, { tokenName: 'x' })).body).toMatchObject({ success: true });
});

test('info and public settings, by version', async () => {
  const open = rocketCaller(server, null);
  expect((await open('/info')).body).toEqual({ success: true, version: '8.7' });
  expect((await rocketCaller(server, 'you')('/info')).body.version).toBe('8.7.2');
  const { settings } = (await open('/v1/settings.public?_id=Site_Name,Accounts_AllowInvisibleStatusOption')).body;
  expect(settings).toEqual([
    { _id: 'Site_Name', value: 'Riverside' },
    { _id: 'Accounts_AllowInvisibleStatusOption', value: true },
  ]);
  server.switches.version = '3.18';
  expect((await open('/info')).body).toEqual({ success: true, info: { version: '3.18.2' } });
  const query = encodeURIComponent('{"_id":{"$in":["Site_Name"]}}');
  expect((await open(`/v1/settings.public?query=${query}`)).body.settings).toHaveLength(1);
});

test('lives under a prefix, and nowhere else', async () => {
  const under = await startDemoRocketChat({ prefix: '/chat' });
  expect(under.url).toMatch(/\/chat$/);
  expect((await rocketCaller(under, null)('/info')).body.success).toBe(true);
  expect((await fetch(`${new URL(under.url).origin}/api/info`)).status).toBe(404);
  await under.close();
});

test('the log keeps no password and no token', async () => {
  const { login, password, token } = server.credentials.you;
  await logIn({ user: login, password });
  await rocketCaller(server, 'you')('/v1/me');
  const log = JSON.stringify(server.received.requests);
  expect(server.received.requests).toHaveLength(2);
  expect(log).not.toContain(password);
  expect(log).not.toContain(token);
});
