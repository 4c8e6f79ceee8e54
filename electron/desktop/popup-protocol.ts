import { protocol, type Session, session } from 'electron/main';
import { createPopupFiles, type EmojiPictureSource, isPopupRequest } from './popup-files.ts';

/** Makes `app:` an origin like https, with storage and relative addresses. Call once, before `ready`. */
export function registerPopupScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

export interface PopupSessionDeps {
  /** The folder with the built popup. */
  folder: string;
  /** True lets the developer tools load their own files. */
  devTools: boolean;
  emojiPicture: EmojiPictureSource;
}

/** The popup's own session: serves `app://popup/…` from the folder, pictures of emoji from main's cache, and refuses everything else. Call after `ready`. */
export function createPopupSession({ folder, devTools, emojiPicture }: PopupSessionDeps): Session {
  // A handler of the default session does not serve a partition. https://www.electronjs.org/docs/latest/api/protocol
  const popup = session.fromPartition('persist:popup');
  popup.protocol.handle('app', createPopupFiles(folder, emojiPicture));
  popup.webRequest.onBeforeRequest(({ url, resourceType }, answer) => {
    answer({ cancel: !isPopupRequest(url, resourceType, devTools) });
  });

  // Electron grants every permission unless told otherwise: https://www.electronjs.org/docs/latest/tutorial/security
  popup.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  popup.setPermissionCheckHandler(() => false);
  popup.setDevicePermissionHandler(() => false);
  popup.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  // Else Chromium may fetch dictionaries from Google. https://www.electronjs.org/docs/latest/tutorial/spellchecker
  popup.setSpellCheckerEnabled(false);
  return popup;
}
