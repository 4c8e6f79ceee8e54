import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { atField } from '../../../electron/contract/administration.ts';
import type { Problem } from '../../../electron/contract/problem.ts';
import { problemText } from '../../../electron/contract/texts/problem-texts.ts';
import type { WorkspaceStatusCalls } from '../../../electron/servers/administration.ts';
import documented from '../../fixtures/seeds/rocket-chat-create-custom-user-status.json' with { type: 'json' };
import type { CannedServer } from '../canned-server.ts';
import { connectTo, startCannedRocketChat, TOKEN, USER_ID } from './canned-rocket-chat.ts';

// The document: test/fixtures/seeds holds its answers to the letter, with the capitals it prints.

const CREATE = 'POST /api/v1/custom-user-status.create';
const UPDATE = 'POST /api/v1/custom-user-status.update';
const DELETE = 'POST /api/v1/custom-user-status.delete';
const LIST = 'GET /api/v1/custom-user-status.list';

let server: CannedServer;
beforeEach(async () => {
  server = await startCannedRocketChat();
});
afterEach(() => server.close());

function calls(version = '8.7'): WorkspaceStatusCalls {
  const found = connectTo(server, version).administration?.workspaceStatuses;
  if (found === undefined) throw new Error('Rocket.Chat has workspace statuses.');
  return found;
}

const body = (text: string | undefined) => JSON.parse(text ?? '{}');

describe('the request', () => {
  test('goes with both headers of the document and as JSON', async () => {
    server.answers[CREATE] = { body: documented.success };
    await calls().create('In a meeting', 'busy');
    const [request] = server.received;
    expect(request?.headers).toMatchObject({ 'x-user-id': USER_ID, 'x-auth-token': TOKEN });
    expect(request?.headers['content-type']).toBe('application/json');
  });

  test.each([
    ['online', 'online'],
    ['away', 'away'],
    ['busy', 'busy'],
    ['invisible', 'offline'],
    [null, ''],
  ] as const)('sends %s as “%s”: lower case, whatever the document prints', async (availability, statusType) => {
    server.answers[CREATE] = { body: documented.success };
    server.answers[UPDATE] = { body: documented.success };
    await calls().create('  In a meeting ', availability);
    await calls('6.5').update('EscbQinc8jmeXbpt7', 'In a meeting', availability);
    expect(body(server.received[0]?.body)).toEqual({ name: 'In a meeting', statusType });
    expect(body(server.received[1]?.body)).toEqual({ _id: 'EscbQinc8jmeXbpt7', name: 'In a meeting', statusType });
  });

  test('to delete names the status as that endpoint wants it', async () => {
    server.answers[DELETE] = { body: { success: true } };
    expect(await calls().delete('EscbQinc8jmeXbpt7')).toEqual({ ok: true, value: null });
    expect(body(server.received[0]?.body)).toEqual({ customUserStatusId: 'EscbQinc8jmeXbpt7' });
  });
});

test('the documented success is read, capitals and all', async () => {
  server.answers[CREATE] = { body: documented.success };
  expect(await calls().create('In a meeting', 'busy')).toEqual({
    ok: true,
    value: { id: 'EscbQinc8jmeXbpt7', name: 'In a meeting', availability: 'busy' },
  });
});

const LOGGED_OUT = 'You must be logged in to do this.';
const NOT_AUTHORIZED = { success: false, error: '[not_authorized]', errorType: 'not_authorized' };
const bad = (error: string, errorType?: string, details?: object) => ({
  success: false,
  error,
  ...(errorType === undefined ? {} : { errorType }),
  ...(details === undefined ? {} : { details: { method: 'insertOrUpdateUserStatus', ...details } }),
});

type Case = [what: string, status: number, answer: object, problem: Problem, field: string | null, words: RegExp];

const REFUSALS: Case[] = [
  ['Authorization, as documented', 401, documented.unauthorized, { code: 'signed-out' }, null, /Sign in again/],
  [
    '401 as older documents have it',
    401,
    { status: 'error', message: LOGGED_OUT },
    { code: 'signed-out' },
    null,
    /Sign in/,
  ],
  [
    '401 as 8.x sends it',
    401,
    { success: false, error: LOGGED_OUT, status: 'error', message: LOGGED_OUT },
    { code: 'signed-out' },
    null,
    /Sign in again/,
  ],
  [
    '401 as 9.0 will send it',
    401,
    { success: false, error: LOGGED_OUT },
    { code: 'signed-out' },
    null,
    /Sign in again/,
  ],
  ['no permission, as sent', 400, NOT_AUTHORIZED, { code: 'not-permitted' }, null, /permission/],
  ['no permission, as documented', 403, documented.unauthorized, { code: 'not-permitted' }, null, /permission/],
  ['Name param empty', 400, documented.nameRequired, { code: 'workspace-status-name-empty' }, 'name', /needs a name/],
  [
    'a name that is missing, on 8.x',
    400,
    bad("must have required property 'name'", 'invalid-params'),
    { code: 'workspace-status-name-empty' },
    'name',
    /needs a name/,
  ],
  [
    'a name that is no text, before',
    400,
    bad('Match error: Expected string, got null in field name'),
    { code: 'workspace-status-name-empty' },
    'name',
    /needs a name/,
  ],
  ['no permission, as documented, at 400', 400, documented.unauthorized, { code: 'not-permitted' }, null, /permission/],
  [
    'a name that is missing, before',
    400,
    bad("Match error: Missing key 'name'"),
    { code: 'workspace-status-name-empty' },
    'name',
    /needs a name/,
  ],
  [
    'a forbidden character',
    400,
    bad('A<B is not a valid name [error-input-is-not-a-valid-field]', 'error-input-is-not-a-valid-field', {
      input: 'A<B',
      field: 'Name',
    }),
    { code: 'workspace-status-name-forbidden-characters', characters: '<' },
    'name',
    /can’t contain </,
  ],
  [
    'Status name already in use',
    400,
    documented.nameInUse,
    { code: 'workspace-status-name-in-use', name: 'In a meeting' },
    'name',
    /called “In a meeting” already/,
  ],
  [
    'Invalid status type',
    400,
    documented.invalidStatusType,
    { code: 'workspace-status-type-invalid', type: 'Offline' },
    'availability',
    /“Offline”/,
  ],
  [
    'a status that was not found again',
    400,
    bad('Error creating custom user status [error-creating-custom-user-status]'),
    { code: 'workspace-status-not-confirmed' },
    null,
    /Look at the list/,
  ],
];

test.each(REFUSALS)('%s has its own words at its own field', async (_what, status, answer, problem, field, words) => {
  server.answers[CREATE] = { status, body: answer };
  server.answers[UPDATE] = { status, body: answer };
  for (const saved of [
    await calls().create('In a meeting', 'invisible'),
    await calls().update('x', 'In a meeting', null),
  ]) {
    expect(saved).toEqual({ ok: false, problem });
  }
  expect(atField(problem).field).toBe(field);
  expect(problemText(problem)).toMatch(words);
});

test.each([
  ['updating', 400, bad('No custom user status found with the id of "SeZHHb77QXWRbnDh".')],
  [
    'deleting',
    400,
    bad(
      'Invalid user status [Custom_User_Status_Error_Invalid_User_Status]',
      'Custom_User_Status_Error_Invalid_User_Status',
    ),
  ],
])('%s what somebody has deleted meanwhile says so', async (what, status, answer) => {
  server.answers[UPDATE] = { status, body: answer };
  server.answers[DELETE] = { status, body: answer };
  const result = what === 'updating' ? await calls().update('gone', 'A', null) : await calls().delete('gone');
  expect(result).toEqual({ ok: false, problem: { code: 'workspace-status-gone' } });
});

test('too many requests say how long to wait', async () => {
  const error =
    'Error, too many requests. Please slow down. You must wait 47 seconds before trying this endpoint again. [error-too-many-requests]';
  server.answers[CREATE] = { status: 429, body: { success: false, error } };
  expect(await calls().create('A', null)).toMatchObject({ problem: { code: 'rate-limited', waitMs: 47_000 } });
});

test('the list is read to its last page, and once each', async () => {
  const all = Array.from({ length: 250 }, (_, n) => ({ _id: `id-${n}`, name: `Status ${n}`, statusType: 'Away' }));
  server.answers[LIST] = ({ path }) => {
    const query = new URL(path, server.url).searchParams;
    const offset = Number(query.get('offset'));
    const statuses = all.slice(offset, offset + Math.min(Number(query.get('count')), 90));
    return { body: { statuses, count: statuses.length, offset, total: all.length, success: true } };
  };
  const list = await calls().list();
  expect(list.ok && list.value.length).toBe(250);
  expect(list.ok && new Set(list.value.map(({ availability }) => availability))).toEqual(new Set(['away']));
  expect(server.received).toHaveLength(3);
});
