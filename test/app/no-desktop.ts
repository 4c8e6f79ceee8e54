import type { DesktopHandlers } from '../../electron/app/command-handlers.ts';

/** For tests of commands that need nothing of the desktop. */
export const NO_DESKTOP = { exchange: {}, commandLine: {} } as DesktopHandlers;
