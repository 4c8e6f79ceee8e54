import { clipboard } from 'electron/main';
import { fail, ok, type Result } from '../contract/result.ts';

/** Puts a text into the system's clipboard. */
export async function copyText(text: string): Promise<Result<null>> {
  try {
    await clipboard.writeText(text);
    return ok(null);
  } catch {
    return fail({ code: 'internal' });
  }
}
