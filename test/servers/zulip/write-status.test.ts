import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ReportedStatus, Status } from '../../../electron/contract/status.ts';
import type { ChatServer } from '../../../electron/servers/chat-server.ts';
import { createForgetfulEmoji } from '../../../electron/servers/known-emoji.ts';
import type { CannedServer } from '../canned-server.ts';
import { connectTo, refusal, startCannedZulip, zulipClient } from './canned-zulip.ts';

let server: CannedServer;
beforeEach(async () => {
  server = await startCannedZulip();
});
afterEach(() => server.close());

const CAR = { kind: 'unicode', value: '🚗' } as const;
const custom = (code: string, name: string) => ({ kind: 'custom' as const, serverUrl: server.url, name, code });

function status(more: Partial<Status> = {}): Status {
  return { emoji: null, text: '', availability: null, until: null, then: 'clear', ...more };
}

function known(availability: ReportedStatus['availability']): ReportedStatus {
  return { emoji: null, text: '', availability, until: null };
}

/** The forms sent to the status endpoint. */
function forms(): Record<string, string>[] {
  return server.received
    .filter(({ method, path }) => method === 'POST' && path === '/api/v1/users/me/status')
    .map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
}

/** A connection that has already read the server's table of emoji. */
async function warm(): Promise<ChatServer> {
  const chat = connectTo(server);
  await chat.readFacts();
  return chat;
}

async function write(more: Partial<Status>, before: ReportedStatus | null = known('online')) {
  return connectTo(server).writeStatus(status(more), before);
}

test('one request, with all four fields', async () => {
  const chat = await warm();
  server.received.length = 0;
  const until = Date.now() + 60_000;
  const wanted = status({ emoji: CAR, text: '  on vacation ', availability: 'online', until });
  expect(await chat.writeStatus(wanted, known('online'))).toEqual({
    ok: true,
    value: { emoji: CAR, text: 'on vacation', availability: 'online', until: null },
  });
  expect(server.received).toHaveLength(1);
  expect(forms()).toEqual([
    { status_text: 'on vacation', emoji_name: 'car', emoji_code: '1f697', reaction_type: 'unicode_emoji' },
  ]);
});

test('nothing set is sent as four empty fields', async () => {
  await write({});
  expect(forms()).toEqual([{ status_text: '', emoji_name: '', emoji_code: '', reaction_type: '' }]);
  expect(server.received).toHaveLength(1);
});

test.each([
  ['❤️', '2764', 'heart'],
  ['❤', '2764', 'heart'],
  ['👍🏽', '1f44d', '+1'],
  ['🕵️', '1f575-fe0f', 'detective'],
  ['#️⃣', '0023-20e3', 'hash'],
  ['🧑🏿‍💻', '1f9d1-200d-1f4bb', 'technologist'],
  ['📅', '1f4c5', 'calendar'],
])('%s is %s there', async (value, code, name) => {
  const chat = await warm();
  expect(await chat.writeStatus(status({ emoji: { kind: 'unicode', value } }), null)).toMatchObject({ ok: true });
  expect(forms()).toEqual([{ status_text: '', emoji_name: name, emoji_code: code, reaction_type: 'unicode_emoji' }]);
});

test('an organization’s own emoji goes by its id, and the Zulip emoji by its own type', async () => {
  await write({ emoji: custom('7', 'green_tick') });
  await write({ emoji: custom('zulip', 'zulip') });
  expect(forms()).toMatchObject([
    { emoji_name: 'green_tick', emoji_code: '7', reaction_type: 'realm_emoji' },
    { emoji_name: 'zulip', emoji_code: 'zulip', reaction_type: 'zulip_extra_emoji' },
  ]);
});

test('an emoji that the server does not have is said before anything is sent', async () => {
  const unknown = { ok: false, problem: { code: 'emoji-unknown', emoji: '🫩' } };
  const chat = await warm();
  expect(await chat.writeStatus(status({ emoji: { kind: 'unicode', value: '🫩' } }), null)).toEqual(unknown);
  const elsewhere = { kind: 'custom', serverUrl: 'https://other.example', name: 'party', code: '3' } as const;
  expect(await write({ emoji: elsewhere })).toEqual({
    ok: false,
    problem: { code: 'emoji-unknown', emoji: ':party:' },
  });
  expect(forms()).toEqual([]);
});

test('a table that is known from before takes one request, also right after the start', async () => {
  const known = createForgetfulEmoji();
  known.keepTable(server.url, { address: 'x', etag: null, names: { '1f4c5': ['calendar'] } });
  const chat = connectTo(server, {}, zulipClient(known));
  expect(await chat.writeStatus(status({ emoji: { kind: 'unicode', value: '📅' } }), null)).toMatchObject({ ok: true });
  expect(forms()).toMatchObject([{ emoji_name: 'calendar', emoji_code: '1f4c5' }]);
  expect(server.received).toHaveLength(1);
});

test('the first status ever reads the table before it names an emoji, once', async () => {
  const chat = connectTo(server);
  const calendar = status({ emoji: { kind: 'unicode', value: '📅' } });
  expect(await chat.writeStatus(calendar, null)).toMatchObject({ ok: true });
  expect(await chat.writeStatus(calendar, null)).toMatchObject({ ok: true });
  expect(forms().map((form) => form.emoji_name)).toEqual(['calendar', 'calendar']);
  expect(server.received.filter(({ path }) => path === '/static/emoji_api.json')).toHaveLength(1);
});

test('a table that the server has outgrown is read again when it refuses a name, in whatever language', async () => {
  server.answers['POST /api/v1/users/me/status'] = ({ body }) =>
    body.includes('emoji_name=calendar') ? { body: { result: 'success' } } : refusal('Ungültiger Emoji-Name.');
  const known = createForgetfulEmoji();
  known.keepTable(server.url, { address: 'old', etag: '"1"', names: { '1f4c5': ['old_calendar'] } });
  const chat = connectTo(server, {}, zulipClient(known));
  expect(await chat.writeStatus(status({ emoji: { kind: 'unicode', value: '📅' } }), null)).toMatchObject({ ok: true });
  expect(forms().map((form) => form.emoji_name)).toEqual(['old_calendar', 'calendar']);
});

test('an account that is connected anew remembers the table', async () => {
  const client = zulipClient();
  await connectTo(server, {}, client).readFacts();
  server.received.length = 0;
  const detective = status({ emoji: { kind: 'unicode', value: '🕵️' } });
  expect(await connectTo(server, {}, client).writeStatus(detective, null)).toMatchObject({ ok: true });
  expect(forms()).toMatchObject([{ emoji_name: 'detective', emoji_code: '1f575-fe0f' }]);
  expect(server.received).toHaveLength(1);
});

test('a kept table is only compared the next time facts are read', async () => {
  server.answers['GET /static/emoji_api.json'] = ({ headers }) =>
    headers['if-none-match'] === '"1"'
      ? { status: 304 }
      : { body: { code_to_names: { '1f697': ['car'] } }, headers: { ETag: '"1"' } };
  const chat = connectTo(server);
  await chat.readFacts();
  await chat.readFacts();
  expect(await chat.writeStatus(status({ emoji: CAR }), null)).toMatchObject({ ok: true });
  expect(server.received.filter(({ headers }) => headers['if-none-match'] === '"1"')).toHaveLength(1);
});

test('a text is as long as the server counts it: code points, trimmed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('a', 'é', '🌴', '👨‍👩‍👧', 'e\u0301', ' '), { maxLength: 70 }),
      async (parts) => {
        server.received.length = 0;
        const text = parts.join('');
        const length = Array.from(text.trim()).length;
        const result = await write({ text });
        if (length <= 60) {
          expect(result.ok).toBe(true);
        } else {
          expect(result).toEqual({ ok: false, problem: { code: 'text-too-long', length, max: 60 } });
          expect(server.received).toEqual([]);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test.each([
  ['invisible', 'online', ['presence_enabled=false']],
  ['online', 'invisible', ['presence_enabled=true']],
  ['online', null, ['presence_enabled=true']],
  ['invisible', 'invisible', []],
  ['online', 'online', []],
  [null, 'invisible', []],
  ['busy', 'invisible', []],
  ['away', 'online', []],
] as const)('%s while %s asks the settings %j', async (availability, before, asked) => {
  const result = await write({ availability }, before && known(before));
  expect(result.ok).toBe(true);
  expect(server.received.filter(({ method }) => method === 'PATCH').map(({ body }) => body)).toEqual(asked);
});

test('a refused text leaves the availability alone', async () => {
  server.answers['POST /api/v1/users/me/status'] = refusal('nope');
  await write({ availability: 'invisible' });
  expect(server.received.map(({ method }) => method)).toEqual(['POST']);
});

test('where nobody can be invisible, it is said', async () => {
  const chat = connectTo(server, { availabilities: ['online'] });
  const result = await chat.writeStatus(status({ availability: 'invisible' }), null);
  expect(result).toEqual({ ok: false, problem: { code: 'presence-disabled' } });
  expect(server.received).toEqual([]);
});

test('what the server ignores was not applied', async () => {
  server.answers['POST /api/v1/users/me/status'] = {
    body: { result: 'success', msg: '', ignored_parameters_unsupported: ['emoji_code'] },
  };
  expect(await write({})).toEqual({ ok: false, problem: { code: 'not-applied', what: ['emoji_code'] } });
});

test.each([
  ['status_text is too long (limit: 50 characters)', { code: 'text-too-long', length: 51, max: 50 }],
  ['Client did not pass any new values.', { code: 'nothing-to-set' }],
  ["Emoji 'invalid' does not exist", { code: 'emoji-unknown', emoji: '🚗' }],
  ['Invalid emoji name.', { code: 'emoji-unknown', emoji: '🚗' }],
  ['Invalid emoji code.', { code: 'emoji-unknown', emoji: '🚗' }],
  ['Invalid emoji type.', { code: 'emoji-unknown', emoji: '🚗' }],
  ['Invalid custom emoji.', { code: 'emoji-unknown', emoji: '🚗' }],
  ['Invalid custom emoji name.', { code: 'emoji-unknown', emoji: '🚗' }],
  ['This custom emoji has been deactivated.', { code: 'emoji-deactivated', emoji: '🚗' }],
  ['This endpoint does not accept bot requests.', { code: 'is-bot' }],
  ['Insufficient permission', { code: 'not-permitted' }],
  [
    'Client must pass emoji_name if they pass either emoji_code or reaction_type.',
    { code: 'refused', message: 'Client must pass emoji_name if they pass either emoji_code or reaction_type.' },
  ],
  ['Ungültig\n\u0007\u202E!', { code: 'refused', message: 'Ungültig !' }],
])('the refusal "%s"', async (message, problem) => {
  server.answers['POST /api/v1/users/me/status'] = refusal(message);
  expect(await write({ emoji: CAR, text: 'hi' })).toEqual({ ok: false, problem });
});

test.each([
  [refusal('Invalid API key', 'INVALID_API_KEY', 401), { code: 'signed-out' }],
  [refusal('Malformed API key', 'INVALID_API_KEY', 401), { code: 'signed-out' }],
  [refusal('Not logged in', 'UNAUTHORIZED', 401), { code: 'signed-out' }],
  [{ status: 401, body: { result: 'error', msg: 'Invalid API key' } }, { code: 'signed-out' }],
  [refusal('Account is deactivated', 'USER_DEACTIVATED', 401), { code: 'user-deactivated' }],
  [refusal('Account is deactivated', 'USER_DEACTIVATED', 403), { code: 'user-deactivated' }],
  [refusal('…', 'REALM_DEACTIVATED', 401), { code: 'organization-deactivated' }],
  [refusal('Invalid subdomain', 'NONEXISTENT_SUBDOMAIN', 404), { code: 'no-organization' }],
  [refusal('Must be an organization administrator', 'UNAUTHORIZED_PRINCIPAL'), { code: 'not-permitted' }],
  [
    refusal('API usage exceeded rate limit', 'RATE_LIMIT_HIT', 429, { 'retry-after': 28.7 }),
    { code: 'rate-limited', waitMs: 28_700 },
  ],
  [
    { status: 503, body: '<html></html>' },
    { code: 'server-error', httpStatus: 503 },
  ],
  [{ body: '<html>portal</html>' }, { code: 'captive-portal' }],
  [refusal('constructor', 'constructor'), { code: 'refused', message: 'constructor' }],
])('the reply %j', async (reply, problem) => {
  server.answers['POST /api/v1/users/me/status'] = reply;
  expect(await write({ text: 'hi' })).toEqual({ ok: false, problem: expect.objectContaining(problem) });
});

test('a long refusal is cut to 200 characters', async () => {
  server.answers['POST /api/v1/users/me/status'] = refusal('🌴'.repeat(500));
  expect(await write({})).toEqual({ ok: false, problem: { code: 'refused', message: '🌴'.repeat(200) } });
});
