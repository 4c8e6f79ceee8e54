import { app, BrowserWindow, nativeTheme, type Rectangle, type Session, screen } from 'electron/main';
import { CHANNELS, type PopupShown } from '../contract/commands.ts';
import { popupUrl } from './popup-files.ts';
import { POPUP_SIZE, popupBackground, popupOptions } from './popup-options.ts';
import { isKnown, popupPosition } from './popup-position.ts';
import { createPopupVisibility } from './popup-visibility.ts';

export interface PopupWindowDeps {
  preloadPath: string;
  /** The tag of the language that the page begins in. */
  language: () => string;
  session: Session;
  devTools: boolean;
  platform: NodeJS.Platform;
  trayBounds: () => Rectangle | null;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Called each time before the popup appears. */
  onShow: () => void;
  log: { warn(message: string): void };
}

export interface PopupWindow {
  /** Makes the window and its page, hidden, so that the first showing is as quick as the others. */
  prepare(): void;
  /** Shows the popup, or brings it to the front. `byClick`: the mouse is where the popup should be. */
  show(shown: PopupShown, byClick?: boolean): void;
  /** What a click on the tray icon does. */
  toggle(shown: PopupShown): void;
  hide(): void;
  isVisible(): boolean;
  /** The window, for the sender check and dialogs; null after a crash or a failed loading until the next showing. */
  window(): BrowserWindow | null;
  /** Sends to the page; does nothing while there is none. */
  send(channel: string, message: unknown): void;
  keepOpenDuring<T>(work: () => Promise<T>): Promise<T>;
}

/** The one popup, made once and kept. After a crash of its page the next showing makes another. Call after `ready`. */
export function createPopupWindow(deps: PopupWindowDeps): PopupWindow {
  const visibility = createPopupVisibility(deps.now);
  let current: BrowserWindow | null = null;
  let loaded = false;
  let waiting: PopupShown | null = null;
  let quitting = false;

  function send(channel: string, message: unknown): void {
    if (current && loaded) current.webContents.send(channel, message);
  }

  function hide(): void {
    waiting = null;
    current?.hide();
  }

  function reveal(window: BrowserWindow, shown: PopupShown): void {
    waiting = null;
    visibility.shown();
    window.show();
    window.focus();
    send(CHANNELS.shown, shown);
  }

  function create(): BrowserWindow {
    const dark = nativeTheme.shouldUseDarkColors;
    const window = new BrowserWindow(popupOptions({ ...deps, dark }));
    current = window;
    loaded = false;
    window.removeMenu();
    floatAboveAll(window, deps.platform);
    window.on('blur', () => {
      if (!window.isVisible() || window.webContents.isDevToolsOpened() || !visibility.blurHides()) return;
      visibility.hiddenByBlur();
      hide();
    });
    window.on('close', (event) => {
      if (quitting) return;
      event.preventDefault();
      hide();
    });
    window.on('closed', () => {
      if (current === window) current = null;
    });
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (current !== window || reason === 'clean-exit') return;
      deps.log.warn(`The popup's page ended: ${reason}`);
      window.destroy();
    });
    window.loadURL(popupUrl(deps.language())).then(
      () => {
        if (current !== window) return;
        loaded = true;
        if (waiting) reveal(window, waiting);
      },
      () => {
        if (current !== window || quitting) return;
        deps.log.warn('The popup could not be loaded');
        window.destroy();
      },
    );
    return window;
  }

  function show(shown: PopupShown, byClick = false): void {
    if (quitting) return;
    deps.onShow();
    const window = current ?? create();
    const tray = deps.trayBounds();
    const cursor = byClick && !isKnown(tray) ? screen.getCursorScreenPoint() : null;
    const display = displayFor(tray, cursor);
    const place = popupPosition({ platform: deps.platform, popup: POPUP_SIZE, tray, cursor, display });
    window.setPosition(place.x, place.y);
    // Before its page is there it would be an empty card.
    if (loaded) reveal(window, shown);
    else waiting = shown;
  }

  app.on('before-quit', () => {
    quitting = true;
  });
  // Without a listener the app would quit with its last window.
  app.on('window-all-closed', () => {});
  nativeTheme.on('updated', () => current?.setBackgroundColor(popupBackground(nativeTheme.shouldUseDarkColors)));

  return {
    prepare() {
      if (!current && !quitting) create();
    },
    show,
    toggle(shown) {
      const means = visibility.clickMeans(current?.isVisible() ?? false);
      if (means === 'hide') hide();
      if (means === 'show') show(shown, true);
    },
    hide,
    isVisible: () => current?.isVisible() ?? false,
    window: () => current,
    send,
    keepOpenDuring: visibility.keepOpenDuring,
  };
}

function displayFor(tray: Rectangle | null, cursor: Electron.Point | null): Electron.Display {
  if (isKnown(tray)) return screen.getDisplayMatching(tray);
  return cursor ? screen.getDisplayNearestPoint(cursor) : screen.getPrimaryDisplay();
}

function floatAboveAll(window: BrowserWindow, platform: NodeJS.Platform): void {
  // Windows' overflow flyout and macOS' full-screen spaces lie above ordinary windows that are “always on top”.
  if (platform !== 'linux') window.setAlwaysOnTop(true, 'pop-up-menu');
  if (platform === 'darwin') {
    window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
  }
}
