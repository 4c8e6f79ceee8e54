import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DemoZulip, startDemoZulip } from '../../../electron/demo/zulip/demo-zulip.ts';
import { basic, zulipCaller } from './zulip-caller.ts';

let now = 1_800_000_000_000;
let server: DemoZulip;
beforeEach(async () => {
  server = await startDemoZulip({ clock: () => now });
});
afterEach(() => server.close());

const signIn = (username: string, password: string) =>
  zulipCaller(server, null)('POST', '/fetch_api_key', { username, password });
const withHeader = async (authorization: string) => {
  const reply = await fetch(`${server.url}/api/v1/users/me`, { headers: { authorization } });
  return { status: reply.status, body: await reply.json() };
};

test('server_settings says what a client needs before signing in', async () => {
  const { body } = await zulipCaller(server, null)('GET', '/server_settings');
  expect(body).toMatchObject({
    result: 'success',
    zulip_feature_level: 421,
    realm_url: server.url,
    realm_uri: server.url,
    realm_name: 'Acme',
    email_auth_enabled: true,
  });
  expect(body.external_authentication_methods).toHaveLength(1);
  const icon = await fetch(body.realm_icon);
  expect(icon.headers.get('content-type')).toBe('image/png');
  server.switches.realmIcon = 'relative';
  server.switches.noOrganization = true;
  const bare = (await zulipCaller(server, null)('GET', '/server_settings')).body;
  expect([bare.result, bare.realm_name]).toEqual(['success', undefined]);
});

test('a password brings the API key, the real e-mail and the id', async () => {
  const { login, password, token } = server.credentials.you;
  const { body } = await signIn(login.toUpperCase(), password);
  expect(body).toEqual({ result: 'success', msg: '', api_key: token, email: login, user_id: 9 });
});

test('every refusal of a password has its own code', async () => {
  const { you, deactivated } = server.credentials;
  const codeOf = async (login: string, password: string) => {
    const { status, body } = await signIn(login, password);
    return [status, body.code];
  };
  expect(await codeOf(you.login, 'wrong')).toEqual([401, 'AUTHENTICATION_FAILED']);
  expect(await codeOf(deactivated.login, 'wrong')).toEqual([401, 'USER_DEACTIVATED']);
  server.switches.passwordResetNeeded = true;
  expect(await codeOf(you.login, you.password)).toEqual([401, 'PASSWORD_RESET_REQUIRED']);
  server.switches.passwordSignIn = false;
  expect(await codeOf(you.login, you.password)).toEqual([401, 'PASSWORD_AUTH_DISABLED']);
  server.switches.realmDeactivated = true;
  expect(await codeOf(you.login, you.password)).toEqual([401, 'REALM_DEACTIVATED']);
  const missing = (await zulipCaller(server, null)('POST', '/fetch_api_key', { username: 'x' })).body;
  expect(missing).toMatchObject({ code: 'REQUEST_VARIABLE_MISSING', var_name: 'password' });
});

test('after five tries even the right password waits half an hour', async () => {
  server.switches.rateLimits = true;
  const { login, password } = server.credentials.you;
  for (let n = 0; n < 5; n += 1) expect((await signIn(login, 'wrong')).status).toBe(401);
  const blocked = await signIn(login, password);
  expect([blocked.status, blocked.body.code]).toEqual([429, 'RATE_LIMIT_HIT']);
  now += 30 * 60_000;
  expect((await signIn(login, password)).status).toBe(200);
});

test('credentials that are missing, malformed, wrong or withdrawn', async () => {
  const bare = await fetch(`${server.url}/api/v1/users/me`);
  expect([bare.status, bare.headers.get('www-authenticate')]).toEqual([401, 'Basic realm="zulip"']);
  expect((await bare.json()).code).toBe('UNAUTHORIZED');
  const of = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
  const { login, token } = server.credentials.you;
  expect((await withHeader(of(`${login}:short`))).body.msg).toBe('Malformed API key');
  expect((await withHeader(of(`${login}:${'x'.repeat(32)}`))).body.msg).toBe('Invalid API key');
  expect((await withHeader(of(`else@acme.example:${token}`))).body.msg).toBe('Invalid API key');
  expect((await withHeader(basic(server, 'deactivated'))).body.code).toBe('USER_DEACTIVATED');
  server.switches.realmDeactivated = true;
  expect(await withHeader(basic(server, 'you'))).toMatchObject({ status: 401, body: { code: 'REALM_DEACTIVATED' } });
});

test('the log keeps no password and no key', async () => {
  const { login, password, token } = server.credentials.you;
  await signIn(login, password);
  await zulipCaller(server, 'you')('GET', '/users/me');
  const log = JSON.stringify(server.received.requests);
  expect(server.received.requests.map(({ path, hadCredentials }) => [path, hadCredentials])).toEqual([
    ['/api/v1/fetch_api_key', false],
    ['/api/v1/users/me', true],
  ]);
  expect(log).not.toContain(password);
  expect(log).not.toContain(token);
});

test('everybody is listed with their role, and found by id and e-mail', async () => {
  const call = zulipCaller(server, 'you');
  const { members } = (await call('GET', '/users', { client_gravatar: 'false' })).body;
  const roles = Object.fromEntries(members.map((one: { user_id: number; role: number }) => [one.user_id, one.role]));
  expect(roles).toMatchObject({ 8: 100, 9: 200, 12: 400, 15: 600 });
  expect(members.filter((one: { is_bot: boolean }) => one.is_bot)).toHaveLength(1);
  expect(members.filter((one: { is_active: boolean }) => !one.is_active)).toHaveLength(1);
  expect((await call('GET', '/users/12')).body.user.full_name).toBe('Mei Lin');
  expect((await call('GET', '/users/mei%40acme.example')).body.user.user_id).toBe(12);
  expect((await call('GET', '/users/999')).body.msg).toBe('No such user');
  expect((await fetch(members[0].avatar_url)).status).toBe(200);
});

test('four hundred colleagues can be asked for', async () => {
  const large = await startDemoZulip({ extraPeople: 400 });
  expect((await zulipCaller(large, 'you')('GET', '/users')).body.members).toHaveLength(408);
  await large.close();
});

test('requests are counted in headers, and refused over the limit when that is on', async () => {
  server.switches.rateLimit = 3;
  const call = zulipCaller(server, 'you');
  for (let n = 0; n < 4; n += 1) expect((await call('GET', '/users/me')).status).toBe(200);
  server.switches.rateLimits = true;
  const { status, headers, body } = await call('GET', '/users/me');
  expect([status, body.code, body['retry-after']]).toEqual([429, 'RATE_LIMIT_HIT', 60]);
  expect([headers.get('retry-after'), headers.get('x-ratelimit-remaining')]).toEqual(['60', '0']);
});

test('messages can come in another language and without a code', async () => {
  server.switches.localiseMessages = true;
  const call = zulipCaller(server, 'you');
  const { body } = await call('POST', '/users/me/status');
  expect(body.code).toBe('BAD_REQUEST');
  expect(body.msg).not.toContain('Client');
  server.switches.dropCode = true;
  expect((await call('POST', '/users/me/status')).body).not.toHaveProperty('code');
});
