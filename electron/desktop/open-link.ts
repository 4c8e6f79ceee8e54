import { shell } from 'electron/common';
import { fail, ok, type Result } from '../contract/result.ts';
import { safeLink } from './safe-link.ts';

/** Opens an https address in the system's browser. Everything else could start a program, so it is refused. */
export async function openLink(url: string): Promise<Result<null>> {
  const link = safeLink(url);
  if (link === null) return fail({ code: 'bad-argument' });
  try {
    await shell.openExternal(link);
    return ok(null);
  } catch {
    return fail({ code: 'internal' });
  }
}
