import { randomUUID } from 'node:crypto';
import { homedir, release, type } from 'node:os';
import { join } from 'node:path';
import { app, globalShortcut, ipcMain, Menu } from 'electron/main';
import { createCommandHandlers, type DesktopHandlers } from './app/command-handlers.ts';
import { realClock } from './app/real-clock.ts';
import { createServices, type Services } from './app/services.ts';
import type { ShortcutState } from './contract/app-state.ts';
import { CHANNELS, type CommandHandlers } from './contract/commands.ts';
import { ok } from './contract/result.ts';
import { localeFor } from './contract/texts/duration-texts.ts';
import { problemText } from './contract/texts/problem-texts.ts';
import { watchActivity } from './desktop/activity.ts';
import { copyText } from './desktop/clipboard.ts';
import { displayServer } from './desktop/display-server.ts';
import {
  createExportDialog,
  createImportDialog,
  createStatusFileDialog,
  createZuliprcDialog,
} from './desktop/file-dialog.ts';
import { lockDown } from './desktop/lock-down.ts';
import { createNotifier } from './desktop/notifications.ts';
import { openFolder } from './desktop/open-folder.ts';
import { openLink } from './desktop/open-link.ts';
import { POPUP_ORIGIN } from './desktop/popup-files.ts';
import { createPopupSession, registerPopupScheme } from './desktop/popup-protocol.ts';
import { createPopupWindow, type PopupWindow } from './desktop/popup-window.ts';
import { watchPower } from './desktop/power.ts';
import { createServerFetch } from './desktop/server-fetch.ts';
import { createShortcut, type Shortcut } from './desktop/shortcut.ts';
import { holdSingleInstance } from './desktop/single-instance.ts';
import { createTray, type TrayShell } from './desktop/tray.ts';
import type { Surroundings } from './exchange/diagnostics.ts';
import { isFromPopup } from './ipc/popup-sender.ts';
import { pushState } from './ipc/push-state.ts';
import { registerCommands } from './ipc/register-commands.ts';
import { createLog } from './log.ts';
import { createKeychain } from './storage/keychain.ts';
import { loadKeytar } from './storage/load-keytar.ts';

const OUT = join(import.meta.dirname, '..');
const ASSETS = join(OUT, '..', 'assets');
const platform = process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';

const LOG_FILE = join(app.getPath('logs'), 'main.log');
const log = createLog({ file: LOG_FILE, toConsole: !app.isPackaged });
process.on('uncaughtException', (error) => log.error('Unexpected', error));
process.on('unhandledRejection', (reason) => log.error('Unexpected', reason));

const NO_SHORTCUT: ShortcutState = { accelerator: null, registered: false, unconfirmed: false, problem: null };
let openPopup = () => {};
/** Kept here because a collected tray vanishes from the bar. */
let tray: TrayShell | null = null;
if (holdSingleInstance(() => openPopup())) {
  lockDown();
  registerPopupScheme();
  Menu.setApplicationMenu(null);
  void app.whenReady().then(start);
} else {
  app.quit();
}

async function start(): Promise<void> {
  // The services and the shortcut need each other's news; the shortcut comes second.
  const shortcutState = { get: () => NO_SHORTCUT };
  const services = openServices(() => shortcutState.get());
  const popup = openPopupWindow(services);
  const shortcut = createShortcut({
    registry: globalShortcut,
    onPress: openPopup,
    onState: services.state.changed,
    unconfirmed: displayServer(platform, process.env, process.argv) === 'wayland',
  });
  shortcutState.get = shortcut.state;
  const handlers = createCommandHandlers(services, desktopHandlers(popup, shortcut));
  openDoor(services, popup, handlers);
  openTray(services, popup, handlers);
  shortcut.start(services.settings.get().shortcut);
  const wake = () => void services.status.wake();
  const isWaiting = () => services.state.get().accounts.some(({ outcome }) => outcome?.kind === 'waiting');
  watchPower({ onWake: wake, onOnline: wake, isWaiting, onChange: services.state.onState });
  watchActivity({
    isWanted: () => services.settings.get().presentAccountIds.length > 0,
    onWantedChange: services.settings.onChange,
    onChange: services.setInUse,
  });
  quitInOrder(services.quit, shortcut);
  if (services.accounts.list().length === 0) openPopup();
  await services.start();
}

function openServices(shortcut: () => ShortcutState): Services {
  return createServices({
    folder: app.getPath('userData'),
    fetch: createServerFetch(),
    keychain: createKeychain({ loadKeytar, service: 'Whereabouts' }),
    clock: realClock,
    newId: randomUUID,
    onSecret: log.hide,
    startDemo: async () => (await import('./demo/try-it.ts')).startTryIt({ clock: Date.now }),
    shortcut,
    appVersion: app.getVersion(),
    system: `${type()}; ${release()}`,
    platform,
    locale: localeFor('en', app.getPreferredSystemLanguages()[0] ?? app.getLocale()),
  });
}

function openPopupWindow({ accounts, administration, reports, emoji }: Services): PopupWindow {
  const popup = createPopupWindow({
    preloadPath: join(OUT, 'preload', 'preload.cjs'),
    session: createPopupSession({
      folder: join(OUT, 'renderer'),
      devTools: !app.isPackaged,
      emojiPicture: emoji.picture,
    }),
    devTools: !app.isPackaged,
    platform,
    trayBounds: () => tray?.bounds() ?? null,
    now: Date.now,
    onShow: () => {
      void reports.refresh();
      void emoji.refreshOld();
      administration.refresh(accounts.list().map(({ id }) => id));
    },
    log,
  });
  openPopup = () => popup.show({ screen: 'status', focus: 'text' });
  return popup;
}

function desktopHandlers(popup: PopupWindow, shortcut: Shortcut): DesktopHandlers {
  const dialogs = { parent: popup.window, keepOpenDuring: popup.keepOpenDuring };
  return {
    'record-shortcut': ({ recording }) => {
      shortcut.setRecording(recording);
      return ok(null);
    },
    'open-link': ({ url }) => openLink(url),
    'open-log-folder': () => openFolder(app.getPath('logs')),
    'hide-popup': () => {
      popup.hide();
      return ok(null);
    },
    quit: () => {
      app.quit();
      return ok(null);
    },
    changeShortcut: shortcut.change,
    chooseZuliprc: createZuliprcDialog(dialogs),
    chooseStatusFile: createStatusFileDialog(dialogs),
    exchange: {
      chooseExportFile: createExportDialog(dialogs),
      chooseImportFile: createImportDialog(dialogs),
      copyText,
      surroundings: surroundings(),
    },
  };
}

/** What a report of diagnostics says of where the app runs. */
function surroundings(): Surroundings {
  const { electron = '–', chrome = '–', node } = process.versions;
  const display = displayServer(platform, process.env, process.argv);
  const desktop = process.env.XDG_CURRENT_DESKTOP;
  return {
    versions: { app: app.getVersion(), electron, chromium: chrome, node, system: `${type()} ${release()}` },
    display: display === 'other' ? platform : [display, desktop].filter(Boolean).join(', '),
    logFile: LOG_FILE,
    home: homedir(),
  };
}

function openDoor({ state }: Services, popup: PopupWindow, handlers: CommandHandlers): void {
  registerCommands({
    ipc: ipcMain,
    isPopup: (event) => isFromPopup(event, popup.window()?.webContents ?? null, POPUP_ORIGIN),
    handlers,
    getState: state.get,
    log,
  });
  pushState({ getState: state.get, onState: state.onState, send: (next) => popup.send(CHANNELS.state, next) });
}

function openTray({ state }: Services, popup: PopupWindow, handlers: CommandHandlers): void {
  const notify = createNotifier(join(ASSETS, 'tray', 'set.png'));
  tray = createTray({
    icons: join(ASSETS, 'tray'),
    platform,
    getState: state.get,
    onState: state.onState,
    run: async (name, argument) => {
      const answer = await handlers[name](argument);
      // The menu has closed by now, and the popup may be hidden: what went wrong must not pass in silence.
      if (!answer.ok) notify({ title: app.name, body: problemText(answer.problem), onClick: openPopup });
    },
    togglePopup: popup.toggle,
    showPopup: popup.show,
    now: Date.now,
  });
}

/** Waits for what quitting has to do, at most a few seconds, and then really quits. */
function quitInOrder(finish: () => Promise<void>, shortcut: Shortcut): void {
  let finished = false;
  app.on('will-quit', (event) => {
    shortcut.stop();
    if (finished) return;
    event.preventDefault();
    finished = true;
    void finish().finally(() => app.quit());
  });
}
