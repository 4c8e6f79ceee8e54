import { EventEmitter } from 'node:events';
import type * as E from 'electron';
import { complete } from './not-stood-in.ts';
import type { World } from './world.ts';

/** An emitter with members, which throws for what it lacks. */
function emitterWith<T extends object>(name: string, members: T): T & EventEmitter {
  return complete(
    name,
    Object.defineProperties(new EventEmitter(), Object.getOwnPropertyDescriptors(members)) as EventEmitter & T,
  );
}

function createPowerMonitor(world: World) {
  const monitor = emitterWith('powerMonitor', {
    getSystemIdleTime: () => 0,
    getSystemIdleState: (threshold: number) => {
      if (!(threshold > 0)) throw new TypeError('Invalid idle threshold, must be greater than 0');
      return 'active' as const;
    },
    isOnBatteryPower: () => false,
    onBatteryPower: false,
  } satisfies Pick<E.PowerMonitor, 'getSystemIdleTime' | 'getSystemIdleState' | 'isOnBatteryPower' | 'onBatteryPower'>);
  world.changes.on('suspend', () => monitor.emit('suspend'));
  world.changes.on('resume', () => monitor.emit('resume'));
  return monitor;
}

function createNativeTheme(world: World) {
  let source: E.NativeTheme['themeSource'] = 'system';
  const isDark = () => (source === 'system' ? world.dark : source === 'dark');
  const theme = emitterWith('nativeTheme', {
    get themeSource() {
      return source;
    },
    set themeSource(value) {
      source = value;
      theme.emit('updated');
    },
    get shouldUseDarkColors() {
      return isDark();
    },
    get shouldUseDarkColorsForSystemIntegratedUI() {
      return world.dark;
    },
    shouldUseHighContrastColors: false,
    shouldUseInvertedColorScheme: false,
    inForcedColorsMode: false,
    prefersReducedTransparency: false,
    shouldDifferentiateWithoutColor: false,
  } satisfies Omit<E.NativeTheme, keyof NodeJS.EventEmitter>) as EventEmitter &
    Omit<E.NativeTheme, keyof NodeJS.EventEmitter>;
  world.changes.on('theme', () => theme.emit('updated'));
  return theme;
}

function createScreen(world: World) {
  /** The height of the preview's panel in CSS pixels; the same in `desktop.css`. */
  const panel = 36;
  function display() {
    if (!world.ready) throw new Error("The 'screen' module can't be used before the app 'ready' event");
    const { width, height } = world.screenSize;
    const workArea = { x: 0, y: panel, width, height: height - panel };
    const facts = {
      id: 1,
      label: 'Preview',
      scaleFactor: 1,
      rotation: 0 as const,
      internal: true,
      bounds: { x: 0, y: 0, width, height },
    };
    return {
      ...facts,
      workArea,
      size: { width, height },
      workAreaSize: { width, height: height - panel },
    } as E.Display;
  }
  return emitterWith('screen', {
    getPrimaryDisplay: display,
    getAllDisplays: () => [display()],
    getDisplayNearestPoint: display,
    getDisplayMatching: display,
    getCursorScreenPoint: () =>
      world.platform === 'linux' ? { x: 0, y: 0 } : { x: world.screenSize.width - 148, y: panel / 2 },
  } satisfies Partial<E.Screen>);
}

export interface Clipboards {
  clipboard: Pick<E.Clipboard, 'readText' | 'writeText' | 'clear'>;
  text(): string;
}

export function createClipboards(world: World): Clipboards {
  let text = '';
  const put = (given: unknown): void => {
    if (typeof given !== 'string')
      throw new TypeError(`Error processing argument at index 0, conversion failure from ${String(given)}`);
    text = given;
    world.changed();
  };
  return {
    text: () => text,
    clipboard: complete('clipboard', {
      readText: async () => text,
      writeText: async (given) => put(given),
      clear: () => put(''),
    } satisfies Clipboards['clipboard']),
  };
}

export interface Shells {
  shell: Pick<E.Shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'beep'>;
  opened: string[];
}

export function createShells(world: World): Shells {
  const opened: string[] = [];
  const open = (what: string) => {
    opened.push(what);
    world.changed();
  };
  return {
    opened,
    shell: complete('shell', {
      openExternal: async (url) => open(new URL(url).href),
      openPath: async (path) => {
        open(path);
        return '';
      },
      showItemInFolder: (path) => open(path),
      beep: () => undefined,
    } satisfies Shells['shell']),
  };
}

function createSystemPreferences() {
  return complete('systemPreferences', {
    getAnimationSettings: () => ({
      shouldRenderRichAnimation: true,
      scrollAnimationsEnabledBySystem: true,
      prefersReducedMotion: false,
    }),
  } satisfies Pick<E.SystemPreferences, 'getAnimationSettings'>);
}

/** The modules that need nothing but the world. */
export function createSmallModules(world: World) {
  return {
    nativeTheme: createNativeTheme(world),
    powerMonitor: createPowerMonitor(world),
    screen: createScreen(world),
    systemPreferences: createSystemPreferences(),
    safeStorage: complete('safeStorage', {}),
  };
}
