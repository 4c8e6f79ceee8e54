import { mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { World } from './world.ts';

const UNDER_HOME: Record<string, string> = {
  desktop: 'Desktop',
  documents: 'Documents',
  downloads: 'Downloads',
  music: 'Music',
  pictures: 'Pictures',
  videos: 'Videos',
};

/** `app.getPath` and `app.setPath`. Everything private to the app lies under the world's `userDataDir`. */
export function createPaths(world: World): { get(name: string): string; set(name: string, path: string): void } {
  const changed = new Map<string, string>();

  function get(name: string): string {
    const own = changed.get(name);
    if (own !== undefined) return own;
    const underHome = UNDER_HOME[name];
    if (underHome !== undefined) return join(homedir(), underHome);
    switch (name) {
      case 'userData':
      case 'sessionData':
        mkdirSync(world.userDataDir, { recursive: true, mode: 0o700 });
        return world.userDataDir;
      case 'logs':
        return join(get('userData'), 'logs');
      case 'crashDumps':
        return join(get('userData'), 'Crashpad');
      case 'home':
        return homedir();
      case 'appData':
        return process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
      case 'temp':
        return tmpdir();
      case 'exe':
      case 'module':
        return process.execPath;
      default:
        throw new Error(`Failed to get '${name}' path`);
    }
  }

  return {
    get,
    set: (name, path) => {
      if (!isAbsolute(path)) throw new Error('Path must be absolute');
      get(name);
      changed.set(name, path);
    },
  };
}
