import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as E from 'electron';
import { complete } from './not-stood-in.ts';
import { createPaths } from './paths.ts';
import { createSingleInstance, type SecondInstance } from './single-instance.ts';
import type { World } from './world.ts';

// The emitter's own methods are left out: their declared type is the whole `App`.
type StoodIn = Pick<
  E.App,
  | 'whenReady'
  | 'isReady'
  | 'quit'
  | 'exit'
  | 'relaunch'
  | 'getPath'
  | 'setPath'
  | 'getAppPath'
  | 'getVersion'
  | 'getName'
  | 'setName'
  | 'getLocale'
  | 'getSystemLocale'
  | 'getPreferredSystemLanguages'
  | 'name'
  | 'isPackaged'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'setAsDefaultProtocolClient'
  | 'isDefaultProtocolClient'
  | 'removeAsDefaultProtocolClient'
  | 'getLoginItemSettings'
  | 'setLoginItemSettings'
  | 'enableSandbox'
  | 'disableHardwareAcceleration'
  | 'setAppUserModelId'
  | 'setDesktopName'
  | 'focus'
  | 'hide'
  | 'isAccessibilitySupportEnabled'
  | 'getAppMetrics'
  | 'dock'
  | 'setActivationPolicy'
  | 'setAboutPanelOptions'
  | 'setUserTasks'
> & {
  commandLine: Pick<E.CommandLine, 'appendSwitch' | 'appendArgument' | 'hasSwitch' | 'getSwitchValue' | 'removeSwitch'>;
};

export interface AppDeps {
  world: World;
  /** Asks every window to close; false when one refuses. */
  closeWindows(): boolean;
  dock: E.Dock | undefined;
}

function createCommandLine(): StoodIn['commandLine'] {
  const switches = new Map<string, string>();
  return complete('app.commandLine', {
    appendSwitch: (key: string, value = '') => {
      switches.set(key.toLowerCase(), value);
    },
    appendArgument: () => undefined,
    hasSwitch: (key: string) => switches.has(key),
    getSwitchValue: (key: string) => switches.get(key) ?? '',
    removeSwitch: (key: string) => {
      switches.delete(key);
    },
  });
}

/** Electron has its locale at hand; of Intl's ways to it this is the one that loads no tables. */
const systemLocale = () => new Intl.PluralRules().resolvedOptions().locale;

/** Makes `app`. Its `ready` comes when the bootstrap or a test says so. */
export function createApp({ world, closeWindows, dock }: AppDeps): StoodIn & EventEmitter {
  const emitter = new EventEmitter();
  const paths = createPaths(world);
  const about = JSON.parse(readFileSync(join(world.appPath, 'package.json'), 'utf8')) as Record<string, string>;
  let name = about.productName ?? about.name ?? 'app';
  const single = createSingleInstance(() => paths.get('userData'), deliverSecond);
  const protocolClients = new Set<string>();
  let opensAtLogin = false;

  function deliverSecond(second: SecondInstance): void {
    const emit = () => emitter.emit('second-instance', {}, second.argv, second.workingDirectory, second.additionalData);
    if (world.ready) emit();
    else world.changes.once('ready', emit);
  }

  function exit(code = 0): void {
    single.release();
    world.quit = true;
    emitter.emit('quit', {}, code);
    world.exit(code);
  }

  function emitPreventable(event: string): boolean {
    let prevented = false;
    emitter.emit(event, {
      preventDefault: () => {
        prevented = true;
      },
      get defaultPrevented() {
        return prevented;
      },
    });
    return !prevented;
  }

  function beforeReadyOnly(what: string): void {
    if (world.ready) throw new Error(`app.${what}() can only be called before app is ready`);
  }

  world.changes.on('ready', () => emitter.emit('ready', {}, {}));

  const members: StoodIn = {
    whenReady: async () => {
      if (world.ready) return;
      // Electron is ready once main's synchronous start is over; a main that awaits this at its top level gets there too.
      if (world.running) setImmediate(() => world.changes.emit('about-to-be-ready'));
      await new Promise<void>((resolve) => world.changes.once('ready', resolve));
    },
    isReady: () => world.ready,
    quit: () => {
      if (!emitPreventable('before-quit') || !closeWindows() || !emitPreventable('will-quit')) return;
      exit(0);
    },
    exit,
    relaunch: () => undefined,
    getPath: (path) => paths.get(path),
    setPath: (path, value) => paths.set(path, value),
    getAppPath: () => world.appPath,
    getVersion: () => about.version ?? '0.0.0',
    getName: () => name,
    setName: (value) => {
      name = value;
    },
    getLocale: () => systemLocale(),
    getSystemLocale: () => systemLocale(),
    getPreferredSystemLanguages: () => [systemLocale()],
    get name() {
      return name;
    },
    set name(value) {
      name = value;
    },
    isPackaged: false,
    requestSingleInstanceLock: (data) => single.request(data),
    hasSingleInstanceLock: () => single.has(),
    releaseSingleInstanceLock: () => single.release(),
    setAsDefaultProtocolClient: (scheme) => {
      protocolClients.add(scheme);
      return world.platform !== 'linux';
    },
    isDefaultProtocolClient: (scheme) => protocolClients.has(scheme),
    removeAsDefaultProtocolClient: (scheme) => protocolClients.delete(scheme),
    getLoginItemSettings: () => ({
      openAtLogin: opensAtLogin,
      wasOpenedAtLogin: false,
      status: opensAtLogin ? 'enabled' : 'not-registered',
      executableWillLaunchAtLogin: opensAtLogin,
      launchItems: [],
    }),
    setLoginItemSettings: ({ openAtLogin }) => {
      if (world.platform !== 'linux') opensAtLogin = openAtLogin ?? false;
    },
    enableSandbox: () => {
      beforeReadyOnly('enableSandbox');
      world.sandboxed = true;
    },
    disableHardwareAcceleration: () => beforeReadyOnly('disableHardwareAcceleration'),
    setAppUserModelId: () => undefined,
    setDesktopName: () => undefined,
    focus: () => undefined,
    hide: () => undefined,
    isAccessibilitySupportEnabled: () => false,
    getAppMetrics: () => [],
    dock,
    setActivationPolicy: () => undefined,
    setAboutPanelOptions: () => undefined,
    setUserTasks: (tasks) => {
      world.tasks = tasks;
      world.changed();
      return true;
    },
    commandLine: createCommandLine(),
  };
  return complete(
    'app',
    Object.defineProperties(emitter, Object.getOwnPropertyDescriptors(members)) as EventEmitter & StoodIn,
  );
}
