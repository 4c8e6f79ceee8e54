import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CannedServer } from '../canned-server.ts';
import { fixture } from '../fixture.ts';
import { connectTo, refusal, startCannedZulip } from './canned-zulip.ts';

let server: CannedServer;
beforeEach(async () => {
  server = await startCannedZulip();
});
afterEach(() => server.close());

const says = (status: object) => {
  server.answers['GET /api/v1/users/10/status'] = { body: { result: 'success', msg: '', status } };
};
const unicode = (code: string) => ({ emoji_name: 'x', emoji_code: code, reaction_type: 'unicode_emoji' });

test('reads the whole status with one request', async () => {
  says({ status_text: 'on vacation', ...unicode('1f697') });
  expect(await connectTo(server).readStatus()).toEqual({
    ok: true,
    value: { emoji: { kind: 'unicode', value: '🚗' }, text: 'on vacation', availability: 'online', until: null },
  });
  expect(server.received).toHaveLength(1);
});

test.each([
  ['2764', '❤️'],
  ['2708', '✈️'],
  ['0023-20e3', '#️⃣'],
  ['1f1fa-1f1f8', '🇺🇸'],
  ['1f9d1-200d-1f4bb', '🧑‍💻'],
  ['1f3f3-200d-1f308', '🏳️‍🌈'],
  ['1f575-fe0f', '🕵️'],
  ['2615', '☕'],
])('the code %s shows as %s', async (code, value) => {
  says(unicode(code));
  expect(await connectTo(server).readStatus()).toMatchObject({ value: { emoji: { kind: 'unicode', value } } });
});

test('an organization’s own emoji keeps its id', async () => {
  says({ emoji_name: 'party', emoji_code: '7', reaction_type: 'realm_emoji' });
  const emoji = { kind: 'custom', serverUrl: server.url, name: 'party', code: '7' };
  expect(await connectTo(server).readStatus()).toMatchObject({ value: { emoji } });
});

test('an emoji cleared by half is none', async () => {
  says({ status_text: 'x', emoji_name: '', emoji_code: '', reaction_type: 'unicode_emoji' });
  expect(await connectTo(server).readStatus()).toMatchObject({ value: { emoji: null, text: 'x' } });
});

test.each([
  [{}, null],
  [{ away: true }, 'invisible'],
  [{ status_text: 'x', away: true }, 'invisible'],
  [{ status_text: 'x' }, 'online'],
])('%j means %s', async (parts, availability) => {
  says(parts);
  expect(await connectTo(server).readStatus()).toMatchObject({ value: { availability } });
});

test('where nothing was ever set, what the server said of presence before counts', async () => {
  server.answers['POST /api/v1/register'] = {
    body: { ...fixture('zulip/register'), user_settings: { presence_enabled: false } },
  };
  says({});
  const chat = connectTo(server);
  await chat.readFacts();
  expect(await chat.readStatus()).toMatchObject({ value: { text: '', availability: 'invisible' } });
});

test('before Zulip 9 the status comes from a queue that is given back', async () => {
  const chat = connectTo(server, { featureLevel: 261 });
  expect(await chat.readStatus()).toMatchObject({ ok: true, value: { text: 'On vacation', availability: 'online' } });
  const [registration, deletion] = server.received;
  expect(new URLSearchParams(registration?.body).get('fetch_event_types')).toContain('"user_status"');
  expect(deletion).toMatchObject({ method: 'DELETE', body: 'queue_id=fb67bf8a-c031-47cc-84cf-ed80accacda8' });
  expect(server.received.filter(({ path }) => path.endsWith('/status'))).toEqual([]);
});

test.each([
  [refusal('No such user'), { code: 'refused', message: 'No such user' }],
  [refusal('User is deactivated'), { code: 'user-deactivated' }],
  [refusal('Invalid API key', 'INVALID_API_KEY', 401), { code: 'signed-out' }],
  [{ body: { result: 'success', status: 'odd' } }, { code: 'bad-reply' }],
])('a failed reading: %j', async (answer, problem) => {
  server.answers['GET /api/v1/users/10/status'] = answer;
  expect(await connectTo(server).readStatus()).toEqual({ ok: false, problem: expect.objectContaining(problem) });
});

test('what is written and what is read back hold the same', async () => {
  const chat = connectTo(server);
  says({ status_text: 'x', ...unicode('2764') });
  const read = await chat.readStatus();
  const wanted = {
    emoji: { kind: 'unicode', value: '❤' },
    text: ' x ',
    availability: 'online',
    until: 1,
    then: 'clear',
  } as const;
  expect(read.ok && chat.holds(read.value)).toEqual(chat.holds(wanted));
  expect(chat.holds({ ...wanted, availability: 'busy' }).availability).toBeNull();
  expect(chat.holds({ ...wanted, emoji: null })).not.toEqual(chat.holds(wanted));
  expect(chat.holds({ ...wanted, emoji: { kind: 'unicode', value: '👍🏽' } })).toEqual(
    chat.holds({ ...wanted, emoji: { kind: 'unicode', value: '👍' } }),
  );
});

test('clearing makes visible only who was made invisible', () => {
  const chat = connectTo(server);
  expect(chat.clearedStatus(null, false)).toEqual({
    emoji: null,
    text: '',
    availability: null,
    until: null,
    then: 'clear',
  });
  expect(chat.clearedStatus(null, true).availability).toBe('online');
});

test('signing out asks nothing of the server: the key belongs to the account', async () => {
  expect(await connectTo(server).signOut()).toEqual({ ok: true, value: null });
  expect(server.received).toEqual([]);
});
