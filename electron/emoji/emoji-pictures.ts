import { createHash } from 'node:crypto';
import type { Result } from '../contract/result.ts';
import type { EmojiPicture } from '../servers/emoji-picture.ts';
import { recogniseImage } from '../servers/image-type.ts';
import type { PictureCache } from './picture-cache.ts';

export interface EmojiPictures {
  /** The picture at an address, kept or fetched now; null where there is none to show. */
  get(address: string): Promise<EmojiPicture | null>;
}

export interface EmojiPicturesDeps {
  cache: PictureCache;
  read: (address: string) => Promise<Result<EmojiPicture>>;
  now: () => number;
}

/** So many at a time: opening a picker of thousands must not look like an attack. */
const AT_ONCE = 6;
/** An address without a picture is not asked again for so long; one that could not be asked, for less. */
const MISSING_MS = 60 * 60_000;
const UNREACHED_MS = 30_000;

/** What names an address towards the popup: nothing about the address can be read from it. */
export function pictureId(address: string): string {
  return createHash('sha256').update(address).digest('base64url').slice(0, 32);
}

/** Pictures of organisations' own emoji, fetched when they are first looked at. */
export function createEmojiPictures({ cache, read, now }: EmojiPicturesDeps): EmojiPictures {
  const running = new Map<string, Promise<EmojiPicture | null>>();
  const failures = new Map<string, number>();
  const waiting: (() => void)[] = [];
  let free = AT_ONCE;

  async function take(): Promise<void> {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  }

  function giveBack(): void {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }

  async function fetchPicture(id: string, address: string): Promise<EmojiPicture | null> {
    await take();
    const picture = await read(address).finally(giveBack);
    if (picture.ok) {
      void cache.keep(id, picture.value.bytes);
      return picture.value;
    }
    const isMissing = ['bad-reply', 'reply-too-large', 'redirected'].includes(picture.problem.code);
    failures.set(id, now() + (isMissing ? MISSING_MS : UNREACHED_MS));
    return null;
  }

  async function find(id: string, address: string): Promise<EmojiPicture | null> {
    const bytes = await cache.read(id);
    const image = bytes === null ? null : recogniseImage(bytes);
    if (bytes !== null && image !== null) return { type: image.type, bytes };
    return (failures.get(id) ?? 0) > now() ? null : fetchPicture(id, address);
  }

  return {
    get(address) {
      const id = pictureId(address);
      const found = running.get(id) ?? find(id, address).finally(() => running.delete(id));
      running.set(id, found);
      return found;
    },
  };
}
