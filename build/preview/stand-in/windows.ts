import { EventEmitter } from 'node:events';
import type * as E from 'electron';
import type { WindowState } from './desktop-state.ts';
import type { StoodInIpc } from './ipc.ts';
import { completeEmitter } from './not-stood-in.ts';
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

/** What windows do on a real desktop and nothing of which shows in the preview. */
const WITHOUT_EFFECT = [
  'moveTop',
  'setAlwaysOnTop',
  'setVisibleOnAllWorkspaces',
  'setSkipTaskbar',
  'setMenu',
  'removeMenu',
  'setVibrancy',
  'setOpacity',
  'setHiddenInMissionControl',
  'setResizable',
  'setMovable',
  'setMinimumSize',
  'setMaximumSize',
  'setMenuBarVisibility',
  'setContentProtection',
  'setWindowButtonVisibility',
  'setIcon',
  'setBackgroundMaterial',
  'setHasShadow',
  'setFocusable',
  'restore',
  'setFullScreenable',
  'setAutoHideMenuBar',
] as const;

export function createWindows(world: World, sessions: Sessions, ipcMain: StoodInIpc): Windows {
  const windows = new Map<number, BrowserWindow>();
  const events = new EventEmitter();

  class BrowserWindow extends completeEmitter('BrowserWindow') {
    readonly id = world.nextId();
    accessibleTitle = '';
    readonly #contents: StoodInWebContents;
    #title: string;
    #background: string;
    #bounds: E.Rectangle;
    #visible = false;
    #focused = false;
    #destroyed = false;

    static getAllWindows = (): BrowserWindow[] => [...windows.values()];
    static getFocusedWindow = (): BrowserWindow | null =>
      BrowserWindow.getAllWindows().find((window) => window.isFocused()) ?? null;
    static fromId = (id: number): BrowserWindow | null => windows.get(id) ?? null;
    static fromWebContents = (contents: unknown): BrowserWindow | null =>
      BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null;

    constructor(options: E.BrowserWindowConstructorOptions = {}) {
      super();
      if (!world.ready) throw new Error('Cannot create BrowserWindow before app is ready');
      const preferences = options.webPreferences ?? {};
      checkWebPreferences(preferences);
      const { width = 800, height = 600 } = options;
      const centered = {
        x: Math.round((world.screenSize.width - width) / 2),
        y: Math.round((world.screenSize.height - height) / 2),
      };
      this.#bounds = { x: options.x ?? centered.x, y: options.y ?? centered.y, width, height };
      this.#title = options.title ?? '';
      this.#background = options.backgroundColor ?? '#ffffff';
      this.#contents = createWebContents({
        world,
        windowId: this.id,
        session: (preferences.session as unknown as StoodInSession | undefined) ?? sessions.of(preferences.partition),
        preload: preferences.preload,
        ipcMain,
        onTitle: (title) => {
          this.#title = title;
        },
      });
      windows.set(this.id, this);
      events.emit('browser-window-created', {}, this);
      events.emit('web-contents-created', {}, this.#contents);
      for (const name of WITHOUT_EFFECT) Object.defineProperty(this, name, { value: () => this.#alive() });
      if (options.show !== false) this.show();
    }

    #alive(): void {
      if (this.#destroyed) throw new TypeError('Object has been destroyed');
    }

    get webContents(): StoodInWebContents {
      this.#alive();
      return this.#contents;
    }

    async loadURL(url: string): Promise<void> {
      this.#alive();
      await this.#contents.load(url);
      setImmediate(() => !this.#destroyed && this.emit('ready-to-show'));
    }

    show(): void {
      this.showInactive();
      this.focus();
    }

    showInactive(): void {
      this.#alive();
      if (this.#visible) return;
      this.#visible = true;
      world.changed();
      this.emit('show');
    }

    hide(): void {
      this.#alive();
      if (!this.#visible) return;
      this.#visible = false;
      world.changed();
      this.emit('hide');
      this.loseFocus();
    }

    focus(): void {
      this.#alive();
      if (this.#visible) this.gainFocus();
    }

    blur(): void {
      this.#alive();
      this.loseFocus();
    }

    close(): void {
      if (this.#destroyed) return;
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
      if (this.#destroyed) return;
      this.#destroyed = true;
      this.#contents.destroy();
      windows.delete(this.id);
      world.changed();
      this.emit('closed');
      if (windows.size === 0) events.emit('window-all-closed');
    }

    isDestroyed = (): boolean => this.#destroyed;
    isVisible = (): boolean => {
      this.#alive();
      return this.#visible;
    };
    isFocused = (): boolean => {
      this.#alive();
      return this.#focused;
    };
    isMinimized = (): boolean => {
      this.#alive();
      return false;
    };
    isAlwaysOnTop = (): boolean => {
      this.#alive();
      return true;
    };
    getBounds = (): E.Rectangle => {
      this.#alive();
      return { ...this.#bounds };
    };
    getContentBounds = (): E.Rectangle => this.getBounds();
    getSize = (): number[] => [this.getBounds().width, this.getBounds().height];
    getContentSize = (): number[] => this.getSize();
    getPosition = (): number[] => [this.getBounds().x, this.getBounds().y];
    getTitle = (): string => this.#title;
    setTitle = (title: string): void => {
      this.#alive();
      this.#title = title;
      world.changed();
    };
    setBackgroundColor = (color: string): void => {
      this.#alive();
      this.#background = color;
      world.changed();
    };
    setSize = (width: number, height: number): void => this.setBounds({ width, height });
    setContentSize = (width: number, height: number): void => this.setBounds({ width, height });
    setPosition = (x: number, y: number): void => this.setBounds({ x, y });
    setContentBounds = (bounds: Partial<E.Rectangle>): void => this.setBounds(bounds);

    center(): void {
      const { width, height } = this.#bounds;
      this.setBounds({
        x: Math.round((world.screenSize.width - width) / 2),
        y: Math.round((world.screenSize.height - height) / 2),
      });
    }

    setBounds(bounds: Partial<E.Rectangle>): void {
      this.#alive();
      for (const [key, value] of Object.entries(bounds)) {
        if (!Number.isInteger(value))
          throw new TypeError(`Error processing argument: ${key} must be an integer, was ${value}`);
      }
      Object.assign(this.#bounds, bounds);
      world.changed();
      if (bounds.width !== undefined || bounds.height !== undefined) this.emit('resize');
      if (bounds.x !== undefined || bounds.y !== undefined) this.emit('move');
    }

    gainFocus(): void {
      if (this.#focused || this.#destroyed) return;
      this.#focused = true;
      world.changed();
      this.emit('focus', {});
    }

    loseFocus(): void {
      if (!this.#focused || this.#destroyed) return;
      this.#focused = false;
      world.changed();
      this.emit('blur', {});
    }

    state(): WindowState {
      const path = this.#contents.loads() === 0 ? null : new URL(this.#contents.getURL());
      return {
        id: this.id,
        title: this.#title,
        visible: this.#visible,
        focused: this.#focused,
        bounds: { ...this.#bounds },
        backgroundColor: this.#background,
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
