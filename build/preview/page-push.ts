import type { ServerResponse } from 'node:http';
import type { DemoServerWatch } from './demo-server-watch.ts';
import type { DesktopState } from './stand-in/desktop-state.ts';
import type { StandIn } from './stand-in/stand-in.ts';

/** What the page hears by server-sent events. */
export type PageEvent =
  | { kind: 'state'; state: DesktopState }
  | { kind: 'ipc'; windowId: number; channel: string; args: string }
  /** Another tab shows the desktop now. */
  | { kind: 'replaced' };

/** What an `invoke` is answered with: the value, or the error's text. It is good once the page has heard `after` events. */
export interface InvokeAnswer {
  value?: string | undefined;
  error?: string;
  after: number;
}

export interface PagePush {
  connect(response: ServerResponse): void;
  /** Tells the page what changed, if anything did. Answers how many events have been sent to it by then. */
  catchUp(): number;
  close(): Promise<void>;
}

/** Keeps the page, of which there is one at a time, in step with the app. */
export function createPagePush(standIn: StandIn, demoServers: DemoServerWatch): PagePush {
  let page: ServerResponse | null = null;
  let shown = '';
  let sent = 0;

  function send(event: PageEvent): void {
    if (page !== null) sent += 1;
    page?.write(`data: ${JSON.stringify(event)}\n\n`);
  }

  function sendState(): void {
    if (page === null) return;
    const state: DesktopState = { ...standIn.state(), servers: demoServers.servers() };
    const text = JSON.stringify(state);
    if (text === shown) return;
    shown = text;
    send({ kind: 'state', state });
  }

  standIn.world.changes.on('change', sendState);
  standIn.world.changes.on('page', (message) => {
    // First what the desktop looks like: a page can't take the focus in a window that is not shown yet.
    sendState();
    send({ kind: 'ipc', ...message });
  });

  return {
    connect: (response) => {
      if (page !== null) {
        send({ kind: 'replaced' });
        page.end();
      }
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      page = response;
      shown = '';
      sent = 0;
      response.on('close', () => {
        if (page === response) page = null;
        demoServers.watched(page !== null);
      });
      demoServers.watched(true);
      sendState();
    },
    catchUp: () => {
      sendState();
      return sent;
    },
    close: async () => {
      sendState();
      const last = page;
      page = null;
      if (last !== null) await new Promise<void>((resolve) => last.end(resolve));
    },
  };
}
