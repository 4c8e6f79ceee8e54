import type { DesktopAction } from './desktop-state.ts';
import type { Dialogs } from './dialogs.ts';
import type { OpenMenus } from './menu.ts';
import { NotStoodInError } from './not-stood-in.ts';
import type { Notifications } from './notifications.ts';
import type { Shortcuts } from './shortcuts.ts';
import type { Trays } from './tray.ts';
import type { Windows } from './windows.ts';
import type { World } from './world.ts';

export interface ActionDeps {
  world: World;
  windows: Windows;
  trays: Trays;
  openMenus: OpenMenus;
  shortcuts: Shortcuts;
  notifications: Notifications;
  dialogs: Dialogs;
  quit(): void;
  openUrl(url: string): void;
}

type Actions = { [A in DesktopAction as A['do']]: (action: A) => void };

/** What each thing that a user can do on the page does to the app. */
export function createActions(deps: ActionDeps): (action: DesktopAction) => void {
  const { world, windows, trays, openMenus, notifications, dialogs } = deps;
  const become = (change: Partial<Pick<typeof world, 'online' | 'asleep'>>, event?: 'suspend' | 'resume') => {
    Object.assign(world, change);
    world.changed();
    if (event !== undefined) world.changes.emit(event);
  };
  const actions: Actions = {
    'click-tray': ({ button, double = false }) => {
      // A press on the icon takes the focus from the window before it is a click.
      for (const window of windows.all()) window.loseFocus();
      trays.click(button, double);
    },
    'choose-menu-item': ({ path }) => openMenus.choose(path),
    'close-menu': () => openMenus.close(),
    'press-shortcut': ({ accelerator }) => void deps.shortcuts.press(accelerator),
    'blur-window': ({ windowId }) => windows.byId(windowId)?.loseFocus(),
    'focus-window': ({ windowId }) => windows.byId(windowId)?.gainFocus(),
    'close-window': ({ windowId }) => windows.byId(windowId)?.close(),
    'frame-loaded': ({ windowId }) => windows.byId(windowId)?.webContents.frameLoaded(),
    key: ({ windowId, input }) =>
      void windows
        .byId(windowId)
        ?.webContents.emit(
          'before-input-event',
          { preventDefault: () => undefined },
          { ...input, isAutoRepeat: false, isComposing: false },
        ),
    'click-notification': ({ id }) => notifications.click(id),
    'close-notification': ({ id }) => notifications.close(id),
    'choose-dock-item': ({ index }) => {
      const item = world.dockMenu?.items[index];
      item?.click(item, undefined, {});
    },
    'notification-action': ({ id, index }) => notifications.choose(id, index),
    'answer-message': ({ id, response, checked }) => dialogs.answerMessage(id, response, checked),
    'answer-open': ({ id, paths }) => dialogs.answerOpen(id, paths),
    'answer-save': ({ id, name }) => dialogs.answerSave(id, name),
    sleep: () => become({ asleep: true }, 'suspend'),
    wake: ({ sleptMs = 0 }) => {
      if (sleptMs > 0) world.clock.pass(sleptMs);
      become({ asleep: false }, 'resume');
    },
    'set-clock': ({ byMs }) => world.clock.set(byMs),
    'go-offline': () => become({ online: false }),
    'go-online': () => become({ online: true }),
    quit: () => deps.quit(),
    'open-url': ({ url }) => deps.openUrl(url),
    theme: ({ dark }) => {
      if (world.dark === dark) return;
      world.dark = dark;
      world.changes.emit('theme');
    },
    screen: ({ width, height }) => {
      world.screenSize = { width, height };
    },
  };
  return (action) => {
    const run = actions[action.do] as ((given: DesktopAction) => void) | undefined;
    if (run === undefined) throw new NotStoodInError(`the action '${String(action.do)}'`);
    run(action);
  };
}
