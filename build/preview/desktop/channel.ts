import type { InvokeAnswer, PageEvent } from '../page-push.ts';
import type { DesktopAction } from '../stand-in/desktop-state.ts';

export interface Channel {
  /** Tells the app what the user did. In order, one after the other. */
  act(action: DesktopAction): void;
  /** In one order with {@link act} and {@link send}; the answer comes after all that main sent before it, as in Electron. */
  invoke(windowId: number, channel: string, args: string): Promise<InvokeAnswer>;
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
  let heard = 0;
  let behind: { after: number; go: () => void }[] = [];
  events.onmessage = (message: MessageEvent<string>) => {
    const event = JSON.parse(message.data) as PageEvent;
    if (event.kind === 'replaced') events.close();
    heard += 1;
    onEvent(event);
    for (const { go } of behind.filter(({ after }) => after <= heard)) go();
    behind = behind.filter(({ after }) => after > heard);
  };
  events.onerror = () => {
    events.close();
    onEnd();
  };
  let queue: Promise<unknown> = Promise.resolve();
  const inOrder = (path: string, body: unknown): Promise<Response> => {
    const posted = queue.then(() => post(path, body));
    queue = posted.catch(() => undefined);
    return posted;
  };
  const tell = (path: string, body: unknown) => void inOrder(path, body).catch(() => undefined);
  const hearing = (after: number) =>
    after <= heard ? undefined : new Promise<void>((go) => behind.push({ after, go }));
  return {
    act: (action) => tell('/act', action),
    send: (windowId, channel, args) => tell('/ipc/send', { windowId, channel, args }),
    invoke: async (windowId, channel, args) => {
      const response = await inOrder('/ipc/invoke', { windowId, channel, args });
      const answer = (await response.json()) as InvokeAnswer;
      await hearing(answer.after);
      return answer;
    },
    upload: async (file) => {
      const response = await post(`/upload?name=${encodeURIComponent(file.name)}`, file);
      return ((await response.json()) as { path: string }).path;
    },
  };
}
