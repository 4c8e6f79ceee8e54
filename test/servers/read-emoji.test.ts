import { afterEach, expect, test } from 'vitest';
import { type CannedServer, startCannedServer } from './canned-server.ts';
import { connectTo as connectToRocketChat } from './rocket-chat/canned-rocket-chat.ts';
import { connectTo as connectToZulip } from './zulip/canned-zulip.ts';

let server: CannedServer;
afterEach(() => server.close());

test('Zulip: all of them by their ids, deactivated ones too, and the one that every server has', async () => {
  server = await startCannedServer({
    'GET /api/v1/realm/emoji': {
      body: {
        result: 'success',
        emoji: {
          1: {
            id: '1',
            name: 'tick',
            source_url: '/user_avatars/1/emoji/tick.png',
            still_url: null,
            deactivated: false,
            author_id: 5,
          },
          2: {
            id: '2',
            name: 'dance',
            source_url: 'https://cdn.example/d.gif',
            still_url: 'https://cdn.example/d.png',
            deactivated: true,
          },
          3: { id: '3', name: 'old', source_url: 'http://127.0.0.1:1/x' },
          4: 'nonsense',
        },
      },
    },
  });
  const emoji = await connectToZulip(server).readEmoji();
  expect(emoji).toMatchObject({
    ok: true,
    value: [
      {
        code: '1',
        name: 'tick',
        picture: `${server.url}/user_avatars/1/emoji/tick.png`,
        stillPicture: null,
        deactivated: false,
      },
      { code: '2', picture: 'https://cdn.example/d.gif', stillPicture: 'https://cdn.example/d.png', deactivated: true },
      { code: '3', name: 'old', picture: null, deactivated: false },
      { code: 'zulip', name: 'zulip', picture: `${server.url}/static/generated/emoji/images/emoji/unicode/zulip.png` },
    ],
  });
});

test('Rocket.Chat: by name, with aliases; a changed picture has another address', async () => {
  const answer = (etag: string) => ({
    body: {
      success: true,
      emojis: {
        update: [
          {
            _id: 'a',
            name: 'party cat',
            aliases: ['dance'],
            extension: 'gif',
            _updatedAt: '2024-01-12T10:00:00.000Z',
            etag,
          },
          { _id: 'b', name: 'plain', extension: 'png', _updatedAt: { $date: 1 } },
          { _id: 'c' },
        ],
        remove: [],
      },
    },
  });
  server = await startCannedServer({ 'GET /api/v1/emoji-custom.list': answer('v1') });
  const chat = connectToRocketChat(server);
  expect(await chat.readEmoji()).toEqual({
    ok: true,
    value: [
      {
        code: 'party cat',
        name: 'party cat',
        aliases: ['dance'],
        picture: `${server.url}/emoji-custom/party%20cat.gif?etag=v1`,
        stillPicture: null,
        deactivated: false,
      },
      {
        code: 'plain',
        name: 'plain',
        aliases: [],
        picture: `${server.url}/emoji-custom/plain.png`,
        stillPicture: null,
        deactivated: false,
      },
    ],
  });
});

test.each([
  [{ status: 403, body: { success: false, error: 'unauthorized' } }, 'not-permitted'],
  [{ body: { success: true, emojis: 'none' } }, 'bad-reply'],
])('the reply %j', async (reply, code) => {
  server = await startCannedServer({ 'GET /api/v1/emoji-custom.list': reply });
  expect(await connectToRocketChat(server).readEmoji()).toMatchObject({ ok: false, problem: { code } });
});
