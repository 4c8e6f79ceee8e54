import { join } from 'node:path';
import { Menu, nativeTheme, type Rectangle, Tray } from 'electron/main';
import type { AppState } from '../contract/app-state.ts';
import type { PopupShown } from '../contract/commands.ts';
import { shownStatus } from '../contract/current-status.ts';
import { availabilityChanges } from './availability-menu.ts';
import { trayIconFile, trayLook } from './tray-look.ts';
import { type TrayMenuActions, trayMenuTemplate } from './tray-menu.ts';

export interface TrayDeps {
  /** The folder with the tray's icons. */
  icons: string;
  platform: NodeJS.Platform;
  getState: () => AppState;
  /** Answers its own undo. */
  onState: (listener: () => void) => () => void;
  /** Runs a command of the menu; the answer arrives as app state. */
  run: TrayMenuActions['run'];
  togglePopup: (shown: PopupShown) => void;
  showPopup: (shown: PopupShown, byClick?: boolean) => void;
  /** Milliseconds since the epoch. */
  now: () => number;
}

export interface TrayShell {
  /** All zero where the system does not tell, as on Linux. */
  bounds(): Rectangle | null;
  destroy(): void;
}

/** The time left changes with the clock alone; without an end nothing does, and nothing ticks. */
const REFRESH_MS = 30_000;

/** The tray icon with its menu. Keep what it answers: a collected tray vanishes from the bar. Call after `ready`. */
export function createTray(deps: TrayDeps): TrayShell {
  const { platform, getState, now } = deps;
  const actions: TrayMenuActions = {
    run: deps.run,
    show: (shown) => deps.showPopup(shown, true),
    // With the state at the click: an open menu may be older.
    setAvailability(availability) {
      for (const change of availabilityChanges(getState(), availability)) deps.run('set-status', change);
    },
  };
  const dark = () => nativeTheme.shouldUseDarkColorsForSystemIntegratedUI;
  const iconPath = (look: ReturnType<typeof trayLook>) => join(deps.icons, trayIconFile(look.icon, platform, dark()));
  const template = () => trayMenuTemplate(getState(), actions, now());

  const tray = new Tray(iconPath(trayLook(getState(), now())));
  let icon = '';
  let tooltip = '';
  let menuWords = '';
  let timer: NodeJS.Timeout | undefined;

  function refresh(): void {
    const look = trayLook(getState(), now());
    const path = iconPath(look);
    if (path !== icon) tray.setImage(path);
    if (look.tooltip !== tooltip) tray.setToolTip(look.tooltip);
    icon = path;
    tooltip = look.tooltip;
    if (platform === 'linux') attachMenu();
    clearTimeout(timer);
    const hasEnd = getState().accounts.some((account) => (shownStatus(account)?.until ?? 0) > now());
    if (hasEnd) timer = setTimeout(refresh, REFRESH_MS).unref();
  }

  /** Linux sends the menu's words over D-Bus once, so each change needs a new menu; an unchanged one may be open. */
  function attachMenu(): void {
    const items = template();
    const words = JSON.stringify(items);
    if (words === menuWords) return;
    menuWords = words;
    tray.setContextMenu(Menu.buildFromTemplate(items));
  }

  // Attaching the menu would make a left click open it on macOS and keep `right-click` from coming on Windows.
  if (platform !== 'linux') tray.on('right-click', () => tray.popUpContextMenu(Menu.buildFromTemplate(template())));
  tray.on('click', () => deps.togglePopup({ screen: 'status', focus: 'presets' }));
  if (platform === 'darwin') tray.setIgnoreDoubleClickEvents(true);

  refresh();
  const stop = deps.onState(refresh);
  nativeTheme.on('updated', refresh);

  return {
    bounds: () => (tray.isDestroyed() ? null : tray.getBounds()),
    destroy() {
      stop();
      clearTimeout(timer);
      nativeTheme.off('updated', refresh);
      tray.destroy();
    },
  };
}
