import { EventEmitter } from 'node:events';
import type * as E from 'electron';
import type { WindowState } from './desktop-state.ts';
import type { StoodInIpc } from './ipc.ts';
import { createPlacedWindowClass } from './placed-window.ts';
import type { Sessions, StoodInSession } from './sessions.ts';
import { checkWebPreferences, createWebContents, type StoodInWebContents } from './web-contents.ts';
import type { World } from './world.ts';

export interface StoodInWindow extends EventEmitter {
  readonly id: number;
  readonly webContents: StoodInWebContents;
  isDestroyed(): boolean;
  isFocused(): boolean;
  close(): void;
  state(): WindowState;
  gainFocus(): void;
  loseFocus(): void;
}

export interface Windows {
  BrowserWindow: (new (
    options?: E.BrowserWindowConstructorOptions,
  ) => StoodInWindow) & { getAllWindows(): StoodInWindow[] };
  byId(id: number): StoodInWindow | undefined;
  all(): StoodInWindow[];
  /** Emitted for `app`: `web-contents-created`, `window-all-closed`, `browser-window-created`. */
  events: EventEmitter;
}

/** All but those whose types name other stood-in classes. */
type Checked =
  | 'id'
  | 'accessibleTitle'
  | 'loadURL'
  | 'show'
  | 'showInactive'
  | 'hide'
  | 'focus'
  | 'blur'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
  | 'isVisible'
  | 'isFocused'
  | 'isMinimized'
  | 'isAlwaysOnTop'
  | 'getBounds'
  | 'getContentBounds'
  | 'getSize'
  | 'getContentSize'
  | 'getPosition'
  | 'getTitle'
  | 'setTitle'
  | 'setBackgroundColor'
  | 'setSize'
  | 'setContentSize'
  | 'setPosition'
  | 'setBounds'
  | 'setContentBounds'
  | 'center';

export function createWindows(world: World, sessions: Sessions, ipcMain: StoodInIpc): Windows {
  const windows = new Map<number, BrowserWindow>();
  const events = new EventEmitter();

  class BrowserWindow extends createPlacedWindowClass(world) implements Pick<E.BrowserWindow, Checked> {
    readonly id = world.nextId();
    accessibleTitle = '';
    readonly #contents: StoodInWebContents;
    #visible = false;
    #focused = false;

    static getAllWindows = (): BrowserWindow[] => [...windows.values()];
    static getFocusedWindow = (): BrowserWindow | null =>
      BrowserWindow.getAllWindows().find((window) => window.isFocused()) ?? null;
    static fromId = (id: number): BrowserWindow | null => windows.get(id) ?? null;
    static fromWebContents = (contents: unknown): BrowserWindow | null =>
      BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null;

    constructor(options: E.BrowserWindowConstructorOptions = {}) {
      super(options);
      if (!world.ready) throw new Error('Cannot create BrowserWindow before app is ready');
      const preferences = options.webPreferences ?? {};
      checkWebPreferences(preferences);
      this.#contents = createWebContents({
        world,
        windowId: this.id,
        session: (preferences.session as unknown as StoodInSession | undefined) ?? sessions.of(preferences.partition),
        preload: preferences.preload,
        ipcMain,
        onTitle: (title) => this.setTitle(title),
      });
      windows.set(this.id, this);
      events.emit('browser-window-created', {}, this);
      events.emit('web-contents-created', {}, this.#contents);
      if (options.show !== false) this.show();
    }

    get webContents(): StoodInWebContents {
      this.alive();
      return this.#contents;
    }

    async loadURL(url: string): Promise<void> {
      this.alive();
      await this.#contents.load(url);
      setImmediate(() => !this.destroyed && this.emit('ready-to-show'));
    }

    show(): void {
      this.showInactive();
      this.focus();
    }

    showInactive(): void {
      this.alive();
      if (this.#visible) return;
      this.#visible = true;
      world.changed();
      this.emit('show');
    }

    hide(): void {
      this.alive();
      if (!this.#visible) return;
      this.#visible = false;
      world.changed();
      this.emit('hide');
      this.loseFocus();
    }

    focus(): void {
      this.alive();
      if (this.#visible) this.gainFocus();
    }

    blur(): void {
      this.alive();
      this.loseFocus();
    }

    close(): void {
      if (this.destroyed) return;
      let prevented = false;
      this.emit('close', {
        preventDefault: () => {
          prevented = true;
        },
        get defaultPrevented() {
          return prevented;
        },
      });
      if (!prevented) this.destroy();
    }

    destroy(): void {
      if (this.destroyed) return;
      this.destroyed = true;
      this.#contents.destroy();
      windows.delete(this.id);
      world.changed();
      this.emit('closed');
      if (windows.size === 0) events.emit('window-all-closed');
    }

    isDestroyed = (): boolean => this.destroyed;
    isVisible = (): boolean => {
      this.alive();
      return this.#visible;
    };
    isFocused = (): boolean => {
      this.alive();
      return this.#focused;
    };
    isMinimized = (): boolean => {
      this.alive();
      return false;
    };
    isAlwaysOnTop = (): boolean => {
      this.alive();
      return true;
    };
    gainFocus(): void {
      if (this.#focused || this.destroyed) return;
      this.#focused = true;
      world.changed();
      this.emit('focus', {});
    }

    loseFocus(): void {
      if (!this.#focused || this.destroyed) return;
      this.#focused = false;
      world.changed();
      this.emit('blur', {});
    }

    state(): WindowState {
      const path = this.#contents.loads() === 0 ? null : new URL(this.#contents.getURL());
      return {
        id: this.id,
        title: this.getTitle(),
        visible: this.#visible,
        focused: this.#focused,
        bounds: this.getBounds(),
        backgroundColor: this.background,
        frame: path === null ? null : `/window/${this.id}${path.pathname}${path.search}${path.hash}`,
        loads: this.#contents.loads(),
        watchesKeys: this.#contents.listenerCount('before-input-event') > 0,
      };
    }
  }

  return {
    BrowserWindow: BrowserWindow as unknown as Windows['BrowserWindow'],
    byId: (id) => windows.get(id),
    all: () => [...windows.values()],
    events,
  };
}
