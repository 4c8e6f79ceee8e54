import { app } from 'electron/main';
import type { CommandHandlers } from '../contract/commands.ts';
import { ok } from '../contract/result.ts';
import type { LoginItem } from './login-item.ts';
import { openFolder } from './open-folder.ts';
import { openLink } from './open-link.ts';
import type { PopupWindow } from './popup-window.ts';
import type { Shortcuts } from './shortcuts.ts';

type Handled =
  | 'record-shortcut'
  | 'set-login-item'
  | 'read-login-item'
  | 'open-link'
  | 'open-log-folder'
  | 'hide-popup'
  | 'quit';

/** The commands that only the desktop is asked for. */
export function createDesktopHandlers(parts: {
  popup: PopupWindow;
  shortcuts: Shortcuts;
  loginItem: LoginItem;
}): Pick<CommandHandlers, Handled> {
  const { popup, shortcuts, loginItem } = parts;
  const endRecording = () => shortcuts.setRecording(false);
  return {
    'record-shortcut': ({ recording }) => {
      shortcuts.setRecording(recording);
      // A page that crashes can't say any more that it has stopped.
      const page = popup.window()?.webContents.off('destroyed', endRecording);
      if (recording) page?.once('destroyed', endRecording);
      return ok(null);
    },
    'set-login-item': ({ on }) => loginItem.set(on),
    'read-login-item': () => {
      loginItem.read();
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
  };
}
