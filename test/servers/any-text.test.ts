import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Status } from '../../electron/contract/status.ts';
import { startDemoRocketChat } from '../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import { startDemoZulip } from '../../electron/demo/zulip/demo-zulip.ts';
import type { ChatServer, ServerKindClient } from '../../electron/servers/chat-server.ts';
import { createServerKinds } from '../../electron/servers/server-kinds.ts';

/** Whatever somebody may paste as a status text, and what comes back of it from each kind of server. */

const HARD = [
  '👨‍👩‍👧‍👦',
  '🧑🏿‍💻',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '🇩🇪',
  '🇩',
  '#️⃣',
  '1⃣',
  '\uD83C',
  '\uDF34',
  '\u200D',
  '\uFE0F',
  '\uFEFF',
  '\u202Eשלום',
  'مرحبا',
  'z\u0351\u0363\u0489\u0335'.repeat(3),
  '\u0301',
  ':palm_tree:',
  ':party_cat:',
  ':no_such_emoji:',
  ':',
  '🌴',
  '☕',
  '©',
  '\0',
  '\u001f',
  '\u0085',
  '\u2028',
  '\r\n',
  '\t',
  '  ',
  ' ',
  '%00&+=;"\'\\<b>{}',
  'a',
];

const pasted = fc.oneof(
  fc.array(fc.constantFrom(...HARD), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 70 }).map((units) => String.fromCharCode(...units)),
);
const emoji = fc.constantFrom(null, '🌴', '❤️', '🧑‍💻').map((value) => value && { kind: 'unicode' as const, value });

function wish(text: string, front: Status['emoji'] = null): Status {
  return { emoji: front, text, availability: null, until: null, then: 'clear' };
}

describe.each(['zulip', 'rocket-chat'] as const)('%s', (kind) => {
  let demo: Awaited<ReturnType<typeof startDemoZulip> | ReturnType<typeof startDemoRocketChat>>;
  let chat: ChatServer;
  let client: ServerKindClient;
  let account: Parameters<ServerKindClient['connect']>[0];

  beforeAll(async () => {
    demo = kind === 'zulip' ? await startDemoZulip() : await startDemoRocketChat();
    client = createServerKinds({ fetch, appVersion: '0.1.0', system: 'Test' }).clients[kind];
    const { login, password } = demo.credentials.you;
    const answer = await client.signIn({ way: 'password', kind, url: demo.url, login, password });
    if (!answer.ok || answer.value.step !== 'signed-in') throw new Error('not signed in');
    const { facts, credential, secret } = answer.value;
    account = { serverUrl: demo.url, credential, ...facts };
    chat = client.connect(account, secret);
  });
  afterAll(() => demo.close());

  test('comes back as it was previewed, or is refused in words', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(pasted, emoji, async (text, front) => {
        const wanted = wish(text, front);
        const preview = client.preview(account, wanted);
        const answer = await chat.writeStatus(wanted, null);
        if (!answer.ok) {
          expect(answer.problem).toEqual(preview.problem);
          expect(answer.problem.code).toBe('text-too-long');
          return;
        }
        const read = await chat.readStatus();
        if (!read.ok) throw new Error(read.problem.code);
        const { text: held, emoji: heldEmoji } = chat.holds(wanted);
        expect(chat.holds(read.value)).toMatchObject({ text: held, emoji: heldEmoji });
        expect(chat.holds(answer.value)).toMatchObject({ text: held, emoji: heldEmoji });
        if (kind === 'zulip') expect(read.value).toMatchObject({ text: preview.text, emoji: preview.emoji });
      }),
      { numRuns: 300 },
    );
  });

  test('keeps the very characters of a text that it can hold', { timeout: 60_000 }, async () => {
    const plain = fc.array(fc.constantFrom(...HARD.filter((part) => part.isWellFormed())), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(plain, async (parts) => {
        const text = `a${parts.join('').replaceAll('\0', '')}b`;
        fc.pre(text.length <= 60);
        await chat.writeStatus(wish(text), null);
        const read = await chat.readStatus();
        expect(read).toMatchObject({ ok: true, value: { emoji: null, text } });
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ['one letter', 'a'.repeat(10_000)],
    ['spaces around', `${' '.repeat(5_000)}x${' '.repeat(5_000)}`],
    ['spaces within', `x${' '.repeat(10_000)}x`],
    ['joiners', '👩\u200D'.repeat(3_333)],
    ['marks', `z${'\u0351'.repeat(10_000)}`],
    ['flags', '🇩'.repeat(5_000)],
    ['half characters', '\uD83C'.repeat(10_000)],
    ['colons', ':a'.repeat(5_000)],
    ['a shortcode', `:${'a'.repeat(10_000)}:`],
  ])('10,000 characters of %s are answered at once', async (_name, text) => {
    const started = performance.now();
    const answer = await chat.writeStatus(wish(text), null);
    client.preview(account, wish(text));
    chat.holds(wish(text));
    expect(performance.now() - started).toBeLessThan(1_000);
    if (!answer.ok) expect(answer.problem).toMatchObject({ code: 'text-too-long', max: kind === 'zulip' ? 60 : 120 });
    else expect(text.trim()).toBe('x');
  });
});
