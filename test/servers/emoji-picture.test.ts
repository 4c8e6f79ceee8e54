import { afterEach, beforeEach, expect, test } from 'vitest';
import { drawPicture } from '../../electron/demo/http/picture.ts';
import { pictureUrl, readEmojiPicture } from '../../electron/servers/emoji-picture.ts';
import { createHttp } from '../../electron/servers/http.ts';
import { type CannedReply, type CannedServer, startCannedServer } from './canned-server.ts';

let server: CannedServer;
beforeEach(async () => {
  server = await startCannedServer();
});
afterEach(() => server.close());

const http = createHttp({ fetch, userAgent: 'Test', timeoutMs: 2_000 });

function read(reply: CannedReply) {
  server.answers['GET /picture'] = reply;
  return readEmojiPicture(http, `${server.url}/picture`);
}

const PNG = drawPicture([1, 2, 3]);
const gif = (side: number) => Buffer.from([...Buffer.from('GIF89a'), side & 255, side >> 8, side & 255, side >> 8, 0]);
const webp = (form: string, ...data: number[]) =>
  Buffer.concat([Buffer.from(`RIFF\0\0\0\0WEBP${form}`), Buffer.from(data), Buffer.alloc(16)]);
const JPEG = Buffer.from([
  ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2],
  ...[0xff, 0xc0, 0, 17, 8, 0, 20, 0, 30, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0],
]);

test.each([
  ['image/png', PNG],
  ['image/gif', gif(20)],
  ['image/webp', webp('VP8X', 10, 0, 0, 0, 0, 0, 0, 0, 19, 0, 0, 19, 0, 0)],
  ['image/webp', webp('VP8L', 10, 0, 0, 0, 0x2f, 19, 0x40, 0, 0)],
  ['image/webp', webp('VP8 ', 10, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 20, 0, 20, 0)],
  ['image/jpeg', JPEG],
])('%s is known by its bytes, whatever the server calls it', async (type, body) => {
  expect(await read({ body, headers: { 'Content-Type': 'text/html' } })).toMatchObject({ ok: true, value: { type } });
});

test.each<[string, CannedReply, string]>([
  [
    'an SVG',
    { body: '<svg xmlns="http://www.w3.org/2000/svg"/>', headers: { 'Content-Type': 'image/svg+xml' } },
    'bad-reply',
  ],
  ['a page that is called a picture', { body: '<html></html>', headers: { 'Content-Type': 'image/png' } }, 'bad-reply'],
  ['nothing', { body: '' }, 'bad-reply'],
  ['half a header', { body: PNG.subarray(0, 12) }, 'bad-reply'],
  ['one that would unpack to gigabytes', { body: drawHeader(60_000) }, 'bad-reply'],
  ['a wide GIF', { body: gif(1_025) }, 'bad-reply'],
  ['a missing one', { status: 404, body: PNG }, 'bad-reply'],
  ['a server that is down', { status: 503, body: PNG }, 'server-error'],
  ['more than 256 kB', { body: Buffer.concat([PNG, Buffer.alloc(256 * 1024)]) }, 'reply-too-large'],
  ['a redirect', { status: 302, headers: { Location: 'https://other.example/' } }, 'redirected'],
])('%s is not shown', async (_name, reply, code) => {
  expect(await read(reply)).toMatchObject({ ok: false, problem: { code } });
});

test('no credentials go along', async () => {
  await read({ body: PNG });
  const { headers } = server.received[0] ?? { headers: {} };
  expect(Object.keys(headers).filter((name) => /auth|cookie|user-id/i.test(name))).toEqual([]);
});

test.each([
  ['/a.png', 'https://chat.example', 'https://chat.example/a.png'],
  ['/a.png', 'http://127.0.0.1:9', 'http://127.0.0.1:9/a.png'],
  ['https://cdn.example/a.png', 'https://chat.example', 'https://cdn.example/a.png'],
  ['http://cdn.example/a.png', 'https://chat.example', null],
  ['http://127.0.0.1:631/admin', 'https://chat.example', null],
  ['https://localhost/x', 'https://chat.example', null],
  ['https://[::1]/x', 'https://chat.example', null],
  ['https://me:secret@cdn.example/a.png', 'https://chat.example', null],
  ['file:///etc/passwd', 'https://chat.example', null],
  ['data:image/png;base64,AA', 'https://chat.example', null],
  ['https://', 'https://chat.example', null],
  ['', 'https://chat.example', null],
  [null, 'https://chat.example', null],
])('%j on %s is fetched from %j', (address, serverUrl, expected) => {
  expect(pictureUrl(address, serverUrl)).toBe(expected);
});

/** A PNG that says to be `side` pixels wide and high. */
function drawHeader(side: number): Buffer {
  const header = Buffer.from(PNG);
  header.writeUInt32BE(side, 16);
  header.writeUInt32BE(side, 20);
  return header;
}
