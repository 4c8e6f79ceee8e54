import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type * as E from 'electron';
import type { DialogState } from './desktop-state.ts';
import { complete } from './not-stood-in.ts';
import type { World } from './world.ts';

interface DialogModule {
  showErrorBox(title: string, content: string): void;
  showMessageBox(...given: [E.MessageBoxOptions] | [unknown, E.MessageBoxOptions]): Promise<E.MessageBoxReturnValue>;
  showOpenDialog(...given: [E.OpenDialogOptions] | [unknown, E.OpenDialogOptions]): Promise<E.OpenDialogReturnValue>;
  showSaveDialog(...given: [E.SaveDialogOptions] | [unknown, E.SaveDialogOptions]): Promise<E.SaveDialogReturnValue>;
}

export interface Dialogs {
  dialog: DialogModule;
  state(): DialogState[];
  answerMessage(id: number, response: number, checked: boolean): void;
  /** null: cancelled. */
  answerOpen(id: number, paths: string[] | null): void;
  /** A file's name in the preview's own folder for saved files; null: cancelled. */
  answerSave(id: number, name: string | null): void;
}

export function createDialogs(world: World): Dialogs {
  const saved = join(world.userDataDir, 'Saved files');
  const waiting = new Map<number, { state: DialogState; answer: (value: never) => void }>();

  function ask<T>(state: DialogState): Promise<T> {
    return new Promise<T>((resolve) => {
      waiting.set(state.id, { state, answer: resolve as (value: never) => void });
      world.changed();
    });
  }

  function answer(id: number, value: unknown): void {
    const dialog = waiting.get(id);
    waiting.delete(id);
    world.changed();
    dialog?.answer(value as never);
  }

  function message(options: E.MessageBoxOptions): Promise<E.MessageBoxReturnValue> {
    return ask({
      id: world.nextId(),
      kind: 'message',
      message: options.message,
      detail: options.detail ?? '',
      buttons: options.buttons?.length ? options.buttons : ['OK'],
      cancelId: options.cancelId ?? 0,
      checkbox: options.checkboxLabel ?? null,
    });
  }

  return {
    dialog: complete('dialog', {
      showErrorBox: (title, content) => {
        process.stderr.write(`${title}: ${content}\n`);
        if (world.ready) void message({ message: title, detail: content });
      },
      showMessageBox: (...given) => message(given.at(-1) as E.MessageBoxOptions),
      showOpenDialog: (...given) => {
        const options = given.at(-1) as E.OpenDialogOptions;
        return ask({
          id: world.nextId(),
          kind: 'open',
          title: options.title ?? 'Open',
          buttonLabel: options.buttonLabel ?? 'Open',
          extensions: (options.filters ?? [])
            .flatMap((filter) => filter.extensions)
            .filter((extension) => extension !== '*'),
          multiple: options.properties?.includes('multiSelections') ?? false,
        });
      },
      showSaveDialog: (...given) => {
        const options = given.at(-1) as E.SaveDialogOptions;
        return ask({
          id: world.nextId(),
          kind: 'save',
          title: options.title ?? 'Save',
          buttonLabel: options.buttonLabel ?? 'Save',
          folder: saved,
          name: basename(options.defaultPath ?? ''),
        });
      },
    } satisfies DialogModule),
    state: () => [...waiting.values()].map((dialog) => dialog.state),
    answerMessage: (id, response, checked) => answer(id, { response, checkboxChecked: checked }),
    answerSave: (id, name) => {
      if (name !== null) mkdirSync(saved, { recursive: true, mode: 0o700 });
      answer(id, { canceled: name === null, filePath: name === null ? '' : join(saved, basename(name)) });
    },
    answerOpen: (id, paths) => answer(id, { canceled: paths === null, filePaths: paths ?? [] }),
  };
}
