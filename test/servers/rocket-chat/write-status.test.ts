import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ReportedStatus, Status } from '../../../electron/contract/status.ts';
import type { CannedServer } from '../canned-server.ts';
import { fixture } from '../fixture.ts';
import { connectTo, refusal, startCannedRocketChat } from './canned-rocket-chat.ts';

let server: CannedServer;
beforeEach(async () => {
  server = await startCannedRocketChat();
});
afterEach(() => server.close());

const PALM = { kind: 'unicode', value: '🌴' } as const;
const UNTIL = Date.parse('2031-01-02T03:04:05.678Z');

function status(more: Partial<Status> = {}): Status {
  return { emoji: null, text: '', availability: null, until: null, then: 'clear', ...more };
}

function known(availability: ReportedStatus['availability']): ReportedStatus {
  return { emoji: null, text: '', availability, until: null };
}

const bodies = () => server.received.map(({ body }) => (body === '' ? null : JSON.parse(body)));
const write = (more: Partial<Status>, before: ReportedStatus | null = null, version = '8.7') =>
  connectTo(server, version).writeStatus(status(more), before);

test('one request: emoji in front of the text, availability, and the end', async () => {
  const wanted = { emoji: PALM, text: ' On holiday ', availability: 'busy', until: UNTIL } as const;
  expect(await write(wanted)).toEqual({ ok: true, value: { ...wanted, text: 'On holiday' } });
  expect(bodies()).toEqual([{ status: 'busy', message: '🌴 On holiday', expiresAt: '2031-01-02T03:04:05.678Z' }]);
});

test.each(['8.5', '7.0', '3.8.0'])('%s is not told of an end', async (version) => {
  expect(await write({ text: 'x', until: UNTIL }, null, version)).toMatchObject({ ok: true, value: { until: null } });
  expect(bodies()).toEqual([{ status: 'online', message: 'x' }]);
});

test.each([
  [{}, null, { status: 'online', message: '' }],
  [{ text: 'x' }, known('busy'), { status: 'busy', message: 'x' }],
  [{ text: 'x' }, known('invisible'), { status: 'offline', message: 'x' }],
  [{ text: 'x' }, known(null), { status: 'online', message: 'x' }],
  [{ availability: 'invisible' }, known('online'), { status: 'offline', message: '' }],
  [{ availability: 'away', emoji: PALM }, null, { status: 'away', message: '🌴' }],
] as const)('%j over %j sends %j', async (wanted, before, body) => {
  expect((await write(wanted, before)).ok).toBe(true);
  expect(bodies()).toEqual([body]);
});

test('an own emoji goes as its shortcode; that of another server is refused', async () => {
  const own = { kind: 'custom', serverUrl: server.url, name: 'party', code: 'party' } as const;
  await write({ emoji: own, text: 'yes' });
  expect(bodies()).toEqual([{ status: 'online', message: ':party: yes' }]);
  expect(await write({ emoji: { ...own, serverUrl: 'https://other.example' } })).toEqual({
    ok: false,
    problem: { code: 'emoji-unknown', emoji: ':party:' },
  });
});

test('a text is as long as the server counts it: UTF-16 units, with the emoji', async () => {
  const parts = fc.array(fc.constantFrom('aaaa', 'é', '🌴🌴', '👨‍👩‍👧', ' '), { minLength: 20, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(parts, fc.boolean(), async (texts, hasEmoji) => {
      server.received.length = 0;
      const text = texts.join('');
      const length = `${hasEmoji ? '🌴 ' : ''}${text.trim()}`.trim().length;
      const result = await write({ text, emoji: hasEmoji ? PALM : null });
      if (length <= 120) {
        expect(bodies()[0].message).toHaveLength(length);
      } else {
        expect(result).toEqual({ ok: false, problem: { code: 'text-too-long', length, max: 120 } });
        expect(server.received).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});

const loggedOut = 'You must be logged in to do this.';

test.each([
  [refusal(loggedOut, { status: 'error', message: loggedOut }, 401), { code: 'signed-out' }],
  [{ status: 401, body: { status: 'error', message: loggedOut } }, { code: 'signed-out' }],
  [refusal(loggedOut, {}, 401), { code: 'signed-out' }],
  [refusal('unauthorized', {}, 401), { code: 'signed-out' }],
  [refusal('unauthorized', {}, 403), { code: 'not-permitted' }],
  [refusal('forbidden', {}, 403), { code: 'not-permitted' }],
  [refusal('unauthorized'), { code: 'not-permitted' }],
  [
    refusal('User does not have the permissions required for this action [error-unauthorized]', {}, 403),
    { code: 'not-permitted' },
  ],
  [
    refusal('Change status is not allowed [error-not-allowed]', {
      errorType: 'error-not-allowed',
      details: { method: 'users.setStatus' },
    }),
    { code: 'text-change-not-allowed' },
  ],
  [refusal('Change status is not allowed [error-not-allowed]'), { code: 'text-change-not-allowed' }],
  [
    refusal('Invisible status is disabled [error-not-allowed]', { errorType: 'error-not-allowed' }),
    { code: 'invisible-not-allowed' },
  ],
  [
    refusal('Invisible status is disabled [error-status-not-allowed]', { errorType: 'error-status-not-allowed' }),
    { code: 'invisible-not-allowed' },
  ],
  [refusal('Presence is disabled for this user [error-presence-disabled]'), { code: 'presence-disabled' }],
  [
    refusal('expiresAt must be a future date [error-invalid-date]', { errorType: 'error-invalid-date' }),
    { code: 'end-in-the-past' },
  ],
  [
    refusal('Invalid expiresAt date string [error-invalid-date]', { errorType: 'error-invalid-date' }),
    { code: 'refused', message: 'Invalid expiresAt date string' },
  ],
  [
    refusal('must NOT have additional properties', { errorType: 'invalid-params' }),
    { code: 'not-applied', what: ['expiresAt'] },
  ],
  [
    refusal('must be equal to one of the allowed values', { errorType: 'invalid-params' }),
    { code: 'refused', message: 'must be equal to one of the allowed values' },
  ],
  [
    refusal('Valid status types include online, away, offline, and busy. [error-invalid-status]'),
    { code: 'refused', message: 'Valid status types include online, away, offline, and busy.' },
  ],
  [refusal('Match error: Failed Match.OneOf, Match.Maybe or Match.Optional validation'), { code: 'nothing-to-set' }],
  [
    refusal(
      'Error, too many requests. You must wait 47 seconds before trying this endpoint again. [error-too-many-requests]',
      {},
      429,
    ),
    { code: 'rate-limited', waitMs: 47_000 },
  ],
  [
    refusal('Error, too many requests. You must wait 9 seconds. [error-too-many-requests]', {
      errorType: 'error-too-many-requests',
    }),
    { code: 'rate-limited', waitMs: 9000 },
  ],
  [
    refusal('The required "userId" or "username" param provided does not match any users [error-invalid-user]'),
    { code: 'refused', message: 'The required "userId" or "username" param provided does not match any users' },
  ],
  [
    { status: 500, body: { success: false, error: 'Internal server error' } },
    { code: 'server-error', httpStatus: 500 },
  ],
  [{ status: 404, body: '<html></html>' }, { code: 'bad-reply' }],
])('the reply %j', async (reply, problem) => {
  server.answers['POST /api/v1/users.setStatus'] = reply;
  expect(await write({ text: 'x', until: UNTIL })).toEqual({ ok: false, problem: expect.objectContaining(problem) });
  expect(server.received).toHaveLength(1);
});

test('an old server that refuses after it has written is read back', async () => {
  server.answers['POST /api/v1/users.setStatus'] = refusal('Odd [error-odd]');
  const wanted = { emoji: PALM, text: 'On holiday', availability: 'busy' } as const;
  expect(await write(wanted, null, '3.8.0')).toMatchObject({ ok: true, value: wanted });
  expect(await write({ ...wanted, text: 'At work' }, null, '3.8.0')).toEqual({
    ok: false,
    problem: { code: 'refused', message: 'Odd' },
  });
  expect(server.received.map(({ path }) => path.slice(8))).toEqual(['users.setStatus', 'me', 'users.setStatus', 'me']);
});

test('reads everything with one request', async () => {
  expect(await connectTo(server).readStatus()).toEqual({
    ok: true,
    value: { emoji: PALM, text: 'On holiday', availability: 'busy', until: Date.parse('2026-12-22T18:00:00.000Z') },
  });
  expect(server.received.map(({ path }) => path)).toEqual(['/api/v1/me']);
});

test.each([
  [{ statusDefault: 'offline' }, { availability: 'invisible' }],
  [{ statusDefault: undefined, status: 'away' }, { availability: null }],
  [{ statusText: undefined }, { text: '', emoji: null }],
  [{ statusExpiresAt: undefined }, { until: null }],
  [{ statusExpiresAt: 'never' }, { until: null }],
])('%j reads as %j', async (change, read) => {
  server.answers['GET /api/v1/me'] = { body: { ...fixture('rocket-chat/me'), ...change } };
  expect(await connectTo(server).readStatus()).toMatchObject({ ok: true, value: read });
});

test('clearing keeps somebody invisible who was so before', () => {
  const chat = connectTo(server);
  const cleared = { emoji: null, text: '', availability: 'online', until: null, then: 'clear' };
  expect(chat.clearedStatus(known('busy'), false)).toEqual(cleared);
  expect(chat.clearedStatus(null, false)).toEqual(cleared);
  expect(chat.clearedStatus(known('invisible'), true)).toEqual(cleared);
  expect(chat.clearedStatus(known('invisible'), false)).toEqual({ ...cleared, availability: 'invisible' });
});
