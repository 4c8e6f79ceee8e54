import type * as E from 'electron';
import { canonical, parseAccelerator } from './accelerator.ts';
import { complete } from './not-stood-in.ts';
import type { World } from './world.ts';

export interface Shortcuts {
  globalShortcut: Pick<
    E.GlobalShortcut,
    'register' | 'registerAll' | 'isRegistered' | 'unregister' | 'unregisterAll' | 'setSuspended' | 'isSuspended'
  >;
  /** The accelerators registered, as the app wrote them. */
  registered(): string[];
  suspended(): boolean;
  press(accelerator: string): boolean;
  /** Makes `register` answer false for an accelerator, as when another app holds it. */
  take(accelerator: string): void;
}

export function createShortcuts(world: World): Shortcuts {
  const held = new Map<string, { accelerator: string; callback: () => void }>();
  const taken = new Set<string>();
  let suspended = false;

  function nameOf(accelerator: unknown): string {
    if (!world.ready) throw new Error('globalShortcut cannot be used before the app is ready');
    const parsed = typeof accelerator === 'string' ? parseAccelerator(accelerator, world.platform) : null;
    if (parsed === null) {
      throw new TypeError(`Error processing argument at index 0, conversion failure from ${String(accelerator)}`);
    }
    return canonical(parsed);
  }

  function register(accelerator: string, callback: () => void): boolean {
    const name = nameOf(accelerator);
    if (typeof callback !== 'function') {
      throw new TypeError('Error processing argument at index 1, conversion failure from undefined');
    }
    if (held.has(name) || taken.has(name)) return false;
    held.set(name, { accelerator, callback });
    world.changed();
    return true;
  }

  return {
    globalShortcut: complete('globalShortcut', {
      register,
      registerAll: (accelerators, callback) => {
        for (const accelerator of accelerators) register(accelerator, callback);
      },
      isRegistered: (accelerator) => held.has(nameOf(accelerator)),
      unregister: (accelerator) => {
        held.delete(nameOf(accelerator));
        world.changed();
      },
      unregisterAll: () => {
        if (!world.ready) throw new Error('globalShortcut cannot be used before the app is ready');
        held.clear();
        world.changed();
      },
      setSuspended: (value) => {
        suspended = value;
        world.changed();
      },
      isSuspended: () => suspended,
    } satisfies Shortcuts['globalShortcut']),
    registered: () => [...held.values()].map((entry) => entry.accelerator),
    suspended: () => suspended,
    press: (accelerator) => {
      const entry = held.get(nameOf(accelerator));
      if (entry === undefined || suspended) return false;
      entry.callback();
      return true;
    },
    take: (accelerator) => {
      const parsed = parseAccelerator(accelerator, world.platform);
      if (parsed !== null) taken.add(canonical(parsed));
    },
  };
}
