import { createHash } from 'node:crypto';
import type { DemoReply } from '../http/exchange.ts';
import { colourOf, drawPicture } from '../http/picture.ts';
import { EMOJI_DATA_PATH } from './event-routes.ts';
import type { CustomEmoji } from './realm.ts';
import type { FileRoute } from './route.ts';

/** Pictures and the emoji table; they need no credentials, as on a real server. */
export function createFileRoutes(): FileRoute[] {
  const picture = (words: string) => ({
    status: 200,
    headers: { 'Content-Type': 'image/png', 'Cache-Control': 'max-age=3600' },
    body: drawPicture(colourOf(words)),
  });
  return [
    {
      path: new RegExp(`^${EMOJI_DATA_PATH.replaceAll('.', '\\.')}$`),
      answer: ({ realm, request }) => {
        const body = JSON.stringify({ code_to_names: Object.fromEntries(realm.emoji.codeToNames) });
        const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
        const headers = { ETag: etag, 'Cache-Control': 'max-age=31536000' };
        if (request.headers['if-none-match'] === etag) return { status: 304, headers };
        return { status: 200, headers: { ...headers, 'Content-Type': 'application/json' }, body };
      },
    },
    { path: /^\/user_avatars\/\d+\/realm\/icon\.png$/, answer: ({ realm }) => picture(realm.name) },
    {
      path: /^\/user_avatars\/\d+\/emoji\/images\/(still\/)?(\d+)\.png$/,
      answer: ({ realm, path: [, id] }) => {
        const kind = realm.customEmoji.find((emoji) => emoji.id === id)?.picture;
        return oddPicture(kind) ?? picture(`emoji ${id}`);
      },
    },
    { path: /^\/user_avatars\/\d+\/(\d+)\.png$/, answer: ({ path }) => picture(`person ${path[0]}`) },
    { path: /^\/static\/generated\/emoji\/images\/emoji\/unicode\/zulip\.png$/, answer: () => picture('zulip') },
  ];
}

/** Pictures that a client must not show. */
function oddPicture(kind: CustomEmoji['picture']): DemoReply | null {
  const headers = { 'Content-Type': 'image/png' };
  if (kind === 'missing') return { status: 404, body: '<h1>Page not found</h1>' };
  if (kind === 'huge') return { status: 200, headers, body: Buffer.alloc(1_000_000, 1) };
  if (kind === 'not-a-picture') return { status: 200, headers, body: '<script>alert(1)</script>' };
  if (kind === 'svg') return { status: 200, headers, body: '<svg xmlns="http://www.w3.org/2000/svg"/>' };
  return null;
}
