import { readFileSync } from 'node:fs';
import emojibase from 'emojibase-data/en/compact.json' with { type: 'json' };
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Status, StatusEmoji } from '../../../electron/contract/status.ts';
import { type DemoZulip, startDemoZulip } from '../../../electron/demo/zulip/demo-zulip.ts';
import type { ChatServer, ServerKindClient } from '../../../electron/servers/chat-server.ts';
import { createHttp } from '../../../electron/servers/http.ts';
import { createForgetfulEmoji } from '../../../electron/servers/known-emoji.ts';
import { createZulipClient } from '../../../electron/servers/zulip/zulip-client.ts';

/**
 * All of Unicode's emoji against a server's table, over real HTTP. Any server's published table can be played instead:
 * WHEREABOUTS_EMOJI_TABLE=<file> with what its `server_emoji_data_url` answers.
 */
const given = process.env.WHEREABOUTS_EMOJI_TABLE;
const TABLES = ['newer', 'older', ...(given === undefined ? [] : ['given'])];

const TONE = /[\u{1F3FB}-\u{1F3FF}]/u;
const plain = emojibase.map(({ unicode }) => unicode);
const toned = emojibase.flatMap(({ skins }) => skins?.map(({ unicode }) => unicode) ?? []);

const status = (value: string): Status => ({
  emoji: { kind: 'unicode', value },
  text: 'x',
  availability: null,
  until: null,
  then: 'clear',
});

function readGiven(path: string): DemoZulip['realm']['emoji'] {
  const { code_to_names } = JSON.parse(readFileSync(path, 'utf8')) as { code_to_names: Record<string, string[]> };
  const codeToNames = new Map(Object.entries(code_to_names));
  const pairs = [...codeToNames].flatMap(([code, names]) => names.map((name): [string, string] => [name, code]));
  return { codeToNames, nameToCode: new Map(pairs) };
}

function spoken({ emoji }: { emoji: StatusEmoji | null }): string {
  return emoji?.kind === 'unicode' ? emoji.value : '';
}

/** Written anew here, so that a mistake in the client's own rules does not pass by being made twice. */
function bareCode(emoji: string): string {
  const points = Array.from(emoji, (char) => char.codePointAt(0) ?? 0);
  const kept = points.filter((point) => point !== 0xfe0f && !(point >= 0x1f3fb && point <= 0x1f3ff));
  return kept.map((point) => point.toString(16).padStart(4, '0')).join('-');
}

describe.each(TABLES)('every emoji and the %s table', (kind) => {
  let demo: DemoZulip;
  let chat: ChatServer;
  let client: ServerKindClient;
  let preview: (value: string) => ReturnType<ServerKindClient['preview']>;
  let codesThere: Set<string>;

  beforeAll(async () => {
    demo = await startDemoZulip({ olderEmojiTable: kind === 'older' });
    if (kind === 'given') demo.realm.emoji = readGiven(given ?? '');
    codesThere = new Set([...demo.realm.emoji.codeToNames.keys()].map((code) => code.replaceAll('-fe0f', '')));
    client = createZulipClient({ http: createHttp({ fetch, userAgent: 'Test' }), known: createForgetfulEmoji() });
    const { login, password } = demo.credentials.you;
    const answer = await client.signIn({ way: 'password', kind: 'zulip', url: demo.url, login, password });
    if (!answer.ok || answer.value.step !== 'signed-in') throw new Error('not signed in');
    const account = { serverUrl: demo.url, credential: 'api-key' as const, ...answer.value.facts };
    chat = client.connect(account, answer.value.secret);
    preview = (value) => client.preview(account, status(value));
  });
  afterAll(() => demo.close());

  function shown(): string | undefined {
    return demo.realm.people.find(({ fullName }) => fullName === 'You')?.status?.emojiCode;
  }

  test('none that is offered is rejected, and each shows as itself', { timeout: 60_000 }, async () => {
    const offered = plain.filter((value) => !preview(value).emojiReplaced);
    expect(offered.length).toBeGreaterThan(1_500);
    const wrong: string[] = [];
    // The older table differs only in codes that keep their selector; those, and a few others.
    const sent = offered.filter((value, index) => kind !== 'older' || value.includes('\u{FE0F}') || index % 5 === 0);
    for (const value of sent) {
      const answer = await chat.writeStatus(status(value), null);
      if (!answer.ok || shown()?.replaceAll('-fe0f', '') !== bareCode(value)) wrong.push(value);
    }
    expect(wrong).toEqual([]);
  });

  test('those not offered are not in the table, and are said to be unknown', () => {
    const unknown = plain.filter((value) => preview(value).emojiReplaced && !TONE.test(value));
    expect(unknown.filter((value) => codesThere.has(bareCode(value)))).toEqual([]);
    for (const value of unknown) {
      expect(preview(value)).toMatchObject({ emoji: null, emojiProblem: { code: 'emoji-unknown', emoji: value } });
    }
  });

  test('with a skin tone, each shows without it, or as unknown as its plain one', { timeout: 60_000 }, async () => {
    const wrong: string[] = [];
    for (const { unicode, skins = [] } of emojibase) {
      const base = preview(unicode);
      for (const { unicode: value } of skins) {
        const one = preview(value);
        const same = one.emoji?.kind === base.emoji?.kind && bareCode(spoken(one)) === bareCode(spoken(base));
        if (!same || !one.emojiReplaced) wrong.push(value);
      }
    }
    expect(wrong).toEqual([]);
    for (const value of toned.filter((_, index) => index % 41 === 0)) {
      if (preview(value).emoji !== null) expect((await chat.writeStatus(status(value), null)).ok).toBe(true);
    }
  });
});

test('a server without a table shows the right picture or says that it has none', { timeout: 60_000 }, async () => {
  const demo = await startDemoZulip({ featureLevel: 139, version: '5.7', olderEmojiTable: true });
  const client = createZulipClient({ http: createHttp({ fetch, userAgent: 'Test' }), known: createForgetfulEmoji() });
  const { login, password } = demo.credentials.you;
  const answer = await client.signIn({ way: 'password', kind: 'zulip', url: demo.url, login, password });
  if (!answer.ok || answer.value.step !== 'signed-in') throw new Error('not signed in');
  const account = { serverUrl: demo.url, credential: 'api-key' as const, ...answer.value.facts };
  const chat = client.connect(account, answer.value.secret);
  const you = demo.realm.people.find(({ fullName }) => fullName === 'You');
  let arrived = 0;
  for (const value of plain.filter((_, index) => index % 14 === 0)) {
    const before = you?.status?.emojiCode;
    const written = await chat.writeStatus(status(value), null);
    const isNamed = client.preview(account, status(value)).emoji !== null;
    if (written.ok) expect(you?.status?.emojiCode).toBe(isNamed ? bareCode(value) : '');
    else expect([written.problem, you?.status?.emojiCode]).toEqual([{ code: 'emoji-unknown', emoji: value }, before]);
    arrived += written.ok && isNamed ? 1 : 0;
  }
  expect(arrived).toBeGreaterThan(100);
  await demo.close();
});
