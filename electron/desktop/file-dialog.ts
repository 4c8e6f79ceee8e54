import { basename } from 'node:path';
import { type BrowserWindow, dialog } from 'electron/main';
import { fail, ok, type Result } from '../contract/result.ts';
import { readStatusFile } from './status-file.ts';
import { readZuliprc } from './zuliprc-file.ts';

export interface FileDialogDeps {
  parent: () => BrowserWindow | null;
  /** Keeps the popup open while the dialog has the focus. */
  keepOpenDuring: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Answers a function that lets the user choose a `zuliprc` file and reads it; `sign-in-cancelled` when none is chosen. */
export function createZuliprcDialog(deps: FileDialogDeps): () => Promise<Result<string>> {
  return async () => {
    // `.zuliprc` is its usual name, so hidden files must show.
    const path = await choosePath(deps, { properties: ['openFile', 'showHiddenFiles'] });
    return path === undefined ? fail({ code: 'sign-in-cancelled' }) : readZuliprc(path);
  };
}

/** Answers a function that lets the user choose a list of workspace statuses and reads it; `file-not-chosen` when none is. */
export function createStatusFileDialog(deps: FileDialogDeps): () => Promise<Result<{ name: string; text: string }>> {
  return async () => {
    const filters = [{ name: 'CSV or JSON', extensions: ['csv', 'tsv', 'txt', 'json'] }];
    const path = await choosePath(deps, { properties: ['openFile'], filters });
    if (path === undefined) return fail({ code: 'file-not-chosen' });
    const text = await readStatusFile(path);
    return text.ok ? ok({ name: basename(path), text: text.value }) : text;
  };
}

async function choosePath(
  { parent, keepOpenDuring }: FileDialogDeps,
  options: Electron.OpenDialogOptions,
): Promise<string | undefined> {
  const owner = parent();
  const { filePaths } = await keepOpenDuring(() =>
    owner ? dialog.showOpenDialog(owner, options) : dialog.showOpenDialog(options),
  );
  return filePaths[0];
}
