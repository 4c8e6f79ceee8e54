import type { PageEvent } from '../page-push.ts';
import type { DesktopAction } from '../stand-in/desktop-state.ts';

export interface Channel {
  /** Tells the app what the user did. In order, one after the other. */
  act(action: DesktopAction): void;
  invoke(windowId: number, channel: string, args: string): Promise<{ value?: string; error?: string }>;
  send(windowId: number, channel: string, args: string): void;
  /** Answers the path at which the app can read the file. */
  upload(file: File): Promise<string>;
}

async function post(path: string, body: unknown): Promise<Response> {
  return fetch(path, { method: 'POST', body: body instanceof File ? body : JSON.stringify(body) });
}

/** The page's line to the app. `onEnd` when it is gone for good. */
export function openChannel(onEvent: (event: PageEvent) => void, onEnd: () => void): Channel {
  const events = new EventSource('/events');
  events.onmessage = (message: MessageEvent<string>) => {
    const event = JSON.parse(message.data) as PageEvent;
    if (event.kind === 'replaced') events.close();
    onEvent(event);
  };
  events.onerror = () => {
    events.close();
    onEnd();
  };
  let queue: Promise<unknown> = Promise.resolve();
  const inOrder = (path: string, body: unknown) => {
    queue = queue.then(() => post(path, body)).catch(() => undefined);
  };
  return {
    act: (action) => inOrder('/act', action),
    send: (windowId, channel, args) => inOrder('/ipc/send', { windowId, channel, args }),
    invoke: async (windowId, channel, args) => (await post('/ipc/invoke', { windowId, channel, args })).json(),
    upload: async (file) => {
      const response = await post(`/upload?name=${encodeURIComponent(file.name)}`, file);
      return ((await response.json()) as { path: string }).path;
    },
  };
}
