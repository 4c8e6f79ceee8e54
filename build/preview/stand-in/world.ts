import { EventEmitter } from 'node:events';
import type { Menu, Task } from 'electron';
import { NotStoodInError } from './not-stood-in.ts';

export type Platform = 'linux' | 'win32' | 'darwin';

export interface WorldOptions {
  platform: Platform;
  /** A private folder for this run's `userData`. */
  userDataDir: string;
  appPath: string;
  /** Ends the process. */
  exit(code: number): void;
  /** The computer's clocks, where they can be moved. */
  clock?: { pass(ms: number): void; set(byMs: number): void };
}

/** What the desktop around the app is like at the moment. */
export interface World extends Required<WorldOptions> {
  readonly changes: EventEmitter<{
    change: [];
    ready: [];
    'about-to-be-ready': [];
    suspend: [];
    resume: [];
    theme: [];
    page: [message: PageMessage];
  }>;
  ready: boolean;
  /** Set while the bootstrap runs the app; then `ready` comes by itself. */
  running: boolean;
  quit: boolean;
  online: boolean;
  asleep: boolean;
  dark: boolean;
  screenSize: { width: number; height: number };
  sandboxed: boolean;
  /** What Windows offers on a right click on the app in the task bar. */
  tasks: Task[];
  /** What macOS offers on a right click on the app in the dock. */
  dockMenu: Menu | null;
  nextId(): number;
  becomeReady(): void;
  /** Tells the page that something it shows is different now. */
  changed(): void;
}

/** What main sends to a window's page. */
export interface PageMessage {
  windowId: number;
  channel: string;
  /** Encoded by `wire.ts`. */
  args: string;
}

const NO_CLOCK: World['clock'] = {
  pass: () => {
    throw new NotStoodInError('the passing of time');
  },
  set: () => {
    throw new NotStoodInError('the setting of clocks');
  },
};

export function createWorld(options: WorldOptions): World {
  const changes: World['changes'] = new EventEmitter();
  changes.setMaxListeners(0);
  let ids = 0;
  let announced = false;
  const world: World = {
    clock: NO_CLOCK,
    ...options,
    changes,
    ready: false,
    running: false,
    quit: false,
    online: true,
    asleep: false,
    dark: false,
    screenSize: { width: 1280, height: 800 },
    sandboxed: false,
    tasks: [],
    dockMenu: null,
    nextId: () => {
      ids += 1;
      return ids;
    },
    changed: () => {
      if (announced) return;
      announced = true;
      setImmediate(() => {
        announced = false;
        changes.emit('change');
      });
    },
    becomeReady: () => {
      if (world.ready) return;
      world.ready = true;
      changes.emit('ready');
    },
  };
  return world;
}
