import type { DesktopHandlers } from '../../electron/app/command-handlers.ts';
import { fail, ok } from '../../electron/contract/result.ts';

const chosenNothing = async () => fail({ code: 'file-not-chosen' } as const);
const done = () => ok(null);

/** For tests of commands that need no desktop: nobody chooses a file, and nothing shows. */
export const NO_DESKTOP: DesktopHandlers = {
  'record-shortcut': done,
  'open-link': done,
  'open-log-folder': done,
  'hide-popup': done,
  quit: done,
  'read-login-item': done,
  'set-login-item': done,
  chooseZuliprc: chosenNothing,
  chooseStatusFile: chosenNothing,
  changeShortcut: done,
  exchange: {
    chooseExportFile: chosenNothing,
    chooseImportFile: chosenNothing,
    copyText: async () => ok(null),
    surroundings: {
      versions: { app: '0.1.0', electron: '', chromium: '', node: '', system: '' },
      display: '',
      logFile: '/nowhere/main.log',
      home: '/nowhere',
    },
  },
  commandLine: { program: ['whereabouts'], quoting: 'posix', copyText: async () => ok(null) },
};
