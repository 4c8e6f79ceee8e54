import { afterEach, beforeEach, expect, test } from 'vitest';
import zulipInit, { type ZulipJs } from 'zulip-js';
import { type DemoZulip, startDemoZulip } from '../../../electron/demo/zulip/demo-zulip.ts';
import { zulipCaller } from './zulip-caller.ts';

let server: DemoZulip;
let client: ZulipJs;
beforeEach(async () => {
  server = await startDemoZulip();
  const { login, password } = server.credentials.you;
  client = await zulipInit({ username: login, password, realm: server.url });
});
afterEach(() => server.close());

test('zulip-js signs in with a password and reads who is there', async () => {
  expect((await client.users.me.getProfile()).user_id).toBe(9);
  expect((await client.users.retrieve()).members).toHaveLength(8);
  expect((await client.server.settings()).realm_name).toBe('Acme');
  expect((await client.emojis.retrieve()).emoji['1']?.name).toBe('green_tick');
});

test('zulip-js sets a status and hears of it', async () => {
  const queue = await client.queues.register({ event_types: ['user_status'] });
  const waiting = client.events.retrieve({ queue_id: queue.queue_id, last_event_id: queue.last_event_id });
  const answer = await client.callEndpoint('/users/me/status', 'POST', {
    status_text: 'out to lunch',
    emoji_name: 'car',
  });
  expect(answer).toMatchObject({ result: 'success' });
  expect((await waiting).events).toEqual([
    {
      type: 'user_status',
      id: 0,
      user_id: 9,
      status_text: 'out to lunch',
      emoji_name: 'car',
      emoji_code: '1f697',
      reaction_type: 'unicode_emoji',
    },
  ]);
  expect(await client.queues.deregister({ queue_id: queue.queue_id })).toMatchObject({ result: 'success' });
  const { body } = await zulipCaller(server, 'you')('GET', '/events', { queue_id: queue.queue_id });
  expect(body.code).toBe('BAD_EVENT_QUEUE_ID');
});
