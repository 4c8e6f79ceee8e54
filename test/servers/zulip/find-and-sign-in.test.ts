import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CannedServer } from '../canned-server.ts';
import { fixture } from '../fixture.ts';
import { API_KEY, refusal, startCannedZulip, zulipClient } from './canned-zulip.ts';

let server: CannedServer;
beforeEach(async () => {
  server = await startCannedZulip();
});
afterEach(() => server.close());

const client = zulipClient();
const find = (path = '') => client.find(new URL(`${server.url}${path}`));
const signIn = (more: object = {}) =>
  client.signIn({
    way: 'password',
    kind: 'zulip',
    url: server.url,
    login: ' iago ',
    password: ' pass&word ',
    ...more,
  } as never);
const PNG = Buffer.from('iVBORw0KGgo=', 'base64');

test('finds an organization, with its icon, and forgets the path that was pasted', async () => {
  server.answers['GET /icon.png'] = { body: PNG, headers: { 'Content-Type': 'image/png' } };
  expect(await find('/some/path')).toEqual({
    ok: true,
    value: {
      kind: 'zulip',
      url: server.url,
      name: 'Example Org',
      icon: 'data:image/png;base64,iVBORw0KGgo=',
      version: '11.4',
      signInWays: ['password', 'api-key', 'zuliprc'],
      loginLabel: 'email',
      externalWays: ['Google'],
    },
  });
});

test.each([
  ['not an image', { body: '<svg/>', headers: { 'Content-Type': 'image/svg+xml' } }],
  ['too large', { body: Buffer.alloc(50_000), headers: { 'Content-Type': 'image/png' } }],
  ['not there', { status: 404, body: PNG, headers: { 'Content-Type': 'image/png' } }],
])('an icon that is %s is left out', async (_name, icon) => {
  server.answers['GET /icon.png'] = icon;
  expect(await find()).toMatchObject({ ok: true, value: { icon: null } });
});

test.each([
  [{ realm_name: undefined }, { code: 'no-organization' }],
  [
    { zulip_feature_level: 85, zulip_version: '4.11' },
    { code: 'server-too-old', version: '4.11', needed: '5.0' },
  ],
  [{ zulip_feature_level: undefined }, { code: 'server-too-old' }],
])('server settings with %j are a problem', async (change, problem) => {
  server.answers['GET /api/v1/server_settings'] = { body: { ...fixture('zulip/server-settings'), ...change } };
  expect(await find()).toMatchObject({ ok: false, problem });
});

test.each([
  ['an ordinary website', { status: 404, body: '<html></html>' }, 'not-a-chat-server'],
  ['a website that answers everything', { body: '<html></html>' }, 'not-a-chat-server'],
  ['some other API', { body: { hello: 'world' } }, 'not-a-chat-server'],
  ['a host without organization', refusal('Invalid subdomain', 'NONEXISTENT_SUBDOMAIN', 404), 'no-organization'],
  ['a broken server', { status: 502, body: '<html></html>' }, 'server-error'],
])('%s is told as what it is', async (_name, answer, code) => {
  server.answers['GET /api/v1/server_settings'] = answer;
  expect(await find()).toMatchObject({ ok: false, problem: { code } });
});

test.each([
  [{ email_auth_enabled: false }, ['api-key', 'zuliprc'], 'email'],
  [
    { email_auth_enabled: false, authentication_methods: { ldap: true }, require_email_format_usernames: false },
    ['password', 'api-key', 'zuliprc'],
    'user-name',
  ],
  [{ require_email_format_usernames: false }, ['password', 'api-key', 'zuliprc'], 'email-or-user-name'],
])('with %j it offers %j', async (change, signInWays, loginLabel) => {
  server.answers['GET /api/v1/server_settings'] = { body: { ...fixture('zulip/server-settings'), ...change } };
  expect(await find()).toMatchObject({ ok: true, value: { signInWays, loginLabel } });
});

test.each(['http://chat.example.org', 'http://localhost', 'nonsense', null])(
  'a server that believes to be at %s is taken where it was found',
  async (realm_url) => {
    server.answers['GET /api/v1/server_settings'] = { body: { ...fixture('zulip/server-settings'), realm_url } };
    expect(await find()).toMatchObject({ ok: true, value: { url: server.url } });
  },
);

test('follows a redirect while looking, and takes the address that the server names', async () => {
  server.answers['GET /alias/api/v1/server_settings'] = server.answers['GET /api/v1/server_settings'] ?? {};
  server.answers['GET /api/v1/server_settings'] = {
    status: 301,
    headers: { Location: '/alias/api/v1/server_settings' },
  };
  const own = { ...fixture('zulip/server-settings'), realm_uri: 'https://chat.example.org' };
  server.answers['GET /alias/api/v1/server_settings'] = { body: { ...own, realm_icon: null } };
  expect(await find()).toMatchObject({ ok: true, value: { url: 'https://chat.example.org' } });
});

test('signs in with a password and keeps the e-mail that comes back', async () => {
  expect(await signIn()).toMatchObject({
    ok: true,
    value: {
      step: 'signed-in',
      secret: API_KEY,
      credential: 'api-key',
      facts: {
        serverName: 'Example Org',
        userId: '10',
        login: 'iago@example.org',
        fullName: 'Iago',
        capabilities: {
          featureLevel: 421,
          availabilities: ['online', 'invisible'],
          availabilityNames: { online: 'Available', invisible: 'Invisible' },
          textLimit: { max: 60, counting: 'code-points', emojiCounts: false },
        },
      },
    },
  });
  expect(server.received[0]?.body).toBe('username=iago&password=+pass%26word+');
  expect(server.received[0]?.headers.authorization).toBeUndefined();
  const me = server.received.find(({ path }) => path === '/api/v1/users/me');
  expect(me?.headers.authorization).toBe(`Basic ${btoa(`iago@example.org:${API_KEY}`)}`);
  const table = server.received.find(({ path }) => path === '/static/emoji_api.json');
  expect(table?.headers.authorization).toBeUndefined();
  expect(server.received.at(-2)).toMatchObject({ method: 'DELETE' });
});

test.each([
  [refusal('Your username or password is incorrect', 'AUTHENTICATION_FAILED', 401), { code: 'wrong-password' }],
  [refusal('…', 'AUTHENTICATION_FAILED', 403), { code: 'wrong-password' }],
  [refusal('Account is deactivated', 'USER_DEACTIVATED', 401), { code: 'user-deactivated' }],
  [refusal('This organization has been deactivated', 'REALM_DEACTIVATED', 401), { code: 'organization-deactivated' }],
  [
    refusal('Password authentication is disabled in this organization', 'PASSWORD_AUTH_DISABLED', 401),
    { code: 'password-sign-in-off' },
  ],
  [
    refusal('Your password has been disabled and needs to be reset', 'PASSWORD_RESET_REQUIRED', 401),
    { code: 'password-reset-needed' },
  ],
  [
    refusal('API usage exceeded rate limit', 'RATE_LIMIT_HIT', 429, { 'retry-after': 1799.2 }),
    { code: 'rate-limited', waitMs: 1_799_200 },
  ],
])('a refused password: %j', async (answer, problem) => {
  server.answers['POST /api/v1/fetch_api_key'] = answer;
  expect(await signIn()).toEqual({ ok: false, problem: expect.objectContaining(problem) });
});

const withKey = (apiKey: string) =>
  client.signIn({ way: 'api-key', kind: 'zulip', url: server.url, login: 'iago@example.org', apiKey });

test('signs in with an API key', async () => {
  expect(await withKey(` ${API_KEY}\n`)).toMatchObject({ ok: true, value: { secret: API_KEY, credential: 'api-key' } });
});

test('a key that cannot be one is not sent', async () => {
  expect(await withKey('short')).toEqual({ ok: false, problem: { code: 'wrong-api-key' } });
  expect(server.received).toEqual([]);
});

test.each([
  [refusal('Invalid API key', 'INVALID_API_KEY', 401), 'wrong-api-key'],
  [{ status: 401, body: { result: 'error', msg: 'Invalid API key' } }, 'wrong-api-key'],
  [{ body: { ...fixture('zulip/users-me'), is_bot: true } }, 'is-bot'],
])('a refused API key: %j', async (answer, code) => {
  server.answers['GET /api/v1/users/me'] = answer;
  expect(await withKey(API_KEY)).toEqual({ ok: false, problem: { code } });
});

test('without presence nobody can be invisible', async () => {
  server.answers['POST /api/v1/register'] = { body: { ...fixture('zulip/register'), realm_presence_disabled: true } };
  expect(await signIn()).toMatchObject({ value: { facts: { capabilities: { availabilities: ['online'] } } } });
});
