import { app, Menu } from 'electron/main';
import type { AppState } from '../contract/app-state.ts';
import type { RunCommand } from '../contract/commands.ts';
import { createAppMenuEntry } from './app-menu-entry.ts';
import { jumpListTasks } from './jump-list.ts';
import { type LauncherChoice, launcherChoices } from './launcher-choices.ts';

export interface LauncherMenusDeps {
  platform: NodeJS.Platform;
  /** What starts the app, with its first arguments. */
  launch: readonly string[];
  /** The user's folder for data of apps: `XDG_DATA_HOME`, or `~/.local/share`. */
  dataFolder: string;
  getState: () => AppState;
  onState: (listener: () => void) => () => void;
  run: RunCommand;
  open: () => void;
}

/** Keeps the menus that the system shows for the app in step with the presets. Call after `ready`. */
export function followLauncherMenus(deps: LauncherMenusDeps): void {
  const publish = publisher(deps);
  let last = '';

  function refresh(): void {
    const state = deps.getState();
    const choices = launcherChoices(state);
    const words = JSON.stringify([choices, state.settings.presetsInAppMenu]);
    if (words === last) return;
    last = words;
    publish(choices, state.settings.presetsInAppMenu);
  }

  refresh();
  deps.onState(refresh);
}

function publisher(deps: LauncherMenusDeps): (choices: LauncherChoice[], inAppMenu: boolean) => void {
  const { platform, launch, dataFolder } = deps;
  if (platform === 'win32') return (choices) => void app.setUserTasks(jumpListTasks(launch, choices));
  if (platform === 'darwin') return (choices) => app.dock?.setMenu(Menu.buildFromTemplate(dockItems(choices, deps)));
  const entry = createAppMenuEntry(dataFolder, launch);
  return (choices, inAppMenu) => entry.follow(inAppMenu ? choices : null);
}

function dockItems(choices: LauncherChoice[], { run, open }: LauncherMenusDeps): Electron.MenuItemConstructorOptions[] {
  return choices.map(({ id, label, does }) => ({
    id,
    label,
    click() {
      if ('presetId' in does) void run('apply-preset', does);
      else if ('clear' in does) void run('clear-status', { accountIds: null });
      else open();
    },
  }));
}
