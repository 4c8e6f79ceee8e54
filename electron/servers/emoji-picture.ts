import { fail, ok, type Result } from '../contract/result.ts';
import type { Http } from './http.ts';
import { type ImageType, recogniseImage } from './image-type.ts';
import { isSafeToSignIn } from './server-address.ts';

export interface EmojiPicture {
  type: ImageType;
  bytes: Uint8Array;
}

const LARGEST_PICTURE = 256 * 1024;
/** In pixels: 256 kB can unpack to more than a computer has. */
const LONGEST_SIDE = 1_024;

/**
 * Where a picture is, as an absolute URL; null for what must not be fetched. Only HTTPS, or the server's own origin: a
 * server far away must not have this computer call itself.
 */
export function pictureUrl(address: string | null, serverUrl: string): string | null {
  if (!address || !URL.canParse(address, serverUrl)) return null;
  const url = new URL(address, serverUrl);
  const isOwn = url.origin === new URL(serverUrl).origin && isSafeToSignIn(url);
  const isElsewhere = url.protocol === 'https:' && !isSafeToSignIn(new URL(`http://${url.hostname}`));
  return (isOwn || isElsewhere) && url.username === '' && url.password === '' ? url.href : null;
}

/**
 * One picture, at most 256 kB and 1,024 pixels a side; what it is follows from its bytes and not from what the server
 * says. Asked for without credentials wherever it lies, and redirects are not followed. `bad-reply` for everything else.
 */
export async function readEmojiPicture(http: Http, address: string): Promise<Result<EmojiPicture>> {
  const url = new URL(address);
  const reply = await http.request({ url, maxBytes: LARGEST_PICTURE, timeoutMs: 10_000 });
  if (!reply.ok) return reply;
  const { status, bytes } = reply.value;
  if (status === 429 || status >= 500) return fail({ code: 'server-error', host: url.host, httpStatus: status });
  const image = status === 200 ? recogniseImage(bytes) : null;
  const fits = image !== null && Math.max(image.width, image.height) <= LONGEST_SIDE;
  return fits ? ok({ type: image.type, bytes }) : fail({ code: 'bad-reply', host: url.host });
}
