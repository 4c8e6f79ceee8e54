/** The rooms of the house, and who may import whom. What is not listed is forbidden. */

export const ROOMS = {
  contract: 'electron/contract/',
  servers: 'electron/servers/',
  storage: 'electron/storage/',
  demo: 'electron/demo/',
  accounts: 'electron/accounts/',
  status: 'electron/status/',
  emoji: 'electron/emoji/',
  administration: 'electron/administration/',
  exchange: 'electron/exchange/',
  'command-line': 'electron/command-line/',
  app: 'electron/app/',
  desktop: 'electron/desktop/',
  ipc: 'electron/ipc/',
  main: 'electron/main.ts',
  preload: 'electron/preload.ts',
  log: 'electron/log.ts',
  renderer: 'renderer/',
  assets: 'assets/',
  build: 'build/',
  test: 'test/',
} as const;

export type Room = keyof typeof ROOMS;

/** The room that a path from the repository's root lies in, or null. */
export function roomOf(path: string): Room | null {
  for (const [room, place] of Object.entries(ROOMS)) {
    if (place.endsWith('/') ? path.startsWith(place) : path === place) return room as Room;
  }
  return null;
}

const EVERY_PRODUCT_ROOM: Room[] = [
  'contract',
  'servers',
  'storage',
  'demo',
  'accounts',
  'status',
  'emoji',
  'administration',
  'exchange',
  'command-line',
  'app',
  'desktop',
  'ipc',
  'log',
  'assets',
];

/** Besides itself. `build` and `test` may use all of the product, and never the other way round. */
export const MAY_IMPORT: Record<Room, readonly Room[]> = {
  contract: [],
  servers: ['contract'],
  storage: ['contract'],
  // Not servers: a fake must not inherit the client's mistakes.
  demo: ['contract'],
  accounts: ['contract', 'servers', 'storage'],
  status: ['contract', 'accounts', 'servers', 'storage'],
  emoji: ['contract', 'accounts', 'servers', 'storage'],
  // Of status only the clock.
  administration: ['contract', 'accounts', 'servers', 'status', 'storage'],
  exchange: ['contract', 'accounts', 'servers', 'status', 'storage'],
  'command-line': ['contract'],
  // What main.ts puts together from several rooms, without Electron.
  app: ['contract', 'accounts', 'administration', 'command-line', 'emoji', 'exchange', 'servers', 'status', 'storage'],
  desktop: ['contract', 'assets'],
  ipc: ['contract'],
  main: EVERY_PRODUCT_ROOM,
  preload: ['contract'],
  log: ['contract'],
  renderer: ['contract', 'assets'],
  assets: [],
  build: [...EVERY_PRODUCT_ROOM, 'main', 'preload', 'renderer'],
  test: [...EVERY_PRODUCT_ROOM, 'main', 'preload', 'renderer', 'build'],
};

export const PRODUCT_ROOMS: readonly Room[] = [...EVERY_PRODUCT_ROOM, 'main', 'preload', 'renderer'];

/** Packages that only the named rooms may import. Packages not named here are free, except where BARE_ROOMS forbids all. */
export const PACKAGE_ROOMS: Record<string, readonly Room[]> = {
  electron: ['desktop', 'ipc', 'main', 'preload'],
  'electron-store': ['storage'],
  // main.ts loads these two and passes them in.
  keytar: ['storage', 'main'],
  'electron-log': ['log', 'main'],
  preact: ['renderer'],
  '@preact/signals': ['renderer'],
};

/** Rooms that say something to the user. The others run in plain Node too, where no text is compiled. */
export const SPEAKING_ROOMS: readonly Room[] = [
  'contract',
  'command-line',
  'desktop',
  'main',
  'renderer',
  'build',
  'test',
];

/** Rooms that import no package and nothing of Node. */
export const BARE_ROOMS: readonly Room[] = ['contract'];

/** Rooms that run in a page: nothing of Node there. */
export const PAGE_ROOMS: readonly Room[] = ['renderer', 'preload'];
