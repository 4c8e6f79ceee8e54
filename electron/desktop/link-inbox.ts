import { app } from 'electron/main';
import { ownLaunch } from './own-program.ts';

export interface LinkInbox {
  put(link: string): void;
  /** From now on links go to the listener, with those that have been waiting. */
  open(listener: (link: string) => void): void;
}

/** Takes in links from when the app starts until it can ask about them. Call before `ready`: macOS tells of the first one early. */
export function createLinkInbox(): LinkInbox {
  const waiting: string[] = [];
  let listener: ((link: string) => void) | null = null;

  function put(link: string): void {
    if (listener === null) waiting.push(link);
    else listener(link);
  }

  app.on('open-url', (event, link) => {
    event.preventDefault();
    put(link);
  });
  return {
    put,
    open(next) {
      listener = next;
      for (const link of waiting.splice(0)) next(link);
    },
  };
}

/**
 * Makes the system bring links of this scheme here. On Linux the installed desktop file does that already.
 * https://www.electronjs.org/docs/latest/api/app#appsetasdefaultprotocolclientprotocol-path-args
 */
export function registerLinkScheme(scheme: string): void {
  const [program, ...first] = ownLaunch();
  if (process.defaultApp) app.setAsDefaultProtocolClient(scheme, program, first);
  else app.setAsDefaultProtocolClient(scheme);
}
