import { randomUUID } from 'node:crypto';
import { release, type } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { app, ipcMain, Menu } from 'electron/main';
import { createCommandHandlers } from './app/command-handlers.ts';
import { openCommandLine } from './app/open-command-line.ts';
import { realClock } from './app/real-clock.ts';
import { createServices, type Services } from './app/services.ts';
import { createShortcutSettings } from './app/shortcut-settings.ts';
import { LINK_SCHEME } from './command-line/link.ts';
import { runCommandLine } from './command-line/run-command-line.ts';
import { readSecondStart, readStartArguments } from './command-line/start-arguments.ts';
import { terminalLanguage } from './command-line/terminal-language.ts';
import { type DesktopFacts, NO_DESKTOP_FACTS } from './contract/app-state.ts';
import { CHANNELS, type CommandHandlers, type RunCommand } from './contract/commands.ts';
import { ORIGINAL_PRESETS } from './contract/languages/en/original-presets.ts';
import type { Result } from './contract/result.ts';
import type { ShortcutUse } from './contract/shortcut.ts';
import { problemText } from './contract/texts/problem-texts.ts';
import { statusText } from './contract/texts/status-texts.ts';
import { watchActivity } from './desktop/activity.ts';
import { APP_ID } from './desktop/app-id.ts';
import { copyText } from './desktop/clipboard.ts';
import { createDesktopHandlers } from './desktop/desktop-handlers.ts';
import {
  createExportDialog,
  createImportDialog,
  createStatusFileDialog,
  createZuliprcDialog,
} from './desktop/file-dialog.ts';
import { followNotifications } from './desktop/follow-notifications.ts';
import { followLauncherMenus } from './desktop/launcher-menus.ts';
import { createLinkInbox, registerLinkScheme } from './desktop/link-inbox.ts';
import { lockDown } from './desktop/lock-down.ts';
import { createNotifier } from './desktop/notifications.ts';
import { startHidden, terminalProgram } from './desktop/own-program.ts';
import { POPUP_ORIGIN } from './desktop/popup-files.ts';
import { createPopupSession, registerPopupScheme } from './desktop/popup-protocol.ts';
import { createPopupWindow, type PopupWindow } from './desktop/popup-window.ts';
import { watchPower } from './desktop/power.ts';
import { quitInOrder } from './desktop/quit-in-order.ts';
import { createServerFetch } from './desktop/server-fetch.ts';
import { holdSingleInstance, type SecondStart } from './desktop/single-instance.ts';
import { surroundings } from './desktop/surroundings.ts';
import { openSystemSide } from './desktop/system-side.ts';
import { followLanguage } from './desktop/translations.ts';
import { createTray, type TrayShell } from './desktop/tray.ts';
import { isFromPopup } from './ipc/popup-sender.ts';
import { pushState } from './ipc/push-state.ts';
import { registerCommands } from './ipc/register-commands.ts';
import { createLog } from './log.ts';
import { createKeychain } from './storage/keychain.ts';
import { loadKeytar } from './storage/load-keytar.ts';

const OUT = join(import.meta.dirname, '..');
const LANGUAGES = join(OUT, 'main', 'languages');
const ASSETS = join(OUT, '..', 'assets');
const NOTIFICATION_ICON = join(ASSETS, 'tray', 'set.png');
const platform = process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';

const LOG_FILE = join(app.getPath('logs'), 'main.log');
const log = createLog({ file: LOG_FILE, toConsole: !app.isPackaged });
process.on('uncaughtException', (error) => log.error('Unexpected', error));
process.on('unhandledRejection', (reason) => log.error('Unexpected', reason));

let openPopup = () => {};
const notify = createNotifier(NOTIFICATION_ICON);
/** Kept here because a collected tray vanishes from the bar. */
let tray: TrayShell | null = null;
const wish = readStartArguments(process.argv, process.defaultApp);
const links = createLinkInbox();
if (wish.kind === 'words') {
  const folder = app.getPath('userData');
  const tag = terminalLanguage(folder, app.getPreferredSystemLanguages());
  followLanguage({ folder: LANGUAGES, language: { tag: () => tag }, onChange: () => {}, log });
  const deps = { folder, version: app.getVersion(), out: process.stdout, err: process.stderr };
  app.exit(await runCommandLine(wish.words, { ...deps, startApp: () => startHidden(wish.switches) }));
} else if (holdSingleInstance(wish, startedAgain)) {
  if (wish.kind === 'link') links.put(wish.url);
  // By it Windows ties notifications, the jump list and the login item to the installed app.
  if (platform === 'win32') app.setAppUserModelId(APP_ID);
  lockDown();
  registerPopupScheme();
  Menu.setApplicationMenu(null);
  void app.whenReady().then(start);
} else {
  app.quit();
}

function startedAgain({ argv, passedOn }: SecondStart): void {
  const second = readSecondStart(argv, passedOn);
  if (second.kind === 'link') links.put(second.url);
  else if (!second.hidden) openPopup();
}

async function start(): Promise<void> {
  // The services and the desktop need each other's news; the desktop comes second.
  const desktop = { facts: () => NO_DESKTOP_FACTS };
  const services = openServices(() => desktop.facts());
  const { language, settings } = services;
  followLanguage({ folder: LANGUAGES, language, onChange: settings.onChange, log });
  const popup = openPopupWindow(services);
  const system = openSystemSide({ platform, onPress: (use) => pressed(use), onChange: services.state.changed });
  desktop.facts = system.facts;
  const dialogs = { parent: popup.window, keepOpenDuring: popup.keepOpenDuring };
  const handlers = createCommandHandlers(services, {
    ...createDesktopHandlers({ popup, ...system }),
    changeShortcut: createShortcutSettings({ ...services, nameOf: statusText, system: system.shortcuts }),
    chooseZuliprc: createZuliprcDialog(dialogs),
    chooseStatusFile: createStatusFileDialog(dialogs),
    commandLine: { ...terminalProgram(platform), copyText },
    exchange: {
      chooseExportFile: createExportDialog(dialogs),
      chooseImportFile: createImportDialog(dialogs),
      copyText,
      surroundings: surroundings(platform, LOG_FILE),
    },
  });
  const run = createRun(handlers);
  const pressed = shortcutActions(popup, run);
  openDoor(services, popup, handlers);
  openTray(services, popup, run);
  const { get: getState, onState } = services.state;
  followNotifications({
    ...{ getState, onState, run, notify },
    toldNudges: services.toldNudges,
    isPopupShown: popup.isVisible,
    show: popup.show,
    now: Date.now,
  });
  followLauncherMenus({ ...system, platform, getState, onState, run, open: () => openPopup() });
  watchComputer(services);
  quitInOrder(services.quit, system.shortcuts);
  // The tray is up first: making a window takes longer than all of the above.
  await nextTurn();
  popup.prepare();
  if (services.accounts.list().length === 0 && !system.isHidden) openPopup();
  await services.start(() => openWaysIn(services, popup, handlers));
}

/** It sleeps, finds a network, is used or left alone. */
function watchComputer(services: Services): void {
  const wake = () => void Promise.all([services.status.wake(), services.facts.refresh()]);
  const isWaiting = () => services.state.get().accounts.some(({ outcome }) => outcome?.kind === 'waiting');
  watchPower({ onWake: wake, onOnline: wake, isWaiting, onChange: services.state.onState });
  watchActivity({
    isWanted: () => services.settings.get().presentAccountIds.length > 0,
    onWantedChange: services.settings.onChange,
    onChange: services.setInUse,
  });
}

function openServices(desktop: () => DesktopFacts): Services {
  return createServices({
    folder: app.getPath('userData'),
    fetch: createServerFetch(),
    keychain: createKeychain({ loadKeytar, service: 'Whereabouts' }),
    clock: realClock,
    newId: randomUUID,
    onSecret: log.hide,
    startDemo: async () => (await import('./demo/try-it.ts')).startTryIt({ clock: Date.now }),
    desktop,
    appVersion: app.getVersion(),
    system: `${type()}; ${release()}`,
    platform,
    languages: [...app.getPreferredSystemLanguages(), app.getLocale()],
    words: { status: statusText, originalPreset: (id) => ORIGINAL_PRESETS[id] },
  });
}

function openPopupWindow({ accounts, administration, reports, emoji, language, facts }: Services): PopupWindow {
  const popup = createPopupWindow({
    preloadPath: join(OUT, 'preload', 'preload.cjs'),
    language: language.tag,
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
      void facts.refresh();
      void emoji.refreshOld();
      administration.refresh(accounts.list().map(({ id }) => id));
    },
    log,
  });
  openPopup = () => popup.show({ screen: 'status', focus: 'text' });
  return popup;
}

/** Runs a command for what has no place to show an answer: the popup may be hidden, but a problem must not pass in silence. */
function createRun(handlers: CommandHandlers): RunCommand {
  return async (name, argument) => sayProblem(await handlers[name](argument));
}

function sayProblem(answer: Result<unknown>): void {
  if (answer.ok) return;
  notify({ title: app.name, body: problemText(answer.problem), onClick: openPopup });
}

function shortcutActions(popup: PopupWindow, run: RunCommand): (use: ShortcutUse) => void {
  return (use) => {
    if (use.does === 'preset') void run('apply-preset', { presetId: use.presetId });
    else if (use.does === 'clear') void run('clear-status', { accountIds: null });
    else if (popup.isVisible()) popup.hide();
    else openPopup();
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

function openTray({ state }: Services, popup: PopupWindow, run: RunCommand): void {
  tray = createTray({
    icons: join(ASSETS, 'tray'),
    platform,
    getState: state.get,
    onState: state.onState,
    run,
    togglePopup: popup.toggle,
    showPopup: popup.show,
    now: Date.now,
  });
}

/** Links and the command line. */
function openWaysIn(services: Services, popup: PopupWindow, commands: CommandHandlers): void {
  registerLinkScheme(LINK_SCHEME);
  services.links.onChange(() => {
    if (services.links.current() !== null && !popup.isVisible()) popup.show({ screen: 'status', focus: 'presets' });
  });
  links.open((link) => void services.links.arrive(link, commands).then(sayProblem));
  const togglePopup = () => (popup.isVisible() ? popup.hide() : openPopup());
  const deps = { services, commands, togglePopup, clock: realClock, folder: app.getPath('userData'), log };
  void openCommandLine(deps).then((door) => app.on('quit', () => door?.close()));
}
