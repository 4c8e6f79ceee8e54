import { fail, ok, type Result } from '../../contract/result.ts';
import type { Http } from '../http.ts';
import type { EmojiNames, KnownEmoji } from '../known-emoji.ts';
import { isSafeToSignIn } from '../server-address.ts';
import { emojiTable } from './replies.ts';

export interface EmojiTableDeps {
  http: Http;
  known: KnownEmoji;
}

/**
 * Reads a server's table of Unicode emoji; the one that is known already is only compared by ETag, and stays when the
 * server can't be asked. It may lie on another host, so it is asked for without credentials:
 * https://zulip.com/api/register-queue
 */
export async function readEmojiTable(
  { http, known }: EmojiTableDeps,
  serverUrl: string,
  address: string,
): Promise<Result<EmojiNames>> {
  const { host } = new URL(serverUrl);
  if (!URL.canParse(address, serverUrl)) return fail({ code: 'bad-reply', host });
  const url = new URL(address, serverUrl);
  if (!isSafeToSignIn(url)) return fail({ code: 'bad-reply', host });
  const before = known.table(serverUrl);
  const etag = before?.address === url.href ? before.etag : null;
  const reply = await http.request({ url, headers: etag ? { 'If-None-Match': etag } : {} });
  const names = reply.ok && reply.value.status === 200 ? parseTable(reply.value.bytes) : null;
  if (!names || !reply.ok) {
    if (before) return ok(before.names);
    return reply.ok ? fail({ code: 'bad-reply', host: url.host }) : reply;
  }
  known.keepTable(serverUrl, { address: url.href, etag: reply.value.headers.get('etag'), names });
  return ok(names);
}

function parseTable(bytes: Uint8Array): EmojiNames | null {
  try {
    return emojiTable.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return null;
  }
}
