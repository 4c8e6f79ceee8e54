import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createStandIn } from './stand-in.ts';
import type { Platform } from './world.ts';

/**
 * Stands in for the module `electron` where its binary is not there: in the preview and in tests. It is one per process,
 * as Electron's own is; `standIn` is its other side, where a page or a test plays the desktop.
 */
export const standIn = createStandIn({
  platform: (process.env.PREVIEW_PLATFORM as Platform | undefined) ?? 'linux',
  userDataDir:
    process.env.PREVIEW_USER_DATA ??
    join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'whereabouts-preview'),
  appPath: process.env.PREVIEW_APP_PATH ?? fileURLToPath(new URL('../../..', import.meta.url)),
  exit: (code) => process.exit(code),
});

export const {
  app,
  BrowserWindow,
  Menu,
  MenuItem,
  Tray,
  Notification,
  nativeImage,
  nativeTheme,
  ipcMain,
  globalShortcut,
  session,
  protocol,
  net,
  powerMonitor,
  screen,
  shell,
  dialog,
  clipboard,
  safeStorage,
  systemPreferences,
  webContents,
} = standIn.electron;

const { electron } = standIn;
export default electron;
