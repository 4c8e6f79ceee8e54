import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FoundServer } from '../../electron/contract/account.ts';
import type { ReportedStatus, Status } from '../../electron/contract/status.ts';
import { type DemoRocketChat, startDemoRocketChat } from '../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import { type DemoZulip, startDemoZulip } from '../../electron/demo/zulip/demo-zulip.ts';
import type { ChatServer, ServerEvent } from '../../electron/servers/chat-server.ts';
import { createServerKinds } from '../../electron/servers/server-kinds.ts';

/** The whole path over real HTTP, against servers that were written by somebody who did not see the client. */
const kinds = createServerKinds({ fetch, appVersion: '0.1.0', system: 'Test' });

function status(more: Partial<Status> = {}): Status {
  return { emoji: null, text: '', availability: null, until: null, then: 'clear', ...more };
}

function value<T>(result: { ok: true; value: T } | { ok: false; problem: object }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

async function signIn(demo: DemoZulip | DemoRocketChat): Promise<ChatServer> {
  const found: FoundServer = value(await kinds.find(demo.url));
  const client = kinds.clients[found.kind];
  const { login, password } = demo.credentials.you;
  const answer = value(await client.signIn({ way: 'password', kind: found.kind, url: found.url, login, password }));
  if (answer.step !== 'signed-in') throw new Error('No second factor was expected.');
  const { facts, credential, secret } = answer;
  return client.connect({ serverUrl: found.url, credential, ...facts }, secret);
}

function comesBack(chat: ChatServer, wanted: Status, read: ReportedStatus): void {
  const { availability, ...parts } = chat.holds(wanted);
  expect(chat.holds(read)).toMatchObject(availability === null ? parts : { ...parts, availability });
}

const EMOJI = ['🌴', '❤️', '☕', '🕵️', '#️⃣', '🇩🇪', '🧑‍💻', '📅', '🛠️'];

describe.each([421, 261, 139])('Zulip at feature level %i', (featureLevel) => {
  let demo: DemoZulip;
  let chat: ChatServer;
  beforeAll(async () => {
    demo = await startDemoZulip({ featureLevel, olderEmojiTable: featureLevel < 421 });
    chat = await signIn(demo);
  });
  beforeEach(() => demo.received.clear());
  afterAll(() => demo.close());

  test.each(EMOJI)('%s goes there and comes back', async (emoji) => {
    const wanted = status({ emoji: { kind: 'unicode', value: emoji }, text: `with ${emoji}` });
    const answer = await chat.writeStatus(wanted, null);
    // Without a table some names are not known; then it is said, and nothing wrong is shown.
    if (featureLevel < 140 && !answer.ok) return expect(answer.problem.code).toBe('emoji-unknown');
    comesBack(chat, wanted, value(answer));
    comesBack(chat, wanted, value(await chat.readStatus()));
  });

  test('takes one request for a status and two for being invisible', async () => {
    const before = value(await chat.readStatus());
    demo.received.clear();
    value(await chat.writeStatus(status({ text: 'x', availability: before.availability }), before));
    expect(demo.received.requests).toHaveLength(1);
    value(
      await chat.writeStatus(status({ text: 'y', availability: 'invisible' }), { ...before, availability: 'online' }),
    );
    expect(demo.received.requests).toHaveLength(3);
    expect(value(await chat.readStatus())).toMatchObject({ text: 'y', availability: 'invisible' });
    value(await chat.writeStatus(chat.clearedStatus(null, true), null));
    expect(demo.state().you).toMatchObject({ text: '', emoji: null, availability: 'online' });
  });
});

test('Zulip tells what changes by itself', async () => {
  const demo = await startDemoZulip();
  const chat = await signIn(demo);
  const heard: ServerEvent[] = [];
  const stop = chat.follow?.((event) => heard.push(event));
  await expect.poll(() => heard.length).toBe(2);
  value(await chat.writeStatus(status({ text: 'lunch', emoji: { kind: 'unicode', value: '🌴' } }), null));
  await expect.poll(() => heard.at(-1)).toMatchObject({ status: { text: 'lunch', emoji: { value: '🌴' } } });
  demo.queues.forgetAll();
  await expect.poll(() => heard.filter(({ kind }) => kind === 'connected').length).toBe(2);
  stop?.();
  await expect.poll(() => demo.queues.size).toBe(0);
  await demo.close();
});

describe.each(['8.7', '8.5', '7.0', '3.8'])('Rocket.Chat %s', (version) => {
  let demo: DemoRocketChat;
  let chat: ChatServer;
  beforeAll(async () => {
    demo = await startDemoRocketChat({ version, prefix: '/chat' });
    chat = await signIn(demo);
  });
  afterAll(() => demo.close());

  test.each(EMOJI)('%s goes there and comes back', async (emoji) => {
    const wanted = status({ emoji: { kind: 'unicode', value: emoji }, text: `with ${emoji}`, availability: 'busy' });
    comesBack(chat, wanted, value(await chat.writeStatus(wanted, null)));
    comesBack(chat, wanted, value(await chat.readStatus()));
  });

  test('keeps an end where it can, and clears', async () => {
    const until = Date.now() + 3_600_000;
    value(await chat.writeStatus(status({ text: 'x', availability: 'invisible', until }), null));
    const ends = version === '8.7';
    expect(value(await chat.readStatus())).toMatchObject({
      text: 'x',
      availability: 'invisible',
      until: ends ? until : null,
    });
    value(await chat.writeStatus(chat.clearedStatus(null, true), null));
    expect(value(await chat.readStatus())).toMatchObject({ text: '', availability: 'online', until: null });
  });

  test('says why it refuses', async () => {
    demo.switches.invisible = false;
    const hidden = await chat.writeStatus(status({ availability: 'invisible', text: 'hidden' }), null);
    expect(hidden).toEqual({ ok: false, problem: { code: 'invisible-not-allowed' } });
    demo.switches.invisible = true;
    demo.switches.messageChange = false;
    expect(await chat.writeStatus(status({ text: 'x' }), null)).toEqual({
      ok: false,
      problem: { code: 'text-change-not-allowed' },
    });
    demo.switches.messageChange = true;
    expect(await chat.signOut()).toEqual({ ok: true, value: null });
    expect(await chat.readStatus()).toEqual({ ok: false, problem: { code: 'signed-out' } });
  });
});

test('Rocket.Chat asks for a second factor', async () => {
  const demo = await startDemoRocketChat();
  const { login, password } = demo.credentials.mail;
  const request = { way: 'password', kind: 'rocket-chat', url: demo.url, login, password } as const;
  const client = kinds.clients['rocket-chat'];
  expect(await client.signIn(request)).toEqual({ ok: true, value: { step: 'two-factor', method: 'email' } });
  expect(await client.resendCode?.(demo.url, login)).toEqual({ ok: true, value: null });
  const twoFactorCode = demo.mailbox.at(-1)?.code ?? '';
  expect(await client.signIn({ ...request, twoFactorCode: 'wrong' })).toMatchObject({
    problem: { code: 'two-factor-wrong' },
  });
  expect(await client.signIn({ ...request, twoFactorCode })).toMatchObject({ ok: true, value: { step: 'signed-in' } });
  await demo.close();
});

test('Rocket.Chat takes a personal access token, with or without its user id', async () => {
  const demo = await startDemoRocketChat();
  const { userId, token } = demo.credentials.you;
  const client = kinds.clients['rocket-chat'];
  for (const id of [userId, '']) {
    const answer = await client.signIn({ way: 'access-token', kind: 'rocket-chat', url: demo.url, userId: id, token });
    expect(answer).toMatchObject({ ok: true, value: { credential: 'personal-access-token', facts: { userId } } });
  }
  await demo.close();
});
