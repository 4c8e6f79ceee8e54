import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DemoZulip, startDemoZulip } from '../../../electron/demo/zulip/demo-zulip.ts';
import { zulipCaller } from './zulip-caller.ts';

let now: number;
let server: DemoZulip;
let call: ReturnType<typeof zulipCaller>;
beforeEach(async () => {
  now = 1_800_000_000_000;
  server = await startDemoZulip({ clock: () => now });
  call = zulipCaller(server, 'you');
});
afterEach(() => server.close());

const register = async (fields: Record<string, string> = {}) => (await call('POST', '/register', fields)).body;
const poll = async (queue_id: string, last_event_id = -1) =>
  (await call('GET', '/events', { queue_id, last_event_id: String(last_event_id) })).body;

test('register brings what was asked for', async () => {
  await call('POST', '/users/me/status', { status_text: 'hi' });
  const data = await register({
    event_types: '["user_status"]',
    fetch_event_types: '["user_status","realm","user_settings"]',
  });
  expect(data.user_status).toEqual({ 9: { status_text: 'hi' } });
  expect(data.user_settings.presence_enabled).toBe(true);
  expect(data.event_queue_longpoll_timeout_seconds).toBeGreaterThan(server.switches.heartbeatMs / 1000);
  expect(data).not.toHaveProperty('realm_emoji');
  const table = await fetch(new URL(data.server_emoji_data_url, server.url));
  expect(table.status).toBe(200);
  server.switches.featureLevel = 139;
  expect(await register({ event_types: '["realm"]' })).not.toHaveProperty('server_emoji_data_url');
});

test('event ids rise, seen events go, and a cleared field is empty', async () => {
  const { queue_id } = await register({ event_types: '["user_status"]' });
  await call('POST', '/users/me/status', { status_text: 'a', emoji_name: 'car' });
  await call('POST', '/users/me/status', { emoji_name: '' });
  const { events } = await poll(queue_id);
  expect(events.map(({ id }: { id: number }) => id)).toEqual([0, 1]);
  expect(events[1]).toEqual({
    type: 'user_status',
    id: 1,
    user_id: 9,
    emoji_name: '',
    emoji_code: '',
    reaction_type: 'unicode_emoji',
  });
  const later = poll(queue_id, 1);
  await call('POST', '/users/me/status', { status_text: 'b' });
  expect((await later).events.map(({ id }: { id: number }) => id)).toEqual([2]);
});

test('a poll with nothing to tell ends in a heartbeat', async () => {
  server.switches.heartbeatMs = 20;
  const { queue_id } = await register({ event_types: '["user_status"]' });
  expect((await poll(queue_id)).events).toEqual([{ type: 'heartbeat', id: 0 }]);
  expect((await call('GET', '/events', { queue_id, last_event_id: '0', dont_block: 'true' })).body.events).toEqual([]);
});

test('a queue dies when nobody polls it, when it is deleted, and for others', async () => {
  const first = await register();
  now += server.switches.queueLifeMs + 1;
  const dead = await call('GET', '/events', { queue_id: first.queue_id, last_event_id: '-1' });
  expect([dead.status, dead.body]).toEqual([
    400,
    {
      result: 'error',
      code: 'BAD_EVENT_QUEUE_ID',
      msg: `Bad event queue ID: ${first.queue_id}`,
      queue_id: first.queue_id,
    },
  ]);
  const second = await register();
  const other = await zulipCaller(server, 'member')('GET', '/events', { queue_id: second.queue_id });
  expect(other.body.code).toBe('BAD_EVENT_QUEUE_ID');
  expect((await call('DELETE', '/events', { queue_id: second.queue_id })).body.result).toBe('success');
  expect(server.queues.size).toBe(0);
});

test('going invisible is told in three events, shown in the status, and dates one back', async () => {
  await call('POST', '/users/me/status', { status_text: 'hi' });
  const { queue_id } = await register();
  await call('PATCH', '/settings', { presence_enabled: 'false', other: '1' });
  const { events } = await poll(queue_id);
  expect(events.map(({ type }: { type: string }) => type)).toEqual(['user_settings', 'user_status', 'presence']);
  expect(events[0]).toMatchObject({ property: 'presence_enabled', value: false });
  expect(events[1]).toMatchObject({ user_id: 9, away: true });
  expect(events[2].presence.website.timestamp).toBe(now / 1000 - 320);
  expect((await call('GET', '/users/9/status')).body.status).toEqual({ away: true, status_text: 'hi' });
  expect(server.state().you.availability).toBe('invisible');
});

test('someone who never set a status reads as nothing, even when invisible', async () => {
  await call('PATCH', '/settings', { presence_enabled: 'false' });
  expect((await call('GET', '/users/9/status')).body.status).toEqual({});
});

test('a flag that is not JSON is refused by name', async () => {
  expect((await call('PATCH', '/settings', { presence_enabled: 'no' })).body.msg).toBe(
    'presence_enabled is not valid JSON',
  );
});

test('presence is recorded for the visible and not for the invisible', async () => {
  const answer = (await call('POST', '/users/me/presence', { status: 'active', last_update_id: '-1' })).body;
  expect(answer.presences['9'].active_timestamp).toBe(now / 1000);
  const invisible = zulipCaller(server, 'member');
  await invisible('PATCH', '/settings', { presence_enabled: 'false' });
  now += 1_000_000;
  const { body } = await invisible('POST', '/users/me/presence', { status: 'active' });
  expect(body.presences['12'].active_timestamp).toBe(1_800_000_000 - 320);
  expect((await call('POST', '/users/me/presence', { status: 'busy' })).body.msg).toBe('Invalid status: busy');
});

test('closing ends a poll that is waiting', async () => {
  const { queue_id } = await register();
  const waiting = poll(queue_id);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await Promise.all([expect(waiting).rejects.toThrow(), server.close()]);
});
