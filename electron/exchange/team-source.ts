import { fail, ok, type Result } from '../contract/result.ts';
import type { Http, HttpReply } from '../servers/http.ts';
import { isSafeToSignIn } from '../servers/server-address.ts';
import type { StoredTeamPresets, TeamSource } from '../storage/team-presets-schema.ts';
import { decodeText, LARGEST_FILE, readTextFile } from './text-file.ts';

const LONGEST_MS = 15_000;

/** An address typed or imported: https, or plain http on this machine, without a user name or password in it. */
export function parseTeamAddress(text: string): Result<string> {
  const typed = text.trim();
  if (typed === '') return fail({ code: 'address-empty' });
  const url = URL.parse(/^[a-z][a-z\d+.-]*:/i.test(typed) ? typed : `https://${typed}`);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    return fail({ code: 'address-invalid' });
  }
  if (!isSafeToSignIn(url)) return fail({ code: 'address-insecure' });
  url.hash = '';
  return ok(url.href);
}

/** As it is shown: an address without its query, which may be a key to it. */
export function shownSource(source: TeamSource): string {
  if (source.kind === 'file') return source.at;
  const { host, pathname } = new URL(source.at);
  return `${host}${pathname}`;
}

export type TeamReading = Pick<StoredTeamPresets, 'text' | 'etag' | 'lastModified'>;

/**
 * The source's text, or `before` where it has not changed since. At most 256 kB within 15 s. An address is asked without
 * cookies or credentials, and redirects are refused, as everywhere: the user is to see whom they ask.
 */
export async function readTeamSource(
  http: Pick<Http, 'request'>,
  source: TeamSource,
  before: TeamReading,
): Promise<Result<TeamReading>> {
  if (source.kind === 'file') {
    const text = await readTextFile(source.at);
    return text.ok ? ok({ text: text.value, etag: null, lastModified: null }) : text;
  }
  const url = new URL(source.at);
  const reply = await http.request({ url, headers: conditions(before), timeoutMs: LONGEST_MS, maxBytes: LARGEST_FILE });
  return reply.ok ? understand(reply.value, url.host, before) : reply;
}

/** https://www.rfc-editor.org/rfc/rfc9110#section-13.1: the date is only asked about where there is no tag. */
function conditions({ text, etag, lastModified }: TeamReading): Record<string, string> {
  const accept = { Accept: 'application/json' };
  if (text === null) return accept;
  if (etag !== null) return { ...accept, 'If-None-Match': etag };
  return lastModified === null ? accept : { ...accept, 'If-Modified-Since': lastModified };
}

function understand({ status, headers, bytes }: HttpReply, host: string, before: TeamReading): Result<TeamReading> {
  if (status === 304 && before.text !== null) return ok(before);
  if (status >= 500) return fail({ code: 'server-error', host, httpStatus: status });
  if (status === 429) return fail({ code: 'rate-limited', host, waitMs: null });
  if (status !== 200) return fail({ code: 'presets-not-there', host, httpStatus: status });
  const text = decodeText(bytes);
  if (!text.ok) return text;
  return ok({ text: text.value, etag: headers.get('etag'), lastModified: headers.get('last-modified') });
}
