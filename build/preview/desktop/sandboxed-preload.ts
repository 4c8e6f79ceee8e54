import { decode, encode } from '../stand-in/wire.ts';
import type { Channel } from './channel.ts';

type Listener = (event: object, ...args: unknown[]) => void;

/** The window of the app's page. Same origin as ours here, so its preload can reach us and its values can be made its own. */
type FrameWindow = Window & typeof globalThis;

/** Copies into the frame's own realm and freezes, as `contextBridge` does: `https://www.electronjs.org/docs/latest/api/context-bridge` */
function bridge(frame: FrameWindow, value: unknown): unknown {
  if (typeof value === 'function') {
    const call = (...args: unknown[]) => {
      const answer: unknown = value(
        ...args.map((arg) => (typeof arg === 'function' ? arg : frame.structuredClone(arg))),
      );
      if (!(answer instanceof Promise) && !(answer instanceof frame.Promise)) return bridge(frame, answer);
      return new frame.Promise((resolve, reject) => {
        answer.then(
          (settled) => resolve(bridge(frame, settled)),
          (error: unknown) => reject(new frame.Error(error instanceof Error ? error.message : String(error))),
        );
      });
    };
    return call;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return frame.Object.freeze(frame.Array.from(value, (item) => bridge(frame, item)));
  const isPlain = [Object.prototype, frame.Object.prototype, null].includes(Object.getPrototypeOf(value));
  if (!isPlain) return frame.structuredClone(value);
  const entries = Object.entries(value).map(([key, item]) => [key, bridge(frame, item)] as const);
  return frame.Object.freeze(frame.Object.fromEntries(entries));
}

export interface Sandboxes {
  /** What a sandboxed preload's function gets; called by the script that carries the preload. */
  sandbox(frame: FrameWindow, windowId: number): Record<string, unknown>;
  /** A message from main for a window's page. */
  deliver(windowId: number, channel: string, args: string): void;
}

/** Plays the sandbox that Electron runs a preload in: https://www.electronjs.org/docs/latest/tutorial/sandbox#preload-scripts */
export function createSandboxes(line: Channel): Sandboxes {
  const listeners = new Map<number, Map<string, Set<Listener>>>();

  function createIpcRenderer(windowId: number) {
    const own = new Map<string, Set<Listener>>();
    listeners.set(windowId, own);
    const on = (channel: string, listener: Listener) => {
      own.set(channel, (own.get(channel) ?? new Set()).add(listener));
    };
    const off = (channel: string, listener: Listener) => {
      own.get(channel)?.delete(listener);
    };
    return {
      invoke: async (channel: string, ...args: unknown[]) => {
        const answer = await line.invoke(windowId, channel, encode(args));
        if (answer.error !== undefined) throw new Error(answer.error);
        return decode(answer.value ?? '{"$":"undefined"}');
      },
      send: (channel: string, ...args: unknown[]) => line.send(windowId, channel, encode(args)),
      on,
      addListener: on,
      once: (channel: string, listener: Listener) => {
        const once: Listener = (...given) => {
          off(channel, once);
          listener(...given);
        };
        on(channel, once);
      },
      off,
      removeListener: off,
      removeAllListeners: (channel: string) => void own.delete(channel),
    };
  }

  function createElectron(frame: FrameWindow, windowId: number) {
    const ipcRenderer = createIpcRenderer(windowId);
    const contextBridge = {
      exposeInMainWorld: (key: string, api: unknown) => {
        if (key in frame) throw new Error(`Cannot bind an API on top of an existing property on the window object`);
        Object.defineProperty(frame, key, { value: bridge(frame, api), enumerable: true });
      },
    };
    return new Proxy({ contextBridge, ipcRenderer } as Record<string, unknown>, {
      get: (target, key) => {
        if (typeof key === 'symbol' || key in target || key === '__esModule' || key === 'default')
          return Reflect.get(target, key);
        throw new Error(`not stood in: ${key} in a preload`);
      },
    });
  }

  return {
    sandbox: (frame, windowId) => {
      const electron = createElectron(frame, windowId);
      const require = (name: string) => {
        if (name === 'electron' || name === 'electron/renderer') return electron;
        if (/^(node:)?(events|timers|url)$/.test(name))
          throw new Error(`not stood in: require('${name}') in a preload`);
        throw new Error(`module not found: ${name}`);
      };
      const exports = {};
      const process = {
        type: 'renderer',
        sandboxed: true,
        contextIsolated: true,
        platform: document.documentElement.dataset.platform,
        env: {},
        argv: [],
        versions: {},
      };
      return {
        require,
        exports,
        module: { exports },
        process,
        Buffer: undefined,
        setImmediate: (run: () => void) => setTimeout(run),
        clearImmediate: clearTimeout,
      };
    },
    deliver: (windowId, channel, args) => {
      for (const listener of [...(listeners.get(windowId)?.get(channel) ?? [])])
        listener({}, ...(decode(args) as unknown[]));
    },
  };
}
