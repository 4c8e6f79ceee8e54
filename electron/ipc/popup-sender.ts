import type { IpcMainInvokeEvent, WebContents } from 'electron/main';

/**
 * Whether a message comes from the popup's own page: its top frame, at the app's origin. Call it at once when the
 * message arrives: `senderFrame` becomes null when the frame has navigated or gone.
 * https://www.electronjs.org/docs/latest/tutorial/security#17-validate-the-sender-of-all-ipc-messages
 */
export function isFromPopup(
  event: Pick<IpcMainInvokeEvent, 'senderFrame'>,
  popup: Pick<WebContents, 'mainFrame'> | null,
  origin: string,
): boolean {
  const frame = event.senderFrame;
  return frame !== null && popup !== null && frame === popup.mainFrame && frame.origin === origin;
}
