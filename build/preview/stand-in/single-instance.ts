import { randomUUID } from 'node:crypto';
import {
  type FSWatcher,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

export interface SecondInstance {
  argv: string[];
  workingDirectory: string;
  additionalData: unknown;
}

export interface SingleInstance {
  /** As Electron's, it answers at once: false when another process has the lock, which is then told. */
  request(additionalData: unknown): boolean;
  has(): boolean;
  release(): void;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * One lock per folder: a file with the holder's process id, and an inbox of files from later starts. Files and not a
 * socket, because `requestSingleInstanceLock` answers synchronously.
 */
export function createSingleInstance(folder: () => string, onSecond: (second: SecondInstance) => void): SingleInstance {
  let watcher: FSWatcher | null = null;
  const lockFile = () => join(folder(), 'SingletonLock');
  const inbox = () => join(folder(), 'SingletonInbox');

  function takeLock(): boolean {
    try {
      writeFileSync(lockFile(), String(process.pid), { flag: 'wx', mode: 0o600 });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = Number(readFileSync(lockFile(), 'utf8'));
    if (holder === process.pid) return true;
    if (holder > 0 && isRunning(holder)) return false;
    unlinkSync(lockFile());
    return takeLock();
  }

  function readInbox(): void {
    for (const name of readdirSync(inbox()).filter((entry) => entry.endsWith('.json'))) {
      const file = join(inbox(), name);
      const second = JSON.parse(readFileSync(file, 'utf8')) as SecondInstance;
      unlinkSync(file);
      onSecond(second);
    }
  }

  function tellHolder(additionalData: unknown): void {
    const second: SecondInstance = { argv: process.argv, workingDirectory: process.cwd(), additionalData };
    const file = join(inbox(), randomUUID());
    writeFileSync(file, JSON.stringify(second), { mode: 0o600 });
    renameSync(file, `${file}.json`);
  }

  return {
    request: (additionalData) => {
      if (watcher !== null) return true;
      mkdirSync(folder(), { recursive: true, mode: 0o700 });
      mkdirSync(inbox(), { recursive: true, mode: 0o700 });
      if (!takeLock()) {
        tellHolder(additionalData ?? null);
        return false;
      }
      rmSync(inbox(), { recursive: true });
      mkdirSync(inbox(), { mode: 0o700 });
      watcher = watch(inbox(), { persistent: false }, readInbox);
      return true;
    },
    has: () => watcher !== null,
    release: () => {
      if (watcher === null) return;
      watcher.close();
      watcher = null;
      rmSync(lockFile(), { force: true });
    },
  };
}
