import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DemoRocketChat, startDemoRocketChat } from '../../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import type { ServerEvent } from '../../../electron/servers/chat-server.ts';
import { holdLiveConnection } from '../../../electron/servers/rocket-chat/live-connection.ts';

let demo: DemoRocketChat;
let stop = () => {};
let events: ServerEvent[];

beforeEach(async () => {
  demo = await startDemoRocketChat({ prefix: '/chat' });
  events = [];
});

afterEach(async () => {
  stop();
  await demo.close();
});

function hold(token = demo.credentials.you.token): void {
  stop = holdLiveConnection(
    {
      serverUrl: demo.url,
      userId: demo.credentials.you.userId,
      token,
      openSocket: (url) => new WebSocket(url),
      retryDelayMs: () => 20,
    },
    (event) => events.push(event),
  );
}

const kinds = () => events.map(({ kind }) => kind);
const you = () => demo.workspace.people.find(({ id }) => id === demo.credentials.you.userId);

async function setStatusElsewhere(message: string): Promise<void> {
  const { userId, token } = demo.credentials.you;
  await fetch(`${demo.url}/api/v1/users.setStatus`, {
    method: 'POST',
    headers: { 'X-User-Id': userId, 'X-Auth-Token': token, 'Content-Type': 'application/json' },
    body: JSON.stringify({ status: 'busy', message }),
  });
}

describe('a live connection', () => {
  test('tells that the workspace’s statuses have changed', async () => {
    hold();
    await expect.poll(kinds).toContain('connected');
    const { userId, token } = demo.credentials.you;
    await fetch(`${demo.url}/api/v1/custom-user-status.create`, {
      method: 'POST',
      headers: { 'X-User-Id': userId, 'X-Auth-Token': token, 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: 'New one', statusType: 'busy' }),
    });
    await expect.poll(kinds).toContain('administration-changed');
  });

  test('makes the user present while it is held, and no longer', async () => {
    hold();
    await expect.poll(kinds).toEqual(['connected']);
    expect(you()?.connections).toBe(1);
    stop();
    await expect.poll(() => you()?.connections).toBe(0);
  });

  test('tells of changes to the own status', async () => {
    hold();
    await expect.poll(kinds).toContain('connected');
    await setStatusElsewhere('From my phone');
    await expect.poll(kinds).toContain('status-changed');
  });

  test('comes back by itself, and says what may have changed meanwhile', async () => {
    hold();
    await expect.poll(kinds).toContain('connected');
    demo.faults.offline = true;
    await expect.poll(kinds).toContain('disconnected');
    demo.faults.offline = false;
    const missed = ['connected', 'status-changed', 'administration-changed', 'emoji-changed'];
    await expect.poll(() => kinds().slice(-4), { timeout: 5_000 }).toEqual(missed);
  });

  test('with a token that is no longer good says so once and gives up', async () => {
    hold('not-the-token');
    await expect.poll(() => events.at(-1)).toEqual({ kind: 'disconnected', problem: { code: 'signed-out' } });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(events).toHaveLength(1);
  });
});

/** A connection to a server that says what the test says. */
function holdWithout() {
  const sent: string[] = [];
  const heard: Array<(event: { data: unknown }) => void> = [];
  stop = holdLiveConnection(
    {
      serverUrl: demo.url,
      userId: 'me',
      token: 'token',
      openSocket: () => ({
        send: (text) => sent.push(text),
        close: () => {},
        addEventListener: (type: string, listener: (event: { data: unknown }) => void) => {
          if (type === 'message') heard.push(listener);
        },
      }),
      retryDelayMs: () => 1_000,
    },
    (event) => events.push(event),
  );
  const say = (frame: object) => heard[0]?.({ data: JSON.stringify(frame) });
  say({ msg: 'result', id: 'login', result: {} });
  const tell = (eventName: string, ...args: unknown[]) =>
    say({ msg: 'changed', collection: 'stream-notify-logged', id: 'id', fields: { eventName, args } });
  return { sent, tell };
}

test('changed emoji of the workspace are asked for and told', () => {
  const { sent, tell } = holdWithout();
  for (const eventName of ['updateEmojiCustom', 'deleteEmojiCustom']) {
    expect(sent.join()).toContain(`["${eventName}",false]`);
    tell(eventName, { emojiData: {} });
  }
  expect(kinds()).toEqual(['connected', 'emoji-changed', 'emoji-changed']);
});

test('changed permissions and the own roles are asked for and told; others’ roles and those in rooms are not', () => {
  const { sent, tell } = holdWithout();
  for (const name of ['permissions-changed', 'roles-change']) expect(sent.join()).toContain(`["${name}",false]`);
  tell('roles-change', { type: 'added', _id: 'admin', u: { _id: 'somebody', username: 'somebody' } });
  tell('roles-change', { type: 'added', _id: 'owner', u: { _id: 'me', username: 'me' }, scope: 'a room' });
  tell('roles-change', { type: 'changed', _id: 'admin', scope: 'Users' });
  tell('roles-change');
  tell('me/userData', { type: 'updated', id: 'me', diff: { statusText: 'Lunch' }, unset: {} });
  expect(kinds()).toEqual(['connected', 'status-changed']);
  tell('permissions-changed', 'updated', { _id: 'manage-user-status', roles: [] });
  expect(kinds().at(-1)).toBe('administration-changed');
  events.length = 0;
  tell('roles-change', { type: 'removed', _id: 'admin', u: { _id: 'me', username: 'me' } });
  tell('me/userData', { type: 'updated', id: 'me', diff: { roles: ['user'] }, unset: {} });
  expect(kinds()).toEqual(['administration-changed', 'status-changed', 'administration-changed']);
});
