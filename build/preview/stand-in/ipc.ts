import { EventEmitter } from 'node:events';
import type * as E from 'electron';

type Handler = (event: IpcEvent, ...args: unknown[]) => unknown;

/** What a page's message arrives with. */
export interface IpcEvent {
  type: 'frame';
  sender: unknown;
  senderFrame: unknown;
  frameId: number;
  processId: number;
}

export interface StoodInIpc extends EventEmitter, Pick<E.IpcMain, 'handle' | 'handleOnce' | 'removeHandler'> {
  handlerOf(channel: string): Handler | undefined;
}

/** One `ipcMain`, or one `webContents.ipc`. */
export function createIpc(): StoodInIpc {
  const handlers = new Map<string, Handler>();
  const ipc = Object.assign(new EventEmitter(), {
    handle: (channel: string, handler: unknown) => {
      if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
      if (typeof handler !== 'function')
        throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`);
      handlers.set(channel, handler as Handler);
    },
    handleOnce: (channel: string, handler: unknown) => {
      ipc.handle(channel, (...given: [IpcEvent, ...unknown[]]) => {
        handlers.delete(channel);
        return (handler as Handler)(...given);
      });
    },
    removeHandler: (channel: string) => {
      handlers.delete(channel);
    },
    handlerOf: (channel: string) => handlers.get(channel),
  });
  return ipc;
}

/** Answers what the page's `invoke` gets. The narrowest `IpcMain` that has the channel is asked. */
export async function invoke(ipcs: StoodInIpc[], event: IpcEvent, channel: string, args: unknown[]): Promise<unknown> {
  const handler = ipcs.map((ipc) => ipc.handlerOf(channel)).find((found) => found !== undefined);
  try {
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return await handler(event, ...args);
  } catch (error) {
    // Only the text of an error crosses: https://www.electronjs.org/docs/latest/api/ipc-main#ipcmainhandlechannel-listener
    throw new Error(`Error invoking remote method '${channel}': ${String(error)}`);
  }
}
