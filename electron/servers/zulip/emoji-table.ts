import { fail, ok, type Result } from '../../contract/result.ts';
import type { Http } from '../http.ts';
import { isSafeToSignIn } from '../server-address.ts';
import { emojiTable } from './replies.ts';

/** Zulip's code → its names for it, the canonical one first. */
export type EmojiNames = Readonly<Record<string, readonly string[]>>;

export type EmojiTables = (serverUrl: string, address: string) => Promise<Result<EmojiNames>>;

/**
 * Reads a server's table of Unicode emoji and keeps it while the app runs; one that was kept is only compared by ETag.
 * The table may lie on another host, so it is asked for without credentials: https://zulip.com/api/register-queue
 */
export function createEmojiTables(http: Http): EmojiTables {
  const kept = new Map<string, { etag: string | null; names: EmojiNames }>();
  return async (serverUrl, address) => {
    const { host } = new URL(serverUrl);
    if (!URL.canParse(address, serverUrl)) return fail({ code: 'bad-reply', host });
    const url = new URL(address, serverUrl);
    if (!isSafeToSignIn(url)) return fail({ code: 'bad-reply', host });
    const before = kept.get(url.href);
    const reply = await http.request({ url, headers: before?.etag ? { 'If-None-Match': before.etag } : {} });
    if (before && (!reply.ok || reply.value.status !== 200)) return ok(before.names);
    if (!reply.ok) return reply;
    const names = reply.value.status === 200 ? parseTable(reply.value.bytes) : null;
    if (!names) return fail({ code: 'bad-reply', host: url.host });
    kept.set(url.href, { etag: reply.value.headers.get('etag'), names });
    return ok(names);
  };
}

function parseTable(bytes: Uint8Array): EmojiNames | null {
  try {
    return emojiTable.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return null;
  }
}
