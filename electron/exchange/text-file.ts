import { open, rename, rm, writeFile } from 'node:fs/promises';
import { fail, ok, type Result } from '../contract/result.ts';

/** Thousands of presets; anything larger was chosen by mistake. In bytes. */
export const LARGEST_FILE = 256 * 1024;

export async function readTextFile(path: string): Promise<Result<string>> {
  try {
    await using file = await open(path, 'r');
    const buffer = Buffer.alloc(LARGEST_FILE + 1);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    return bytesRead > LARGEST_FILE
      ? fail({ code: 'import-file', reason: 'too-large' })
      : decodeText(buffer.subarray(0, bytesRead));
  } catch {
    return fail({ code: 'import-file', reason: 'unreadable' });
  }
}

export function decodeText(bytes: Uint8Array): Result<string> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return fail({ code: 'import-file', reason: 'unreadable' });
  }
}

/** Whole or not at all: what was there before stays where the disk does not take it. */
export async function writeTextFile(path: string, text: string): Promise<Result<null>> {
  const draft = `${path}.part`;
  try {
    await writeFile(draft, text);
    await rename(draft, path);
    return ok(null);
  } catch {
    await rm(draft, { force: true }).catch(() => undefined);
    return fail({ code: 'not-saved' });
  }
}
