import { shell } from 'electron/common';
import { fail, ok, type Result } from '../contract/result.ts';

/** Shows a folder of our own in the system's file manager. Answers what went wrong instead of throwing. */
export async function openFolder(path: string): Promise<Result<null>> {
  const fault = await shell.openPath(path);
  return fault === '' ? ok(null) : fail({ code: 'internal' });
}
