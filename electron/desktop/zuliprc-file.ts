import { open } from 'node:fs/promises';
import { fail, ok, type Result } from '../contract/result.ts';

/** A `zuliprc` has four lines; anything larger was chosen by mistake. In bytes. */
export const LARGEST_ZULIPRC = 64 * 1024;

/** The text of a `zuliprc`. It holds a secret: never log it. Too large or unreadable: `zuliprc-invalid`. */
export async function readZuliprc(path: string): Promise<Result<string>> {
  try {
    await using file = await open(path, 'r');
    const buffer = Buffer.alloc(LARGEST_ZULIPRC + 1);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    if (bytesRead > LARGEST_ZULIPRC) return fail({ code: 'zuliprc-invalid', missing: 'file' });
    return ok(buffer.toString('utf8', 0, bytesRead));
  } catch {
    return fail({ code: 'zuliprc-invalid', missing: 'file' });
  }
}
