import { homedir } from 'node:os';
import { app, globalShortcut } from 'electron/main';
import type { DesktopFacts } from '../contract/app-state.ts';
import type { ShortcutUse } from '../contract/shortcut.ts';
import { displayServer } from './display-server.ts';
import { createLoginItem, type LoginItem } from './login-item.ts';
import { ownLaunch } from './own-program.ts';
import { createShortcuts, type Shortcuts } from './shortcuts.ts';
import { startsHidden } from './start-hidden.ts';
import { userFolders } from './system-folders.ts';

export interface SystemSide {
  shortcuts: Shortcuts;
  loginItem: LoginItem;
  facts(): DesktopFacts;
  /** What starts the app again. */
  launch: readonly string[];
  dataFolder: string;
  /** True when nobody has asked for a window, as at login. */
  isHidden: boolean;
}

/** What the system keeps for the app: shortcuts and the login item. Call after `ready`. */
export function openSystemSide(deps: {
  platform: NodeJS.Platform;
  onPress: (use: ShortcutUse) => void;
  onChange: () => void;
}): SystemSide {
  const { platform, onPress, onChange } = deps;
  const { env: environment, argv } = process;
  const launch = ownLaunch();
  const folders = userFolders(homedir(), environment);
  const shortcuts = createShortcuts({
    registry: globalShortcut,
    platform,
    onPress,
    onChange,
    unconfirmed: displayServer(platform, environment, argv) === 'wayland',
  });
  const isOwn = platform === 'linux' || app.isPackaged;
  const loginItem = createLoginItem({ platform, isOwn, launch, configFolder: folders.config, onChange });
  return {
    shortcuts,
    loginItem,
    facts: () => ({ ...shortcuts.states(), loginItem: loginItem.state() }),
    launch,
    dataFolder: folders.data,
    isHidden: startsHidden(argv, platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin),
  };
}
