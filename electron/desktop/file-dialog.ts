import { basename } from 'node:path';
import { type BrowserWindow, dialog } from 'electron/main';
import { MENU } from '../contract/languages/en/menu.ts';
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
    const filters = [{ name: MENU.statusFiles, extensions: ['csv', 'tsv', 'txt', 'json'] }];
    const path = await choosePath(deps, { properties: ['openFile'], filters });
    if (path === undefined) return fail({ code: 'file-not-chosen' });
    const text = await readStatusFile(path);
    return text.ok ? ok({ name: basename(path), text: text.value }) : text;
  };
}

/** Answers a function that lets the user choose a file of presets; its path, or `file-not-chosen`. */
export function createImportDialog(deps: FileDialogDeps): () => Promise<Result<string>> {
  return async () => {
    // `.slacks.conf` is hidden and has no usual ending.
    const filters = [
      { name: MENU.importFiles, extensions: ['json', 'conf'] },
      { name: '*', extensions: ['*'] },
    ];
    const path = await choosePath(deps, { properties: ['openFile', 'showHiddenFiles'], filters });
    return path === undefined ? fail({ code: 'file-not-chosen' }) : ok(path);
  };
}

/** Answers a function that lets the user choose where to save a JSON file; its path, or `file-not-chosen`. */
export function createExportDialog(deps: FileDialogDeps): (suggestedName: string) => Promise<Result<string>> {
  return async (suggestedName) => {
    const owner = deps.parent();
    const options: Electron.SaveDialogOptions = {
      defaultPath: suggestedName,
      filters: [{ name: 'JSON', extensions: ['json'] }],
    };
    const { canceled, filePath } = await deps.keepOpenDuring(() =>
      owner ? dialog.showSaveDialog(owner, options) : dialog.showSaveDialog(options),
    );
    return canceled || filePath === '' ? fail({ code: 'file-not-chosen' }) : ok(filePath);
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
