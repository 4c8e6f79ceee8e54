import type { Http } from './http.ts';
import { isSafeToSignIn } from './server-address.ts';

const LONGEST_DATA_URL = 64 * 1024;
const IMAGE_TYPE = /^image\/(?:png|jpeg|gif|webp)$/;

/**
 * An organisation's icon as a `data:` URL of at most 64 kB. Null for everything else, because an icon is never worth a
 * failure. Asked for without credentials: it may lie on another host.
 */
export async function readServerIcon(http: Http, serverUrl: string, address: string | null): Promise<string | null> {
  if (!address || !URL.canParse(address, serverUrl)) return null;
  const url = new URL(address, serverUrl);
  if (!isSafeToSignIn(url)) return null;
  const reply = await http.request({ url, maxBytes: LONGEST_DATA_URL, timeoutMs: 5_000 });
  if (!reply.ok || reply.value.status !== 200) return null;
  const type = (reply.value.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!IMAGE_TYPE.test(type)) return null;
  const icon = `data:${type};base64,${Buffer.from(reply.value.bytes).toString('base64')}`;
  return icon.length <= LONGEST_DATA_URL ? icon : null;
}
