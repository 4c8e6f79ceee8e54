import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ServerEvent } from '../../../electron/servers/chat-server.ts';
import type { Canned, CannedServer, Received } from '../canned-server.ts';
import { connectTo, refusal, startCannedZulip } from './canned-zulip.ts';

let server: CannedServer;
let heard: ServerEvent[];
let stop: () => void;
/** Answers of the long poll, in turn; then silence. */
let polls: Canned[];

beforeEach(async () => {
  heard = [];
  polls = [];
  stop = () => undefined;
  server = await startCannedZulip();
  server.answers['GET /api/v1/events'] = (request: Received) => {
    const next = polls.shift() ?? { raw: () => undefined };
    return typeof next === 'function' ? next(request) : next;
  };
});
afterEach(async () => {
  stop();
  await server.close();
});

function follow() {
  stop = connectTo(server).follow?.((event) => heard.push(event)) ?? stop;
}

const events = (...list: object[]): Canned => ({ body: { result: 'success', msg: '', events: list } });
const queries = () =>
  server.received
    .filter(({ path }) => path.startsWith('/api/v1/events?'))
    .map(({ path }) => Object.fromEntries(new URLSearchParams(path.split('?')[1])));
const kinds = () => heard.map(({ kind }) => kind);
const lastStatus = () => heard.findLast((event) => event.kind === 'status')?.status;

test('tells the present status, then what changes, and gives the queue back', async () => {
  polls = [
    events({ id: 0, type: 'heartbeat' }, { id: 1, type: 'user_status', user_id: 11, status_text: 'not mine' }),
    events({ id: 2, type: 'user_status', user_id: 10, status_text: 'lunch' }),
  ];
  follow();
  await expect.poll(lastStatus).toMatchObject({ text: 'lunch', emoji: { value: '🚗' }, availability: 'online' });
  expect(kinds()).toEqual(['connected', 'status', 'status']);
  await expect.poll(() => queries().map((query) => query.last_event_id)).toEqual(['-1', '1', '2']);
  stop();
  await expect.poll(() => server.received.at(-1)?.method).toBe('DELETE');
  expect(server.received.at(-1)?.body).toBe('queue_id=fb67bf8a-c031-47cc-84cf-ed80accacda8');
  expect(server.received.some(({ path }) => path.includes('presence'))).toBe(false);
});

test('a cleared emoji is gone although its type still stands', async () => {
  polls = [
    events({ id: 1, type: 'user_status', user_id: 10, emoji_name: '', emoji_code: '', reaction_type: 'unicode_emoji' }),
  ];
  follow();
  await expect.poll(() => heard.length).toBe(3);
  expect(lastStatus()).toMatchObject({ text: 'On vacation', emoji: null });
});

test('becoming invisible elsewhere is heard', async () => {
  polls = [events({ id: 1, type: 'user_settings', op: 'update', property: 'presence_enabled', value: false })];
  follow();
  await expect.poll(lastStatus).toMatchObject({ text: 'On vacation', availability: 'invisible' });
});

test('a changed organization is told', async () => {
  polls = [events({ id: 1, type: 'realm', op: 'update', property: 'name', value: 'New' })];
  follow();
  await expect.poll(kinds).toContain('facts-changed');
});

test.each([
  { op: 'update', realm_emoji: { 1: { id: '1', name: 'tick', deactivated: false } } },
  { op: 'add', emoji: { id: '2', name: 'new' } },
  { op: 'update_one', emoji_id: '1', data: { deactivated: true } },
])('changed emoji are told, in the form %j', async (change) => {
  polls = [events({ id: 1, type: 'realm_emoji', ...change })];
  follow();
  await expect.poll(kinds).toContain('emoji-changed');
});

test('a lost queue is registered anew without a word of interruption', async () => {
  polls = [refusal('Bad event queue ID: x', 'BAD_EVENT_QUEUE_ID', 400, { queue_id: 'x' })];
  follow();
  await expect.poll(() => server.received.filter(({ path }) => path.endsWith('/register')).length).toBe(2);
  const mayBeMissed = ['administration-changed', 'emoji-changed'];
  await expect.poll(kinds).toEqual(['connected', 'status', 'connected', 'status', ...mayBeMissed]);
});

test('an interruption is told once, and that it is over', async () => {
  polls = [
    { raw: (response) => response.destroy() },
    { status: 502, body: '<html></html>' },
    events(),
    events({ id: 1, type: 'heartbeat' }),
  ];
  follow();
  await expect.poll(() => queries().length).toBeGreaterThanOrEqual(5);
  expect(kinds()).toEqual(['connected', 'status', 'disconnected', 'connected']);
  expect(queries().map((query) => query.dont_block ?? '')).toEqual(['', 'true', 'true', '', '']);
});

test('it waits as long as a busy server asks', async () => {
  polls = [{ status: 429, body: { result: 'error', code: 'RATE_LIMIT_HIT', msg: '', 'retry-after': 0.3 } }];
  const begun = Date.now();
  follow();
  await expect.poll(() => queries().length).toBe(2);
  expect(Date.now() - begun).toBeGreaterThanOrEqual(290);
});

test('a server that is away is asked again until it answers', async () => {
  const healthy = server.answers['POST /api/v1/register'] ?? {};
  server.answers['POST /api/v1/register'] = { status: 503, body: '' };
  follow();
  await expect.poll(() => server.received.length).toBeGreaterThan(3);
  server.answers['POST /api/v1/register'] = healthy;
  await expect.poll(kinds).toEqual(['disconnected', 'connected', 'status']);
});

test('a key that is no longer taken ends it', async () => {
  polls = [refusal('Invalid API key', 'INVALID_API_KEY', 401)];
  follow();
  await expect.poll(() => heard.at(-1)).toEqual({ kind: 'disconnected', problem: { code: 'signed-out' } });
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(queries()).toHaveLength(1);
});

test('a change of the own role is told, and what others change about themselves is not', async () => {
  polls = [
    events(
      { id: 1, type: 'realm_user', op: 'update', person: { user_id: 11, full_name: 'Somebody' } },
      { id: 2, type: 'realm_user', op: 'add', person: {} },
      { id: 3, type: 'realm_user', op: 'update', person: { user_id: 10, role: 400 } },
      { id: 4, type: 'realm' },
    ),
  ];
  follow();
  await expect.poll(() => kinds().at(-1)).toBe('facts-changed');
  expect(kinds().filter((kind) => kind === 'administration-changed')).toHaveLength(1);
});
