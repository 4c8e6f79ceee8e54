import { afterEach, beforeEach, expect, test } from 'vitest';
import { atField } from '../../../electron/contract/administration.ts';
import type { Problem } from '../../../electron/contract/problem.ts';
import type { Status } from '../../../electron/contract/status.ts';
import type { Administration } from '../../../electron/servers/administration.ts';
import type { CannedServer } from '../canned-server.ts';
import { connectTo, refusal, startCannedRocketChat } from './canned-rocket-chat.ts';

const SET = 'POST /api/v1/users.setStatus';
const PRESENCE = 'GET /api/v1/users.presence';
const INFO = 'GET /api/v1/users.info';
const UNTIL = Date.UTC(2030, 0, 1, 12);

let server: CannedServer;
beforeEach(async () => {
  server = await startCannedRocketChat();
});
afterEach(() => server.close());

function administration(version = '8.7'): Administration {
  const found = connectTo(server, version).administration;
  if (found === undefined) throw new Error('Rocket.Chat has administrators.');
  return found;
}

function status(change: Partial<Status> = {}): Status {
  return { emoji: null, text: 'Offsite', availability: 'busy', until: null, then: 'clear', ...change };
}

const sent = () => JSON.parse(server.received.at(-1)?.body ?? '{}');

test('names the person, and sends an end only to servers that keep it', async () => {
  await administration('8.6').writeStatusOf('rosa', status({ until: UNTIL }));
  expect(sent()).toEqual({
    ...{ userId: 'rosa', message: 'Offsite', status: 'busy' },
    expiresAt: '2030-01-01T12:00:00.000Z',
  });
  await administration('8.5').writeStatusOf('rosa', status({ until: UNTIL, availability: 'invisible' }));
  expect(sent()).toEqual({ userId: 'rosa', message: 'Offsite', status: 'offline' });
  await administration().writeStatusOf('rosa', status({ availability: null }));
  expect(sent()).toEqual({ userId: 'rosa', message: 'Offsite' });
});

test('a text that the server would cut is not sent', async () => {
  const emoji: Status['emoji'] = { kind: 'unicode', value: '🚗' };
  expect(await administration().writeStatusOf('rosa', status({ emoji, text: 'x'.repeat(118) }))).toEqual({
    ok: false,
    problem: { code: 'text-too-long', length: 121, max: 120 },
  });
  expect(server.received).toEqual([]);
});

const CASES: [what: string, answer: ReturnType<typeof refusal>, problem: Problem['code'], field: string | null][] = [
  ['without the permission', refusal('unauthorized', {}, 403), 'not-permitted', null],
  ['without the permission, from 9.0', refusal('forbidden', {}, 403), 'not-permitted', null],
  [
    'for nobody',
    refusal('The required "userId" or "username" param provided does not match any users [error-invalid-user]'),
    'person-unknown',
    'people',
  ],
  [
    'where texts are fixed',
    refusal('Change status is not allowed [error-not-allowed]'),
    'text-change-not-allowed',
    'text',
  ],
  [
    'where nobody hides',
    refusal('Invisible status is disabled [error-status-not-allowed]'),
    'invisible-not-allowed',
    'availability',
  ],
  [
    'for someone without presence',
    refusal('Presence is disabled [error-presence-disabled]'),
    'presence-disabled',
    'availability',
  ],
  [
    'with an end that is over',
    refusal('expiresAt must be a future date [error-invalid-date]'),
    'end-in-the-past',
    'end',
  ],
  [
    'with nothing',
    refusal('Match error: Failed Match.OneOf, Match.Maybe or Match.Optional validation'),
    'nothing-to-set',
    'text',
  ],
  ['signed out', refusal('You must be logged in to do this.', {}, 401), 'signed-out', null],
  ['too often, on old servers', refusal('Error, too many requests. [error-too-many-requests]'), 'rate-limited', null],
];

test.each(CASES)('refused %s', async (_what, answer, code, field) => {
  server.answers[SET] = answer;
  const result = await administration().writeStatusOf('rosa', status());
  expect(result.ok ? null : [result.problem.code, atField(result.problem).field]).toEqual([code, field]);
});

test('leaves one call of each minute to oneself, and paces only where the server counts', async () => {
  const headers = (remaining: number) => ({
    'X-RateLimit-Limit': '5',
    'X-RateLimit-Remaining': String(remaining),
    'X-RateLimit-Reset': String(Date.now() + 40_000),
  });
  const pauses: number[] = [];
  for (const remaining of [2, 1, null]) {
    server.answers[SET] = { body: { success: true }, headers: remaining === null ? {} : headers(remaining) };
    const answer = await administration().writeStatusOf('rosa', status());
    pauses.push(answer.ok ? Math.round(answer.value.pauseMs / 10_000) : -1);
  }
  expect(pauses).toEqual([0, 4, 0]);
});

const person = (more: object) => ({ _id: 'rosa', username: 'rosa', name: 'Rosa', statusText: '🚗 Trip', ...more });

test.each([
  ['8.6', { status: 'busy', statusSource: 'manual' }, 'busy'],
  ['8.6', { status: 'away', statusSource: 'manual' }, 'away'],
  ['8.6', { status: 'away' }, 'online'],
  ['8.6', { status: 'offline' }, 'online'],
  ['8.6', { status: 'offline', statusSource: 'manual' }, null],
  ['7.4', { status: 'busy' }, 'busy'],
  ['7.4', { status: 'away' }, null],
  ['7.4', { status: 'offline' }, null],
])('on %s, %j means that they chose %s', async (version, shown, availability) => {
  server.answers[PRESENCE] = { body: { users: [person(shown)], full: true, success: true } };
  expect(await administration(version).readStatusOf('rosa')).toEqual({
    ok: true,
    value: { emoji: { kind: 'unicode', value: '🚗' }, text: 'Trip', availability, until: null },
  });
});

test('someone whom the presence list leaves out is read from their own record', async () => {
  server.answers[PRESENCE] = { body: { users: [], full: true, success: true } };
  server.answers[INFO] = { body: { user: person({ status: 'offline' }), success: true } };
  expect(await administration().readStatusOf('rosa')).toMatchObject({ value: { text: 'Trip', availability: null } });
  server.answers[INFO] = refusal('User not found.');
  expect(await administration().readStatusOf('rosa')).toEqual({ ok: false, problem: { code: 'person-unknown' } });
});
