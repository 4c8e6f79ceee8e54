import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DemoRocketChat, startDemoRocketChat } from '../../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import { rocketCaller } from './rocket-caller.ts';

let now: number;
let server: DemoRocketChat;
let call: ReturnType<typeof rocketCaller>;
beforeEach(async () => {
  now = 1_800_000_000_000;
  server = await startDemoRocketChat({ clock: () => now });
  call = rocketCaller(server, 'you');
});
afterEach(() => server.close());

const set = async (fields: object) => (await call('/v1/users.setStatus', fields)).body;
const me = async () => {
  const { status, statusDefault, statusText, statusSource, statusExpiresAt } = (await call('/v1/me')).body;
  return { status, statusDefault, statusText, statusSource, statusExpiresAt };
};
const inMinutes = (minutes: number) => new Date(now + minutes * 60_000).toISOString();

describe('from 8.6', () => {
  test.each([
    [{ status: '' }, 'must be equal to one of the allowed values'],
    [{ status: 'Busy' }, 'must be equal to one of the allowed values'],
    [{ status: 'invisible' }, 'must be equal to one of the allowed values'],
    [{ status: 'busy', emoji: ':car:' }, 'must NOT have additional properties'],
    [{}, 'Match error: Failed Match.OneOf, Match.Maybe or Match.Optional validation'],
    [{ message: null }, 'Match error: Failed Match.OneOf, Match.Maybe or Match.Optional validation'],
    [{ status: 'busy', expiresAt: 'soon' }, 'Invalid expiresAt date string [error-invalid-date]'],
    [{ status: 'busy', expiresAt: '2001-01-01T00:00:00Z' }, 'expiresAt must be a future date [error-invalid-date]'],
    [
      { status: 'busy', userId: 'nobody' },
      'The required "userId" or "username" param provided does not match any users [error-invalid-user]',
    ],
  ])('%o is refused', async (fields, error) => {
    const reply = await call('/v1/users.setStatus', fields);
    expect([reply.status, reply.body.error]).toEqual([400, error]);
  });

  test('text and status follow the table', async () => {
    await set({ status: 'busy', message: ' In a meeting ', expiresAt: inMinutes(60) });
    expect(await me()).toEqual({
      status: 'offline',
      statusDefault: 'busy',
      statusText: 'In a meeting',
      statusSource: 'manual',
      statusExpiresAt: inMinutes(60),
    });
    await set({ status: 'away' });
    expect(await me()).toMatchObject({ statusDefault: 'away', statusText: 'In a meeting', statusExpiresAt: undefined });
    await set({ message: '' });
    expect(await me()).toMatchObject({ statusDefault: 'away', statusText: '' });
    await set({ status: 'online', message: 'here' });
    expect(await me()).toMatchObject({ statusDefault: 'online', statusText: 'here', statusSource: 'manual' });
    await set({ status: 'online', expiresAt: inMinutes(5) });
    expect(await me()).toEqual({ status: 'online', statusDefault: 'online', statusText: '' });
  });

  test.each([
    ['reset', { statusDefault: 'online', statusText: '' }],
    ['restore', { statusDefault: 'away', statusText: 'before' }],
  ] as const)('at its end a status goes (%s)', async (expiry, expected) => {
    server.switches.expiry = expiry;
    await set({ status: 'away', message: 'before' });
    await set({ status: 'busy', message: 'now', expiresAt: inMinutes(1) });
    now += 59_000;
    expect(await me()).toMatchObject({ statusText: 'now' });
    now += 1000;
    expect(await me()).toMatchObject(expected);
  });

  test('texts can be forbidden, empty ones excepted; invisible can be too', async () => {
    server.switches.messageChange = false;
    server.switches.invisible = false;
    expect(await set({ status: 'busy', message: 'x' })).toEqual({
      success: false,
      error: 'Change status is not allowed [error-not-allowed]',
      errorType: 'error-not-allowed',
      details: { method: 'users.setStatus' },
    });
    expect(await set({ status: 'busy', message: '' })).toEqual({ success: true });
    expect((await set({ status: 'offline' })).error).toBe('Invisible status is disabled [error-status-not-allowed]');
    server.switches.invisible = true;
    await set({ status: 'offline' });
    server.switches.invisible = false;
    server.switches.messageChange = true;
    expect((await set({ message: 'x' })).errorType).toBe('error-status-not-allowed');
  });

  test('someone else’s status needs the permission, which is looked at before the target', async () => {
    const member = rocketCaller(server, 'member');
    const refused = await member('/v1/users.setStatus', { status: 'busy', username: 'nobody' });
    expect([refused.status, refused.body]).toEqual([403, { success: false, error: 'unauthorized' }]);
    const own = { status: 'busy', username: server.credentials.member.login.toUpperCase() };
    expect((await member('/v1/users.setStatus', own)).status).toBe(200);
    await set({ message: 'set by you', user: 'rosa.lind' });
    expect(server.people().find(({ login }) => login === 'rosa.lind')?.text).toBe('set by you');
  });

  test('five calls a minute, told in milliseconds and without a code; administrators are exempt', async () => {
    server.switches.rateLimits = true;
    const member = rocketCaller(server, 'member');
    const replies = [];
    for (let n = 0; n < 6; n += 1) replies.push(await member('/v1/users.setStatus', { message: 'x' }));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    const last = replies[5];
    expect(last?.headers.get('x-ratelimit-reset')).toBe(String(now + 60_000));
    expect(last?.headers.has('retry-after')).toBe(false);
    expect(last?.body).toEqual({
      success: false,
      error:
        'Error, too many requests. Please slow down. You must wait 60 seconds before trying this endpoint again. [error-too-many-requests]',
    });
    for (let n = 0; n < 7; n += 1) expect((await call('/v1/users.setStatus', { message: 'x' })).status).toBe(200);
    now += 60_000;
    expect((await member('/v1/users.setStatus', { message: 'x' })).status).toBe(200);
  });
});

describe('before 8.6', () => {
  test('8.5 refuses what it does not know, 7.4 ignores it', async () => {
    server.switches.version = '8.5';
    const fields = { status: 'busy', expiresAt: inMinutes(1) };
    expect((await set(fields)).error).toBe('must NOT have additional properties');
    server.switches.version = '7.4';
    expect(await set(fields)).toEqual({ success: true });
    expect(await me()).toEqual({ status: 'busy', statusDefault: 'busy', statusText: '' });
  });

  test('a refused status leaves the new text', async () => {
    server.switches.version = '6.5';
    expect((await set({ status: 'Busy', message: 'written' })).errorType).toBe('error-invalid-status');
    expect(await me()).toMatchObject({ statusDefault: 'online', statusText: 'written' });
    await set({ status: 'online' });
    expect(await me()).toMatchObject({ statusText: 'written' });
  });

  test('forbidden texts forbid everything, and invisible has its older code', async () => {
    server.switches.version = '3.18';
    server.switches.messageChange = false;
    expect((await set({ status: 'busy', message: '' })).errorType).toBe('error-not-allowed');
    server.switches.messageChange = true;
    server.switches.invisible = false;
    expect((await set({ status: 'offline' })).errorType).toBe('error-not-allowed');
  });

  test('texts are limited for each person, with HTTP 400 and a code', async () => {
    server.switches.version = '7.4';
    server.switches.rateLimits = true;
    const member = rocketCaller(server, 'member');
    for (let n = 0; n < 5; n += 1) expect((await member('/v1/users.setStatus', { message: 'x' })).status).toBe(200);
    expect(await member('/v1/users.setStatus', { message: 'x' })).toMatchObject({
      status: 400,
      body: { errorType: 'error-too-many-requests' },
    });
  });
});

test('a text is trimmed and cut at 120 UTF-16 units without a word', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 100, maxLength: 130 }), async (text) => {
      expect(await set({ status: 'busy', message: text })).toEqual({ success: true });
      const [you] = server.workspace.people;
      expect(you?.statusText).toBe(text.trim().slice(0, 120));
    }),
    { numRuns: 40 },
  );
});

test('getStatus has no text, except on 3.x', async () => {
  await set({ status: 'busy', message: 'hi' });
  const own = (await call('/v1/users.getStatus')).body;
  expect(own).toEqual({
    success: true,
    _id: server.credentials.you.userId,
    status: 'offline',
    connectionStatus: 'offline',
    statusSource: 'manual',
  });
  expect((await call('/v1/users.getStatus?username=nobody')).body.errorType).toBe('error-invalid-user');
  server.switches.version = '3.18';
  expect((await call('/v1/users.getStatus')).body.message).toBe('hi');
});

test('presence by ids, in both spellings, hides offline people without a text', async () => {
  await set({ status: 'busy', message: 'hi' });
  const { you, member, bot } = server.credentials;
  const texts = async (query: string) => {
    const { users } = (await rocketCaller(server, 'member')(`/v1/users.presence?${query}`)).body;
    return users.map(({ username, statusText }: { username: string; statusText: string }) => [username, statusText]);
  };
  const expected = [
    ['you', 'hi'],
    ['rocket.cat', ''],
  ];
  expect(await texts(`ids=${you.userId},${member.userId},${bot.userId}`)).toEqual(expected);
  expect(await texts(`ids=${you.userId}&ids=${bot.userId}`)).toEqual(expected);
  server.switches.broadcast = false;
  expect(await texts(`ids=${bot.userId}`)).toEqual([]);
});

test('from 8.8 a person can be hidden from somebody', async () => {
  await set({ status: 'busy', message: 'hi' });
  const { you, member } = server.credentials;
  const info = async () => (await rocketCaller(server, 'member')(`/v1/users.info?userId=${you.userId}`)).body.user;
  server.workspace.people[0]?.hiddenFrom.add(member.userId);
  expect((await info()).statusText).toBe('hi');
  server.switches.version = '8.8';
  expect(await info()).toMatchObject({ status: 'offline', statusText: '' });
});

test('people are found by those who may look around', async () => {
  const path = `/v1/users.autocomplete?selector=${encodeURIComponent('{"term":"ro","exceptions":["rocket.cat","ines.ferro"]}')}`;
  expect((await call(path)).body.items).toMatchObject([{ username: 'rosa.lind' }]);
  const guest = await rocketCaller(server, 'guest')(path);
  expect([guest.status, guest.body.items]).toEqual([200, []]);
  expect((await call('/v1/users.autocomplete')).body).toMatchObject({ errorType: 'error-invalid-params' });
  expect((await call('/v1/users.autocomplete?selector=x')).status).toBe(400);
  expect((await call('/v1/spotlight?query=@rosa')).body.users).toHaveLength(1);
  expect((await rocketCaller(server, 'bot')('/v1/users.list')).status).toBe(403);
  expect((await call('/v1/users.list')).body.total).toBe(8);
  expect((await call('/v1/users.info?username=nobody')).body).toEqual({ success: false, error: 'User not found.' });
});

test('permissions and the workspace’s own emoji are listed', async () => {
  const { update } = (await call('/v1/permissions.listAll')).body;
  const roles = Object.fromEntries(update.map((one: { _id: string; roles: string[] }) => [one._id, one.roles]));
  expect(roles).toMatchObject({ 'edit-other-user-info': ['admin'], 'manage-user-status': ['admin'] });
  const { emojis } = (await call('/v1/emoji-custom.list')).body;
  const [first] = emojis.update;
  const picture = await fetch(`${server.url}/emoji-custom/${first.name}.${first.extension}`);
  expect(picture.headers.get('content-type')).toBe('image/png');
});
