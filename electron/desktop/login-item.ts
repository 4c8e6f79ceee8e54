import { app } from 'electron/main';
import { HIDDEN_SWITCH } from '../contract/hidden-switch.ts';
import type { LoginItemState } from '../contract/login-item.ts';
import { fail, ok, type Result } from '../contract/result.ts';
import { type AutostartFile, createAutostartFile } from './autostart-file.ts';

export interface LoginItem {
  /** As last read. */
  state(): LoginItemState;
  read(): void;
  set(on: boolean): Result<null>;
}

export interface LoginItemDeps {
  platform: NodeJS.Platform;
  /** False where the app runs from its source: starting that at login would start a bare Electron. */
  isOwn: boolean;
  /** What starts the app, with its arguments. */
  launch: readonly string[];
  /** The user's folder for settings: `XDG_CONFIG_HOME`, or `~/.config`. */
  configFolder: string;
  onChange: () => void;
}

/** Starting at login, off until the user asks for it. Only the system's own word counts, not what was asked for. */
export function createLoginItem(deps: LoginItemDeps): LoginItem {
  const { platform, isOwn, launch, configFolder, onChange } = deps;
  const side = platform === 'linux' ? linuxSide(createAutostartFile(configFolder), launch) : systemSide(platform);
  let state: LoginItemState = isOwn ? side.read() : 'unknown';

  function read(): void {
    const next = isOwn ? side.read() : 'unknown';
    if (next === state) return;
    state = next;
    onChange();
  }

  return {
    state: () => state,
    read,
    set(on) {
      const done = isOwn && side.set(on);
      read();
      // Waiting for the user's approval, or switched off in the system's settings, is said by the state.
      const isWanted = on ? state !== 'off' && state !== 'unknown' : state !== 'on';
      return done && isWanted ? ok(null) : fail({ code: 'login-item-not-changed' });
    },
  };
}

interface Side {
  read(): LoginItemState;
  /** False when it could not be done. */
  set(on: boolean): boolean;
}

/** Electron knows no login items on Linux: https://www.electronjs.org/docs/latest/api/app#appsetloginitemsettingssettings-macos-windows */
function linuxSide(file: AutostartFile, launch: readonly string[]): Side {
  return {
    read: () => (file.isOn() ? 'on' : 'off'),
    set: (on) => (on ? file.write([...launch, HIDDEN_SWITCH]) : file.remove()),
  };
}

function systemSide(platform: NodeJS.Platform): Side {
  // Windows compares the arguments as well, so that both calls have to name the same ones.
  const args = platform === 'win32' ? { args: [HIDDEN_SWITCH] } : {};
  return {
    read: () => loginItemState(platform, app.getLoginItemSettings(args)),
    set(on) {
      app.setLoginItemSettings({ openAtLogin: on, ...args });
      return true;
    },
  };
}

type Told = Pick<Electron.LoginItemSettings, 'openAtLogin' | 'status' | 'executableWillLaunchAtLogin'>;

/**
 * What the system says, in one word. On Windows `openAtLogin` only says that the registry has an entry, which the user can
 * have switched off under Startup apps; on macOS the user may have to allow it first.
 */
export function loginItemState(platform: NodeJS.Platform, told: Told): LoginItemState {
  if (platform === 'darwin') {
    if (told.status === 'requires-approval') return 'needs-approval';
    return told.status === 'enabled' || told.openAtLogin ? 'on' : 'off';
  }
  if (!told.openAtLogin) return 'off';
  return told.executableWillLaunchAtLogin ? 'on' : 'off-in-system';
}
