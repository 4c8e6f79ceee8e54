import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, relative } from 'node:path';
import { ENGLISH } from '../contract/language.ts';

export const POPUP_ORIGIN = 'app://popup';

/** The page, told its language here because waiting for app state would take a frame in another one. English goes without. */
export function popupUrl(language: string): string {
  const page = `${POPUP_ORIGIN}/index.html`;
  return language === ENGLISH ? page : `${page}?language=${encodeURIComponent(language)}`;
}

/** What the popup's pages may load: their own files, images from app state, nothing from a network. */
export const POPUP_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.gz': 'application/gzip',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The path inside the popup's folder that a URL names, or null for another origin and for every way out of the folder. */
export function popupFilePath(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || url.protocol !== 'app:' || url.host !== 'popup') return null;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname).replace(/^\//, '');
  } catch {
    return null;
  }
  if (path === '' || path.includes('\0') || path.includes('\\') || isAbsolute(path)) return null;
  const inside = relative('popup', join('popup', path));
  const leaves = inside === '' || inside.split(/[/\\]/).includes('..') || isAbsolute(inside);
  return leaves || !(extname(path) in CONTENT_TYPES) ? null : inside;
}

/** The id in `app://popup/emoji/<id>`, or null for every other URL. */
export function popupEmojiId(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || url.protocol !== 'app:' || url.host !== 'popup') return null;
  return /^\/emoji\/([\w-]{1,64})$/.exec(url.pathname)?.[1] ?? null;
}

/** Whether the popup's session may make a request at all: its own files, images inside app state, and the developer tools' own. */
export function isPopupRequest(address: string, resourceType: string, devTools: boolean): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  if (url.protocol === 'data:') return resourceType === 'image';
  if (url.protocol === 'devtools:') return devTools;
  return url.protocol === 'app:' && url.host === 'popup';
}

/** Answers what `/emoji/<id>` shows, or null. */
export type EmojiPictureSource = (id: string) => Promise<{ type: string; bytes: Uint8Array } | null>;

/** Answers requests for `app://popup/…`: GET and HEAD, files of `folder` with an ETag, pictures of emoji from `emojiPicture`. */
export function createPopupFiles(
  folder: string,
  emojiPicture: EmojiPictureSource,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } });
    }
    const emojiId = popupEmojiId(request.url);
    if (emojiId !== null) return pictureResponse(await emojiPicture(emojiId), request.method);
    const path = popupFilePath(request.url);
    const bytes = path === null ? null : await readFile(join(folder, path)).catch(() => null);
    if (path === null || bytes === null) return new Response('Not found', { status: 404, headers: headersFor('.txt') });

    const etag = `"${createHash('sha256').update(bytes).digest('base64url')}"`;
    const headers = { ...headersFor(extname(path)), ETag: etag, 'Content-Length': String(bytes.length) };
    if (request.headers.get('If-None-Match') === etag) return new Response(null, { status: 304, headers });
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), { headers });
  };
}

/** What an id stands for never changes, so the page may keep it; nothing in a picture may run or load anything. */
function pictureResponse(picture: Awaited<ReturnType<EmojiPictureSource>>, method: string): Response {
  if (picture === null) return new Response('Not found', { status: 404, headers: headersFor('.txt') });
  const { type, bytes } = picture;
  const headers = {
    ...headersFor('.txt'),
    'Content-Type': type,
    'Content-Length': String(bytes.length),
    'Cache-Control': 'max-age=86400, immutable',
  };
  return new Response(method === 'HEAD' ? null : new Uint8Array(bytes), { headers });
}

function headersFor(extension: string): Record<string, string> {
  return {
    'Content-Type': CONTENT_TYPES[extension] ?? 'text/plain; charset=utf-8',
    'Content-Security-Policy': POPUP_CSP,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
  };
}
