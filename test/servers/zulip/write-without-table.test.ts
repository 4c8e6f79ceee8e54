import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Status } from '../../../electron/contract/status.ts';
import type { ChatServer, ServerKindClient } from '../../../electron/servers/chat-server.ts';
import type { Canned, CannedServer } from '../canned-server.ts';
import { connectTo, refusal, startCannedZulip, zulipClient } from './canned-zulip.ts';

/** Zulip before 6.0 publishes no table of its emoji: names known elsewhere are tried. */

type Parts = Record<string, string>;

let server: CannedServer;
let client: ServerKindClient;
let chat: ChatServer;
/** What the server has. */
let shown: Parts;
beforeEach(async () => {
  server = await startCannedZulip();
  client = zulipClient();
  chat = connectTo(server, OLD, client);
});
afterEach(() => server.close());

const OLD = { featureLevel: 139, serverVersion: '5.7' };
const THUMB = { kind: 'unicode', value: '👍' } as const;
const BEACH = { kind: 'unicode', value: '🏖️' } as const;
const TICK = () => ({ kind: 'custom' as const, serverUrl: server.url, name: 'green_tick', code: '7' });
const CAR: Parts = {
  emoji_name: 'car',
  emoji_code: '1f697',
  reaction_type: 'unicode_emoji',
  status_text: 'driving',
};
const UNKNOWN = { ok: false, problem: { code: 'emoji-unknown', emoji: '👍' } };

/** A server that takes what `accepts` says, and then reports that code; 🚗 stands there before. */
function takes(accepts: (form: Parts) => string | null, refuse: Canned = refusal('Invalid emoji name.')): void {
  shown = CAR;
  server.answers['POST /api/v1/users/me/status'] = (request) => {
    const form = Object.fromEntries(new URLSearchParams(request.body));
    const isPlain = form.emoji_name === 'car' || form.emoji_name === '' || form.reaction_type === 'realm_emoji';
    const code = isPlain ? (form.emoji_code ?? '') : accepts(form);
    if (code === null) return typeof refuse === 'function' ? refuse(request) : refuse;
    shown = { ...form, emoji_code: code };
    return { body: { result: 'success' } };
  };
  server.answers['POST /api/v1/register'] = () => ({
    body: { result: 'success', queue_id: 'q', last_event_id: -1, user_status: { 10: shown } },
  });
}

const named = (name: string, code: string) => (form: Parts) => (form.emoji_name === name ? code : null);

function wish(more: Partial<Status> = {}): Status {
  return { emoji: THUMB, text: 'yes', availability: null, until: null, then: 'clear', ...more };
}

function tries(): string[] {
  return server.received
    .filter(({ method, path }) => method === 'POST' && path === '/api/v1/users/me/status')
    .map(({ body }) => new URLSearchParams(body))
    .map((form) => `${form.get('emoji_name')} ${form.get('emoji_code')}`);
}

const preview = (status: Status) =>
  client.preview({ serverUrl: server.url, capabilities: { ...CAPABILITIES, ...OLD } }, status);
const CAPABILITIES = {
  textLimit: { max: 60, counting: 'code-points' as const, emojiCounts: false },
  availabilities: ['online' as const],
  availabilityNames: {},
  endsByItself: false,
  mayChangeText: true,
};

test('a name known elsewhere counts when the server then reports the same code', async () => {
  takes(named('thumbsup', '1f44d'));
  expect(await chat.writeStatus(wish(), null)).toMatchObject({ ok: true, value: { emoji: THUMB } });
  expect(tries()).toEqual(['+1 1f44d', 'thumbsup 1f44d']);
  server.received.length = 0;
  expect(await chat.writeStatus(wish(), null)).toMatchObject({ ok: true });
  expect(server.received).toHaveLength(1);
});

test('another name is tried when the server reports another picture', async () => {
  takes(({ emoji_name }) => ({ '+1': '1f44e', thumbsup: '1f44d' })[emoji_name ?? ''] ?? null);
  expect(await chat.writeStatus(wish(), null)).toMatchObject({ ok: true, value: { emoji: THUMB } });
  expect(shown).toMatchObject({ emoji_name: 'thumbsup', emoji_code: '1f44d' });
});

test('what stood there is put back when no name brings the right picture', async () => {
  takes(named('+1', '1f44e'));
  expect(await chat.writeStatus(wish(), null)).toEqual(UNKNOWN);
  expect(shown).toEqual(CAR);
});

test('its words are put back also where its emoji is not taken any more', async () => {
  takes(named('+1', '1f44e'));
  shown = { ...CAR, emoji_name: 'gone', emoji_code: '1f4a9' };
  expect(await chat.writeStatus(wish(), null)).toEqual(UNKNOWN);
  expect(shown).toMatchObject({ emoji_name: '', status_text: 'driving' });
});

test.each([
  ['Invalid emoji name.'],
  ['Invalid emoji code.'],
  ["Emoji '+1' does not exist"],
  ['Ungültiger Emoji-Name.'],
])('what the server refuses with "%s" is said, and nothing there has changed', async (words) => {
  takes(() => null, refusal(words));
  expect(await chat.writeStatus(wish(), null)).toEqual(UNKNOWN);
  expect(shown).toEqual(CAR);
});

test('once no name was taken, it is said beforehand, and done as it was said', async () => {
  takes(() => null);
  expect(preview(wish())).toMatchObject({ emoji: THUMB, emojiReplaced: false });
  await chat.writeStatus(wish(), null);
  server.received.length = 0;
  expect(preview(wish())).toMatchObject({ emoji: null, emojiReplaced: true, emojiProblem: UNKNOWN.problem });
  expect(await chat.writeStatus(wish(), null)).toMatchObject({ ok: true, value: { emoji: null, text: 'yes' } });
  expect(tries()).toEqual([' ']);
  expect(await chat.writeStatus(wish({ text: '' }), null)).toEqual(UNKNOWN);
});

test('the fallback is used, whichever kind it is, and compares as what was asked for', async () => {
  takes(({ emoji_code }) => (emoji_code === '1f3d6' ? '1f3d6' : null));
  const wanted = wish({ fallbackEmoji: BEACH });
  expect(await chat.writeStatus(wanted, null)).toMatchObject({ ok: true, value: { emoji: BEACH } });
  expect(shown).toMatchObject({ emoji_code: '1f3d6', status_text: 'yes' });
  expect(chat.holds(wanted).emoji).toBe(chat.holds(wish({ emoji: BEACH })).emoji);
  expect(preview(wanted)).toMatchObject({ emoji: BEACH, emojiReplaced: true });
  const heart = wish({ emoji: { kind: 'unicode', value: '❤️' }, fallbackEmoji: TICK() });
  expect(await chat.writeStatus(heart, null)).toMatchObject({ ok: true, value: { emoji: TICK() } });
  expect(shown).toMatchObject({ emoji_code: '7', reaction_type: 'realm_emoji' });
});

test('where the fallback is not there either, the wanted one is said to be missing', async () => {
  takes(named('+1', '1f44e'));
  expect(await chat.writeStatus(wish({ fallbackEmoji: BEACH }), null)).toEqual(UNKNOWN);
  expect(shown).toEqual(CAR);
});

test('a name that the server has stopped taking is looked for again', async () => {
  takes(named('thumbsup', '1f44d'));
  await chat.writeStatus(wish(), null);
  takes(named('+1', '1f44d'));
  expect(await chat.writeStatus(wish(), null)).toMatchObject({ ok: true, value: { emoji: THUMB } });
});

test('a name that only Unicode’s own list has is tried too', async () => {
  takes(named('dog_face', '1f436'));
  const dog = { kind: 'unicode', value: '🐶' } as const;
  expect(await chat.writeStatus(wish({ emoji: dog }), null)).toMatchObject({ ok: true, value: { emoji: dog } });
});

test('a code that keeps its selector there is found too', async () => {
  takes(({ emoji_code }) => (emoji_code === '1f575-fe0f-200d-2640-fe0f' ? emoji_code : null));
  const detective = { kind: 'unicode', value: '🕵️‍♀️' } as const;
  expect(await chat.writeStatus(wish({ emoji: detective }), null)).toMatchObject({ value: { emoji: detective } });
});

test('a try that was cut off is taken back by the next one, to what stood there before all of it', async () => {
  takes(named('+1', '1f44e'));
  const register = server.answers['POST /api/v1/register'];
  let readings = 0;
  server.answers['POST /api/v1/register'] = (request) => {
    readings += 1;
    if (readings === 2) return { status: 503, body: '<html></html>' };
    return typeof register === 'function' ? register(request) : {};
  };
  expect(await chat.writeStatus(wish(), null)).toMatchObject({ ok: false, problem: { code: 'server-error' } });
  expect(shown).toMatchObject({ emoji_code: '1f44e' });
  expect(await chat.writeStatus(wish(), null)).toEqual(UNKNOWN);
  expect(shown).toEqual(CAR);
});
