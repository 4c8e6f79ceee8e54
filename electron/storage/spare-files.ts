import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A file's bytes; 'missing'; or 'unreadable' (no permission, a folder in its place, a failing disk). */
export function readBytes(file: string): Uint8Array | 'missing' | 'unreadable' {
  try {
    return readFileSync(file);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return error.code === 'ENOENT' ? 'missing' : 'unreadable';
  }
}

/** True for what the operating system refuses, as opposed to our own mistakes. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

/**
 * Keeps a damaged file as `<name>.set-aside-<time>.json` beside the original, readable by the user only; moves it where
 * it cannot be copied (a full disk, no right to read). Answers the new path, or null when neither is possible.
 */
export function setAside(file: string, now: Date): string | null {
  const stem = `${file.replace(/\.json$/, '')}.set-aside-${now.toISOString().replaceAll(/[:.]/g, '-')}`;
  for (let count = 1; count <= 100; count += 1) {
    const copy = count === 1 ? `${stem}.json` : `${stem}-${count}.json`;
    if (readBytes(copy) !== 'missing') continue;
    return attempt(() => copyTo(file, copy)) || attempt(() => renameSync(file, copy)) ? copy : null;
  }
  return null;
}

function copyTo(file: string, copy: string): void {
  const bytes = readFileSync(file);
  try {
    writeFileSync(copy, bytes, { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    rmSync(copy, { force: true });
    throw error;
  }
}

/** Makes `file` hold these bytes, whole or not at all, if it does not already; answers whether it does now. */
export function putBytes(file: string, bytes: Uint8Array): boolean {
  const present = readBytes(file);
  if (typeof present === 'object' && Buffer.compare(present, bytes) === 0) return true;
  const temporary = `${file}.tmp`;
  const put = attempt(() => {
    writeFileSync(temporary, bytes, { mode: 0o600, flush: true });
    renameSync(temporary, file);
  });
  if (!put) attempt(() => rmSync(temporary, { force: true }));
  return put;
}

/**
 * Removes what a killed process left of `file` half written. Only what is older than a minute, as another process may be
 * writing. The names are those of https://github.com/fabiospampinato/atomically, which electron-store writes with.
 */
export function removeHalfWritten(file: string, now: Date): void {
  const prefix = `${basename(file)}.tmp-`;
  attempt(() => {
    for (const name of readdirSync(dirname(file))) {
      const path = join(dirname(file), name);
      if (name.startsWith(prefix) && now.getTime() - statSync(path).mtimeMs > 60_000) rmSync(path, { force: true });
    }
  });
}

function attempt(act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return false;
  }
}
