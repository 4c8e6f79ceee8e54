import { app, BrowserWindow, globalShortcut } from 'electron/main';
import { expect, test } from 'vitest';
import { standIn } from '../../build/preview/stand-in/electron-main.ts';
import { createDesktopHandlers } from '../../electron/desktop/desktop-handlers.ts';
import type { LoginItem } from '../../electron/desktop/login-item.ts';
import type { PopupWindow } from '../../electron/desktop/popup-window.ts';
import { createShortcuts } from '../../electron/desktop/shortcuts.ts';

test('shortcuts work again when the page that recorded keys is gone, as after a crash', async () => {
  app.on('window-all-closed', () => {});
  standIn.becomeReady();
  const window = new BrowserWindow({ show: false });
  const shortcuts = createShortcuts({
    registry: globalShortcut,
    platform: 'linux',
    onPress: () => {},
    onChange: () => {},
    unconfirmed: false,
  });
  const popup = { window: () => window } as Partial<PopupWindow> as PopupWindow;
  const handlers = createDesktopHandlers({ popup, shortcuts, loginItem: {} as LoginItem });

  await handlers['record-shortcut']({ recording: true });
  await handlers['record-shortcut']({ recording: false });
  expect(globalShortcut.isSuspended()).toBe(false);
  await handlers['record-shortcut']({ recording: true });
  expect(globalShortcut.isSuspended()).toBe(true);
  window.destroy();
  expect(globalShortcut.isSuspended()).toBe(false);
});
