import { open } from 'node:fs/promises';
import { fail, ok, type Result } from '../contract/result.ts';

/** More than a thousand statuses; anything larger was chosen by mistake. In bytes. */
export const LARGEST_STATUS_FILE = 256 * 1024;

/** The text of a list of workspace statuses. Anything that is not UTF-8 or UTF-16 text is `unreadable`. */
export async function readStatusFile(path: string): Promise<Result<string>> {
  try {
    await using file = await open(path, 'r');
    const buffer = Buffer.alloc(LARGEST_STATUS_FILE + 1);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    if (bytesRead > LARGEST_STATUS_FILE) return fail({ code: 'status-file-invalid', reason: 'too-large' });
    return ok(decode(buffer.subarray(0, bytesRead)));
  } catch {
    return fail({ code: 'status-file-invalid', reason: 'unreadable' });
  }
}

/** Spreadsheets save “Unicode text” as UTF-16 with a byte order mark. Throws for what is no text. */
function decode(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
}
