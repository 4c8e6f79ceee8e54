import { EventEmitter } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { compileFunction } from 'node:vm';
import type * as E from 'electron';
import { createIpc, type IpcEvent, invoke, type StoodInIpc } from './ipc.ts';
import { complete, NotStoodInError } from './not-stood-in.ts';
import type { StoodInSession } from './sessions.ts';
import { decode, encode } from './wire.ts';
import type { World } from './world.ts';

/** What a sandboxed preload's function is called with: https://www.electronjs.org/docs/latest/tutorial/sandbox#preload-scripts */
export const PRELOAD_PARAMETERS = [
  'require',
  'module',
  'exports',
  'process',
  'Buffer',
  'setImmediate',
  'clearImmediate',
];

/** What a page in the preview never is, and what has no effect on it. */
const WITHOUT_EFFECT = {
  isLoading: () => false,
  isCrashed: () => false,
  isDevToolsOpened: () => false,
  openDevTools: () => undefined,
  closeDevTools: () => undefined,
  setZoomFactor: () => undefined,
  setVisualZoomLevelLimits: async () => undefined,
  setBackgroundThrottling: () => undefined,
} satisfies Partial<Record<keyof E.WebContents, unknown>>;

export interface WebContentsDeps {
  world: World;
  windowId: number;
  session: StoodInSession;
  preload: string | undefined;
  ipcMain: StoodInIpc;
  onTitle(title: string): void;
}

export interface StoodInWebContents extends EventEmitter {
  readonly ipc: StoodInIpc;
  load(url: string): Promise<void>;
  getURL(): string;
  loads(): number;
  destroy(): void;
  /** The preload's source, or null when it can't be run under the sandbox. */
  preloadSource(): string | null;
  /** Answers one of the page's requests; `document` for the page itself. */
  serve(path: string, asked: { method: string; resourceType: string }): Promise<Response>;
  /** The page's frame starts over: what was sent to the one before is lost. */
  frameStarts(): void;
  frameLoaded(): void;
  receiveInvoke(channel: string, args: string): Promise<string>;
  receiveSend(channel: string, args: string): void;
}

function originOf(url: string): string {
  const parsed = new URL(url);
  // Node answers the string "null" for schemes that it does not know to be standard.
  return parsed.origin === 'null' ? `${parsed.protocol}//${parsed.host}` : parsed.origin;
}

function createMainFrame(windowId: number, url: () => string, destroyed: () => boolean) {
  return complete('webFrameMain', {
    get url() {
      return url();
    },
    get origin() {
      return originOf(url());
    },
    top: null,
    parent: null,
    routingId: windowId,
    processId: process.pid,
    frameToken: String(windowId),
    detached: false,
    isDestroyed: destroyed,
  });
}

export function createWebContents({
  world,
  windowId,
  session,
  preload,
  ipcMain,
  onTitle,
}: WebContentsDeps): StoodInWebContents {
  const emitter = new EventEmitter();
  const ipc = createIpc();
  let url = '';
  let destroyed = false;
  let loads = 0;
  /** Messages for a frame that has not run its scripts yet; null when it has. */
  let waiting: { channel: string; args: string }[] | null = [];

  function alive(): void {
    if (destroyed) throw new TypeError('Object has been destroyed');
  }

  const mainFrame = createMainFrame(
    windowId,
    () => url,
    () => destroyed,
  );

  function event(): IpcEvent {
    return {
      type: 'frame',
      sender: contents,
      senderFrame: destroyed ? null : mainFrame,
      frameId: windowId,
      processId: process.pid,
    };
  }

  function checkPreload(): string | null {
    if (preload === undefined) return null;
    try {
      if (!existsSync(preload)) throw new Error(`ENOENT: no such file or directory, open '${preload}'`);
      if (extname(preload) === '.mjs') throw new SyntaxError('Cannot use import statement outside a module');
      const source = readFileSync(preload, 'utf8');
      compileFunction(source, PRELOAD_PARAMETERS);
      return source;
    } catch (error) {
      process.stderr.write(`Unable to load preload script: ${preload}\n${String(error)}\n`);
      emitter.emit('preload-error', {}, preload, error);
      return null;
    }
  }

  const members = {
    id: windowId,
    ipc,
    mainFrame,
    session,
    load: async (next: string) => {
      alive();
      url = next;
      const response = await session.serve(next);
      if (!response.ok) {
        emitter.emit('did-fail-load', {}, -2, 'ERR_FAILED', next, true);
        throw Object.assign(new Error(`ERR_FAILED (-2) loading '${next}'`), {
          code: 'ERR_FAILED',
          errno: -2,
          url: next,
        });
      }
      const title = /<title>([^<]*)<\/title>/i.exec(await response.text())?.[1];
      if (title !== undefined) onTitle(title);
      loads += 1;
      waiting = [];
      world.changed();
      emitter.emit('dom-ready', {});
      emitter.emit('did-finish-load', {});
    },
    loads: () => loads,
    getURL: () => url,
    getTitle: () => '',
    ...WITHOUT_EFFECT,
    isDestroyed: () => destroyed,
    reload: () => void members.load(url),
    // Pages here can't open windows, whatever the handler says.
    setWindowOpenHandler: () => undefined,
    getOSProcessId: () => process.pid,
    send: (channel: string, ...args: unknown[]) => {
      alive();
      if (typeof channel !== 'string') throw new TypeError('Missing required channel argument');
      const message = { channel, args: encode(args) };
      if (waiting === null) world.changes.emit('page', { windowId, ...message });
      else waiting.push(message);
    },
    destroy: () => {
      destroyed = true;
      emitter.emit('destroyed');
    },
    preloadSource: checkPreload,
    serve: (path: string, asked: { method: string; resourceType: string }) => {
      const target = new URL(path, `${originOf(url)}/`);
      return session.serve(target.href, asked);
    },
    frameStarts: () => {
      waiting = [];
    },
    frameLoaded: () => {
      const late = waiting ?? [];
      waiting = null;
      for (const message of late) world.changes.emit('page', { windowId, ...message });
    },
    receiveInvoke: async (channel: string, args: string) =>
      encode(await invoke([ipc, ipcMain], event(), channel, decode(args) as unknown[])),
    receiveSend: (channel: string, args: string) => {
      const given = decode(args) as unknown[];
      emitter.emit('ipc-message', event(), channel, ...given);
      for (const target of [ipc, ipcMain]) target.emit(channel, event(), ...given);
    },
  };
  const contents = complete(
    'webContents',
    Object.defineProperties(emitter, Object.getOwnPropertyDescriptors(members)),
  ) as unknown as StoodInWebContents;
  return contents;
}

/** Refuses what would weaken the sandbox, because the stand-in can't act it out. */
export function checkWebPreferences(preferences: E.WebPreferences): void {
  const unsafe = {
    sandbox: false,
    contextIsolation: false,
    nodeIntegration: true,
    webSecurity: false,
    webviewTag: true,
  } as const;
  for (const [key, value] of Object.entries(unsafe)) {
    if (preferences[key as keyof typeof unsafe] === value) throw new NotStoodInError(`webPreferences.${key}: ${value}`);
  }
}
