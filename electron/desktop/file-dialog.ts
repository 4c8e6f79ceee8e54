import { type BrowserWindow, dialog } from 'electron/main';
import { fail, type Result } from '../contract/result.ts';
import { readZuliprc } from './zuliprc-file.ts';

export interface FileDialogDeps {
  parent: () => BrowserWindow | null;
  /** Keeps the popup open while the dialog has the focus. */
  keepOpenDuring: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Answers a function that lets the user choose a `zuliprc` file and reads it; `sign-in-cancelled` when none is chosen. */
export function createZuliprcDialog({ parent, keepOpenDuring }: FileDialogDeps): () => Promise<Result<string>> {
  return async () => {
    // `.zuliprc` is its usual name, so hidden files must show.
    const options = { properties: ['openFile' as const, 'showHiddenFiles' as const] };
    const owner = parent();
    const { filePaths } = await keepOpenDuring(() =>
      owner ? dialog.showOpenDialog(owner, options) : dialog.showOpenDialog(options),
    );
    const path = filePaths[0];
    return path === undefined ? fail({ code: 'sign-in-cancelled' }) : readZuliprc(path);
  };
}
