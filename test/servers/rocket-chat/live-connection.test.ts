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

  test('comes back by itself', async () => {
    hold();
    await expect.poll(kinds).toContain('connected');
    demo.faults.offline = true;
    await expect.poll(kinds).toContain('disconnected');
    demo.faults.offline = false;
    await expect.poll(() => kinds().at(-1), { timeout: 5_000 }).toBe('connected');
  });

  test('with a token that is no longer good says so once and gives up', async () => {
    hold('not-the-token');
    await expect.poll(() => events.at(-1)).toEqual({ kind: 'disconnected', problem: { code: 'signed-out' } });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(events).toHaveLength(1);
  });
});

test('changed emoji of the workspace are asked for and told', () => {
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
  for (const eventName of ['updateEmojiCustom', 'deleteEmojiCustom']) {
    expect(sent.join()).toContain(`["${eventName}",false]`);
    say({ msg: 'changed', collection: 'stream-notify-logged', fields: { eventName, args: [{ emojiData: {} }] } });
  }
  expect(kinds()).toEqual(['connected', 'emoji-changed', 'emoji-changed']);
});
