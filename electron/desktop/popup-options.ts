import type { BrowserWindowConstructorOptions, Session } from 'electron/main';

/** In points; the popup's pages are drawn for exactly this. */
export const POPUP_SIZE = { width: 372, height: 612 } as const;

/** The page's own background (`--bg` of the popup's styles), so that no other colour shows before the first frame. */
export function popupBackground(dark: boolean): string {
  return dark ? '#1f2023' : '#fcfcfd';
}

export interface PopupOptions {
  preloadPath: string;
  session: Session;
  dark: boolean;
  devTools: boolean;
  platform: NodeJS.Platform;
}

export function popupOptions({
  preloadPath,
  session,
  dark,
  devTools,
  platform,
}: PopupOptions): BrowserWindowConstructorOptions {
  return {
    ...POPUP_SIZE,
    show: false,
    frame: false,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    hiddenInMissionControl: true,
    title: 'Whereabouts',
    backgroundColor: popupBackground(dark),
    // A panel takes the keyboard without activating the app, so hiding gives the focus back to where it was.
    ...(platform === 'darwin' && { type: 'panel' }),
    webPreferences: {
      preload: preloadPath,
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      devTools,
    },
  };
}
