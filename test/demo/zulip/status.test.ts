import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DemoZulip, startDemoZulip } from '../../../electron/demo/zulip/demo-zulip.ts';
import { type Reply, zulipCaller } from './zulip-caller.ts';

let server: DemoZulip;
let call: ReturnType<typeof zulipCaller>;
beforeEach(async () => {
  server = await startDemoZulip();
  call = zulipCaller(server, 'you');
});
afterEach(() => server.close());

const set = (fields: Record<string, string>): Promise<Reply> => call('POST', '/users/me/status', fields);
const held = async () => (await call('GET', '/users/9/status')).body.status;
const CAR = { emoji_name: 'car', emoji_code: '1f697', reaction_type: 'unicode_emoji' };

describe('refusals, each met although a later one applies too', () => {
  const long = 'x'.repeat(61);
  test.each([
    [{ status_text: long, emoji_name: 'nope' }, 'status_text is too long (limit: 60 characters)'],
    [{ emoji_code: '1f697', reaction_type: 'nope' }, 'Client did not pass any new values.'],
    [{ emoji_name: 'nope', reaction_type: 'nope' }, "Emoji 'nope' does not exist"],
    [
      { status_text: 'a', reaction_type: 'nope' },
      'Client must pass emoji_name if they pass either emoji_code or reaction_type.',
    ],
    [{ ...CAR, emoji_code: 'nope', reaction_type: 'nope' }, 'Invalid emoji type.'],
    [{ ...CAR, emoji_name: 'nope', emoji_code: '1f44d-1f3fb' }, 'Invalid emoji code.'],
    [{ ...CAR, emoji_code: '2764-fe0f', emoji_name: 'heart' }, 'Invalid emoji code.'],
    [{ ...CAR, emoji_name: 'bus' }, 'Invalid emoji name.'],
    [{ emoji_name: 'zulip', emoji_code: 'x', reaction_type: 'zulip_extra_emoji' }, 'Invalid emoji code.'],
    [{ emoji_name: 'x', emoji_code: 'zulip', reaction_type: 'zulip_extra_emoji' }, 'Invalid emoji name.'],
    [{ emoji_name: 'x', emoji_code: '99', reaction_type: 'realm_emoji' }, 'Invalid custom emoji.'],
    [{ emoji_name: 'x', emoji_code: '2', reaction_type: 'realm_emoji' }, 'Invalid custom emoji name.'],
    [
      { emoji_name: 'old_logo', emoji_code: '2', reaction_type: 'realm_emoji' },
      'This custom emoji has been deactivated.',
    ],
  ])('%o', async (fields, msg) => {
    const { status, body } = await set(fields as Record<string, string>);
    expect([status, body]).toEqual([400, { result: 'error', msg, code: 'BAD_REQUEST' }]);
  });
});

test('only what is passed changes', async () => {
  expect(await held()).toEqual({});
  await set({ status_text: '  on vacation ', ...CAR });
  await set({ status_text: 'at sea' });
  expect(await held()).toEqual({ status_text: 'at sea', ...CAR });
  await set({ emoji_name: '' });
  expect(await held()).toEqual({ status_text: 'at sea' });
  await set({ status_text: '' });
  expect(await held()).toEqual({});
});

test.each([
  ['like', '1f44d', 'unicode_emoji'],
  ['smile', '3', 'realm_emoji'],
  ['zulip', 'zulip', 'zulip_extra_emoji'],
])('the name %s alone is looked up', async (emoji_name, emoji_code, reaction_type) => {
  expect((await set({ emoji_name })).status).toBe(200);
  expect(await held()).toEqual({ emoji_name, emoji_code, reaction_type });
});

test('a text counts in code points after trimming', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 50, maxLength: 70 }), async (text) => {
      const length = [...text.trim()].length;
      expect((await set({ status_text: text })).status).toBe(length > 60 ? 400 : 200);
    }),
    { numRuns: 40 },
  );
});

test('older servers count before trimming', async () => {
  const padded = { status_text: `${'x'.repeat(60)} ` };
  expect((await set(padded)).status).toBe(200);
  server.switches.countBeforeTrimming = true;
  expect((await set(padded)).status).toBe(400);
});

test('unknown parameters succeed and are named, from feature level 167 on', async () => {
  const fields = { status_text: 'hi', scheduled_end_time: '1790000000' };
  expect((await set(fields)).body.ignored_parameters_unsupported).toEqual(['scheduled_end_time']);
  server.switches.featureLevel = 166;
  expect((await set(fields)).body).toEqual({ result: 'success', msg: '' });
});

test('a JSON body is not read', async () => {
  const { login, token } = server.credentials.you;
  const reply = await fetch(`${server.url}/api/v1/users/me/status`, {
    method: 'POST',
    headers: {
      Authorization: `Basic ${Buffer.from(`${login}:${token}`).toString('base64')}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ status_text: 'hi' }),
  });
  expect((await reply.json()).msg).toBe('Client did not pass any new values.');
});

test('an administrator: too long, then no such user, then permission, then the rest', async () => {
  const member = zulipCaller(server, 'member');
  const long = { status_text: 'x'.repeat(61) };
  expect((await member('POST', '/users/999/status', long)).body.msg).toContain('too long');
  expect((await member('POST', '/users/999/status')).body.msg).toBe('No such user');
  expect((await member('POST', '/users/16/status')).body.msg).toBe('No such user');
  expect((await member('POST', '/users/17/status')).body.msg).toBe('User is deactivated');
  expect((await member('POST', '/users/12/status')).body.msg).toBe('Insufficient permission');
  expect((await call('POST', '/users/12/status')).body.msg).toBe('Client did not pass any new values.');
  expect((await call('POST', '/users/9/status', { status_text: 'mine' })).status).toBe(200);
  expect(await held()).toEqual({ status_text: 'mine' });
});

test('old servers have neither', async () => {
  server.switches.featureLevel = 406;
  expect((await call('POST', '/users/12/status', { status_text: 'x' })).status).toBe(405);
  server.switches.featureLevel = 261;
  expect((await call('GET', '/users/12/status')).status).toBe(404);
});

test('bots are refused where only people may ask', async () => {
  const bot = zulipCaller(server, 'bot');
  for (const [method, path] of [
    ['POST', '/users/me/status'],
    ['POST', '/users/me/presence'],
    ['PATCH', '/settings'],
  ] as const) {
    const { status, body } = await bot(method, path, { status_text: 'x' });
    expect([status, body.msg]).toEqual([400, 'This endpoint does not accept bot requests.']);
  }
  expect((await bot('GET', '/users/me')).body.is_bot).toBe(true);
});
