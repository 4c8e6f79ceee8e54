import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { atField } from '../../../electron/contract/administration.ts';
import type { Problem } from '../../../electron/contract/problem.ts';
import type { Status } from '../../../electron/contract/status.ts';
import { problemText } from '../../../electron/contract/texts/problem-texts.ts';
import type { Administration } from '../../../electron/servers/administration.ts';
import documented from '../../fixtures/seeds/zulip-update-user-status.json' with { type: 'json' };
import type { CannedServer } from '../canned-server.ts';
import { connectTo, refusal, startCannedZulip } from './canned-zulip.ts';

// The document: test/fixtures/seeds holds its answers to the letter.

const POST = 'POST /api/v1/users/12/status';
const CAR: Status['emoji'] = { kind: 'unicode', value: '🚗' };

let server: CannedServer;
beforeEach(async () => {
  server = await startCannedZulip();
  server.answers['GET /static/emoji_api.json'] = {
    body: { code_to_names: { '1f697': ['car'], '1f6e0': ['working_on_it'] } },
  };
  server.answers[POST] = { body: documented.success };
});
afterEach(() => server.close());

function administration(): Administration {
  const found = connectTo(server).administration;
  if (found === undefined) throw new Error('Zulip has administrators.');
  return found;
}

function status(change: Partial<Status> = {}): Status {
  return { emoji: CAR, text: 'on vacation', availability: null, until: null, then: 'clear', ...change };
}

const sent = () => {
  const posts = server.received.filter(({ method, path }) => `${method} ${path}` === POST);
  return Object.fromEntries(new URLSearchParams(posts.at(-1)?.body));
};

describe('the request', () => {
  test('is the document’s example, with all four parameters', async () => {
    const answer = await administration().writeStatusOf('12', status());
    expect(sent()).toEqual({
      status_text: 'on vacation',
      emoji_name: 'car',
      emoji_code: '1f697',
      reaction_type: 'unicode_emoji',
    });
    expect(answer).toMatchObject({ ok: true, value: { notApplied: [] } });
    expect(server.received.at(-1)?.headers.authorization).toMatch(/^Basic /);
  });

  test.each([
    ['the organisation’s own emoji', { name: 'green_tick', code: '1' }, 'realm_emoji'],
    ['Zulip’s own extra emoji', { name: 'zulip', code: 'zulip' }, 'zulip_extra_emoji'],
  ])('names %s by its type', async (_what, { name, code }, type) => {
    const emoji: Status['emoji'] = { kind: 'custom', serverUrl: server.url, name, code };
    await administration().writeStatusOf('12', status({ emoji }));
    expect(sent()).toMatchObject({ emoji_name: name, emoji_code: code, reaction_type: type });
  });

  test('to clear sends all four empty, since an empty text alone would leave the emoji', async () => {
    const its = administration();
    await its.writeStatusOf('12', its.clearedStatus);
    expect(sent()).toEqual({ status_text: '', emoji_name: '', emoji_code: '', reaction_type: '' });
  });

  test('trims the text and takes 60 characters, counted as the server counts', async () => {
    const its = administration();
    expect((await its.writeStatusOf('12', status({ text: ` ${'🚗'.repeat(60)} ` }))).ok).toBe(true);
    expect(sent().status_text).toBe('🚗'.repeat(60));
    server.received.length = 0;
    expect(await its.writeStatusOf('12', status({ text: 'x'.repeat(61) }))).toEqual({
      ok: false,
      problem: { code: 'text-too-long', length: 61, max: 60 },
    });
    expect(server.received).toEqual([]);
  });
});

type Case = [what: string, answer: object, problem: Problem, field: string | null, words: RegExp];
const msg = (text: string) => refusal(text).body;

const REFUSALS: Case[] = [
  ['no permission', documented.notPermitted, { code: 'not-permitted' }, null, /permission/],
  ['nothing new', documented.nothingNew, { code: 'nothing-to-set' }, 'text', /nothing to set/],
  ['a text too long', documented.tooLong, { code: 'text-too-long', length: 61, max: 60 }, 'text', /Shorten it by 1\./],
  ['a code without a name', documented.emojiNameMissing, { code: 'emoji-name-missing' }, 'emoji', /without its name/],
  ['an unknown name', documented.emojiUnknown, { code: 'emoji-unknown', emoji: '🚗' }, 'emoji', /has no 🚗/],
  ['a wrong name', documented.emojiNameInvalid, { code: 'emoji-name-wrong', emoji: '🚗' }, 'emoji', /another name/],
  [
    'an unknown own emoji',
    documented.customEmojiInvalid,
    { code: 'custom-emoji-unknown', emoji: '🚗' },
    'emoji',
    /no emoji of its own/,
  ],
  ['an unknown code', msg('Invalid emoji code.'), { code: 'emoji-code-wrong', emoji: '🚗' }, 'emoji', /not among/],
  ['an unknown type', msg('Invalid emoji type.'), { code: 'emoji-type-wrong' }, 'emoji', /this type/],
  [
    'an own emoji renamed',
    msg('Invalid custom emoji name.'),
    { code: 'custom-emoji-renamed', emoji: '🚗' },
    'emoji',
    /another name now/,
  ],
  [
    'an own emoji out of use',
    msg('This custom emoji has been deactivated.'),
    { code: 'emoji-deactivated', emoji: '🚗' },
    'emoji',
    /out of use/,
  ],
  ['nobody of that id', msg('No such user'), { code: 'person-unknown' }, 'people', /does not know this person/],
  [
    'another language',
    msg('Unzureichende Berechtigung'),
    { code: 'refused', message: 'Unzureichende Berechtigung' },
    null,
    /Unzureichende/,
  ],
];

test.each(REFUSALS)('%s has its own words at its own field', async (_what, answer, problem, field, words) => {
  server.answers[POST] = { status: 400, body: answer };
  expect(await administration().writeStatusOf('12', status())).toEqual({ ok: false, problem });
  expect(atField(problem).field).toBe(field);
  expect(problemText(problem)).toMatch(words);
});

test.each([
  ['INVALID_API_KEY', 401, 'signed-out'],
  ['UNAUTHORIZED', 401, 'signed-out'],
  ['USER_DEACTIVATED', 401, 'user-deactivated'],
  ['REALM_DEACTIVATED', 401, 'organization-deactivated'],
])('%s is about the account and not about the person', async (code, httpStatus, problem) => {
  server.answers[POST] = refusal('Account is deactivated', code, httpStatus);
  expect(await administration().writeStatusOf('12', status())).toMatchObject({ problem: { code: problem } });
});

test('a server’s word that it took something not over is handed on in the words of a status', async () => {
  server.answers[POST] = {
    body: { ...documented.success, ignored_parameters_unsupported: ['emoji_code', 'emoji_name', 'status_text', 'x'] },
  };
  expect(await administration().writeStatusOf('12', status({ availability: 'online' }))).toMatchObject({
    value: { notApplied: ['emoji', 'text', 'x', 'availability'] },
  });
});

test('a server near its limit asks for a pause before it refuses', async () => {
  const reset = String(Math.ceil(Date.now() / 1000) + 30);
  server.answers[POST] = {
    body: documented.success,
    headers: { 'X-RateLimit-Remaining': '3', 'X-RateLimit-Reset': reset },
  };
  const answer = await administration().writeStatusOf('12', status());
  expect(answer.ok && answer.value.pauseMs).toBeGreaterThan(20_000);
  server.answers[POST] = {
    body: documented.success,
    headers: { 'X-RateLimit-Remaining': '150', 'X-RateLimit-Reset': reset },
  };
  expect(await administration().writeStatusOf('12', status())).toMatchObject({ value: { pauseMs: 0 } });
});

test.each([
  [80, true, 'server-too-old'],
  [200, true, 'server-too-old'],
  [406, true, 'server-too-old'],
  [407, true, null],
  [512, true, null],
  [407, false, 'administrator-needed'],
])('at feature level %i, for administrators: %s, the right is %s', async (featureLevel, isAdministrator, reason) => {
  server.answers['GET /api/v1/users/me'] = { body: { result: 'success', user_id: 10, is_admin: isAdministrator } };
  const rights = await connectTo(server, { featureLevel, serverVersion: '10.4' }).administration?.readRights();
  const right = rights?.ok ? rights.value.setOthersStatus : null;
  expect(right?.allowed === false ? right.problem.code : null).toBe(reason);
});
