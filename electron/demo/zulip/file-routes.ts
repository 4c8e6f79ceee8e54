import { createHash } from 'node:crypto';
import { colourOf, drawPicture } from '../http/picture.ts';
import { EMOJI_DATA_PATH } from './event-routes.ts';
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
    { path: /^\/user_avatars\/\d+\/emoji\/images\/(\d+)\.png$/, answer: ({ path }) => picture(`emoji ${path[0]}`) },
    { path: /^\/user_avatars\/\d+\/(\d+)\.png$/, answer: ({ path }) => picture(`person ${path[0]}`) },
    { path: /^\/static\/generated\/emoji\/images\/emoji\/unicode\/zulip\.png$/, answer: () => picture('zulip') },
  ];
}
