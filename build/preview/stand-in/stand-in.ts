import type { EventEmitter } from 'node:events';
import { type ActionDeps, createActions } from './actions.ts';
import { createApp } from './app.ts';
import type { DesktopState } from './desktop-state.ts';
import { createDialogs } from './dialogs.ts';
import { createIpc } from './ipc.ts';
import { createMenuClasses, createOpenMenus } from './menu.ts';
import { nativeImage } from './native-image.ts';
import { complete } from './not-stood-in.ts';
import { createNotifications } from './notifications.ts';
import { createSessions } from './sessions.ts';
import { createShortcuts } from './shortcuts.ts';
import { createClipboards, createShells, createSmallModules } from './small-modules.ts';
import { createTrays } from './tray.ts';
import { createWindows, type Windows } from './windows.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

/** A whole stand-in: what `electron` exports, and the other side of it, where a page or a test plays the desktop. */
export function createStandIn(options: WorldOptions) {
  const world = createWorld(options);
  const ipcMain = createIpc();
  const sessions = createSessions(world);
  const windows = createWindows(world, sessions, ipcMain);
  const openMenus = createOpenMenus(world);
  const trays = createTrays(world, openMenus);
  const shortcuts = createShortcuts(world);
  const notifications = createNotifications(world);
  const dialogs = createDialogs(world);
  const shells = createShells(world);
  const clipboards = createClipboards(world);
  const dock = options.platform === 'darwin' ? createDock(world) : undefined;
  const app = createApp({ world, dock, closeWindows: () => closeAll(windows) });
  forwardWindowEvents(windows, app, world);
  const { Menu, MenuItem } = createMenuClasses(world, openMenus, () => app.quit());
  const shown = { world, windows, trays, openMenus, shortcuts, notifications, dialogs };
  return {
    world,
    windows,
    shortcuts,
    localOrigins: sessions.localOrigins,
    state: () => desktopState({ ...shown, shells, clipboards, appName: app.getName() }),
    act: createActions({ ...shown, ...appActions(app) }),
    /** Lets `ready` come. In the preview the bootstrap calls it, in a test the test. */
    becomeReady: world.becomeReady,
    electron: {
      app,
      BrowserWindow: windows.BrowserWindow,
      Menu,
      MenuItem,
      Tray: trays.Tray,
      Notification: notifications.Notification,
      nativeImage,
      ...createSmallModules(world),
      ipcMain,
      globalShortcut: shortcuts.globalShortcut,
      session: sessions.session,
      protocol: sessions.protocol,
      net: sessions.net,
      shell: shells.shell,
      clipboard: clipboards.clipboard,
      dialog: dialogs.dialog,
      webContents: createWebContentsList(windows),
    },
  };
}

function appActions(app: ReturnType<typeof createApp>): Pick<ActionDeps, 'quit' | 'openUrl'> {
  return {
    quit: () => app.quit(),
    openUrl: (url) => app.emit('open-url', { preventDefault: () => undefined }, url),
  };
}

type Shown = Omit<ActionDeps, 'quit' | 'openUrl'> & {
  shells: ReturnType<typeof createShells>;
  clipboards: ReturnType<typeof createClipboards>;
  appName: string;
};

function desktopState(parts: Shown): Omit<DesktopState, 'servers'> {
  const { world, windows, trays, openMenus, shortcuts, notifications, dialogs, shells, clipboards, appName } = parts;
  return {
    appName,
    platform: world.platform,
    quit: world.quit,
    online: world.online,
    asleep: world.asleep,
    tray: trays.state(),
    menu: openMenus.open?.state ?? null,
    windows: windows.all().map((window) => window.state()),
    notifications: notifications.state(),
    shortcuts: { accelerators: shortcuts.registered(), suspended: shortcuts.suspended() },
    dialogs: dialogs.state(),
    opened: shells.opened,
    clipboard: clipboards.text(),
    dock: world.dockMenu?.items.map(({ label }) => label) ?? [],
  };
}

function forwardWindowEvents(windows: Windows, app: EventEmitter & { quit(): void }, world: World): void {
  for (const name of ['web-contents-created', 'browser-window-created']) {
    windows.events.on(name, (...given: unknown[]) => app.emit(name, ...given));
  }
  // Without a listener an app quits with its last window.
  windows.events.on('window-all-closed', () => {
    if (!app.emit('window-all-closed') && !world.quit) app.quit();
  });
}

/** False when a window refuses. */
function closeAll(windows: Windows): boolean {
  for (const window of windows.all()) window.close();
  return windows.all().length === 0;
}

function createDock(world: World): Electron.Dock {
  const dock = {
    setMenu: (menu: Electron.Menu) => {
      world.dockMenu = menu;
      world.changed();
    },
    hide: () => undefined,
    show: async () => undefined,
    isVisible: () => false,
  };
  return complete('app.dock', dock satisfies Partial<Electron.Dock>) as Electron.Dock;
}

function createWebContentsList(windows: Windows) {
  return complete('webContents', {
    getAllWebContents: () => windows.all().map((window) => window.webContents),
    fromId: (id: number) => windows.byId(id)?.webContents,
  });
}

export type StandIn = ReturnType<typeof createStandIn>;
