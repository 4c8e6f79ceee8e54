import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createPopupFiles,
  isPopupRequest,
  POPUP_CSP,
  popupEmojiId,
  popupFilePath,
} from '../../electron/desktop/popup-files.ts';

let base: string;
let serve: (request: Request) => Promise<Response>;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'popup-files-'));
  await mkdir(join(base, 'popup', 'assets'), { recursive: true });
  await writeFile(join(base, 'popup', 'index.html'), '<!doctype html>');
  await writeFile(join(base, 'popup', 'assets', 'main.js'), 'export {};');
  await writeFile(join(base, 'popup', '.env'), 'SECRET=1');
  await writeFile(join(base, 'outside.html'), 'secret');
  serve = createPopupFiles(join(base, 'popup'), emojiPicture);
});

afterAll(() => rm(base, { recursive: true }));

const PICTURE = { type: 'image/png', bytes: new Uint8Array([1, 2, 3]) };
const emojiPicture = async (id: string) => (id === 'known_Id-1' ? PICTURE : null);

const get = (url: string, init?: RequestInit) => serve(new Request(url, init));

test.each([
  ['app://popup/index.html', 'index.html'],
  ['app://popup/assets/main.js?v=1#x', join('assets', 'main.js')],
  ['app://popup/a%20b.css', 'a b.css'],
  ['app://popup/../outside.html', 'outside.html'],
  ['app://popup/', null],
  ['app://popup/..%2foutside.html', null],
  ['app://popup/assets/..%2f..%2foutside.html', null],
  ['app://popup/..%5coutside.html', null],
  ['app://popup/%2fetc/passwd.html', null],
  ['app://popup/index.html%00.js', null],
  ['app://popup/%E0%A4%A.html', null],
  ['app://popup/.env', null],
  ['app://other/index.html', null],
  ['https://popup/index.html', null],
  ['not an address', null],
])('%s names %j', (url, path) => expect(popupFilePath(url)).toBe(path));

describe('the popup’s files', () => {
  test('come with their type, the policy and no guessing', async () => {
    const response = await get('app://popup/index.html');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<!doctype html>');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toBe(POPUP_CSP);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('answer HEAD without a body, and 304 to their ETag', async () => {
    const head = await get('app://popup/assets/main.js', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    const etag = head.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    const again = await get('app://popup/assets/main.js', { headers: { 'If-None-Match': etag } });
    expect(again.status).toBe(304);
  });

  test('nothing else is there, and nothing can be sent', async () => {
    expect((await get('app://popup/assets/..%2f..%2foutside.html')).status).toBe(404);
    expect((await get('app://popup/missing.js')).status).toBe(404);
    expect((await get('app://popup/assets')).status).toBe(404);
    expect((await get('app://popup/index.html', { method: 'POST', body: 'x' })).status).toBe(405);
  });
});

test('the policy allows own files only, and no code in strings or attributes', () => {
  const rules = new Map(POPUP_CSP.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]));
  expect(rules.get('default-src')).toEqual(["'none'"]);
  expect(rules.get('script-src')).toEqual(["'self'"]);
  expect(rules.get('connect-src')).toEqual(["'self'"]);
  for (const name of ['base-uri', 'form-action', 'frame-ancestors', 'object-src']) {
    expect(rules.get(name), name).toEqual(["'none'"]);
  }
  expect(POPUP_CSP).not.toMatch(/unsafe|https?:|\*/);
});

test.each([
  ['app://popup/index.html', 'mainFrame', false, true],
  ['data:image/png;base64,AA==', 'image', false, true],
  ['data:text/html,x', 'mainFrame', false, false],
  ['app://elsewhere/index.html', 'mainFrame', false, false],
  ['https://redirector.gvt1.com/dictionary', 'other', true, false],
  ['http://127.0.0.1:9000/', 'xhr', true, false],
  ['file:///etc/passwd', 'mainFrame', true, false],
  ['ws://localhost/', 'webSocket', false, false],
  ['devtools://devtools/bundled/a.js', 'script', true, true],
  ['devtools://devtools/bundled/a.js', 'script', false, false],
  ['', 'other', true, false],
])('a request for %j (%s, developer tools: %s) may go: %s', (url, type, devTools, allowed) => {
  expect(isPopupRequest(url, type, devTools)).toBe(allowed);
});

test('serves pictures of emoji from main, as what they are and nothing else', async () => {
  const known = await get('app://popup/emoji/known_Id-1');
  expect(known.status).toBe(200);
  expect(new Uint8Array(await known.arrayBuffer())).toEqual(PICTURE.bytes);
  expect(known.headers.get('Content-Type')).toBe('image/png');
  expect(known.headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(known.headers.get('Content-Security-Policy')).toBe(POPUP_CSP);
  expect((await get('app://popup/emoji/unknown')).status).toBe(404);
  expect((await get('app://popup/emoji/known_Id-1', { method: 'POST' })).status).toBe(405);
});

test.each([
  ['app://popup/emoji/abc-_9', 'abc-_9'],
  ['app://popup/emoji/abc?x=1', 'abc'],
  ['app://popup/emoji/', null],
  ['app://popup/emoji/a/b', null],
  ['app://popup/emoji/..%2fx', null],
  ['app://popup/emoji/a.png', null],
  ['app://other/emoji/abc', null],
  ['https://popup/emoji/abc', null],
])('%s names the emoji %j', (url, id) => {
  expect(popupEmojiId(url)).toBe(id);
});
