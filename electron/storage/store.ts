import { accessSync, constants, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import ElectronStore from 'electron-store';
import { z } from 'zod';
import { fail, ok, type Result } from '../contract/result.ts';
import { isSystemError, putBytes, readBytes, removeHalfWritten, setAside } from './spare-files.ts';
import { type DocumentShape, printDocument, type ReadDocument, readDocument } from './stored-document.ts';

/** One settings file, held in memory. */
export interface Store<T extends object> {
  /** The present value, from memory. Not to be changed in place. */
  get(): Readonly<T>;
  /**
   * Takes a new value and writes it at once, whole or not at all. `not-saved` when the disk does not take it: the value
   * then counts until the app quits, and each later `set` writes all of it again. Throws when `next` does not fit the schema.
   */
  set(next: T): Result<null>;
}

/** A damaged file that was kept, as paths. */
export interface SetAside {
  file: string;
  copy: string;
}

export interface StoreOptions<T extends object> extends DocumentShape<T> {
  /** An absolute path; made when it is not there. */
  folder: string;
  /** The file's name without `.json`. */
  name: string;
  now?: () => Date;
}

/**
 * Reads `<name>.json` once. Never throws for what is in the file or what the disk refuses: what can be understood is
 * used, then `<name>.bak.json` (the last file that was whole at a start), then the defaults; and the damaged original
 * is kept before anything is written over it.
 */
export function openStore<T extends object>(options: StoreOptions<T>): { store: Store<T>; setAside: SetAside | null } {
  const file = join(options.folder, `${options.name}.json`);
  const backup = join(options.folder, `${options.name}.bak.json`);
  const now = options.now ?? (() => new Date());
  const write = createWriter(options, file);
  removeHalfWritten(file, now());

  const bytes = readBytes(file);
  const read = typeof bytes === 'object' ? readDocument(bytes, options) : null;
  const damaged = bytes !== 'missing' && !read?.intact;
  let value = (read ?? (damaged ? readBackup(backup, options) : null))?.value ?? structuredClone(options.defaults);
  const copy = damaged ? setAside(file, now()) : null;
  let originalAtRisk = damaged && copy === null;
  if (copy !== null) write(value);
  if (typeof bytes === 'object' && !damaged) putBytes(backup, bytes);

  const schema = z.object(options.schema);
  return {
    store: {
      get: () => value,
      set(next) {
        value = schema.parse(next) as T;
        if (originalAtRisk) originalAtRisk = existsSync(file) && setAside(file, now()) === null;
        return !originalAtRisk && write(value) ? ok(null) : fail({ code: 'not-saved' });
      },
    },
    setAside: copy === null ? null : { file, copy },
  };
}

function readBackup<T extends object>(backup: string, shape: DocumentShape<T>): ReadDocument<T> | null {
  const bytes = readBytes(backup);
  return typeof bytes === 'object' ? readDocument(bytes, shape) : null;
}

type Writer = (value: object) => boolean;
type WriterOptions = Pick<StoreOptions<object>, 'folder' | 'name' | 'version'>;
type Versioned = { version: number };

/** Answers a function that says whether the file now holds the value. */
function createWriter(options: WriterOptions, file: string): Writer {
  const { version } = options;
  let disk: ElectronStore<Versioned> | null = null;

  function replace(document: object): boolean {
    disk ??= openElectronStore(options);
    const versioned = { version, ...document };
    disk.store = versioned;
    return readFileSync(file, 'utf8') === printDocument(versioned);
  }

  return (value) => {
    try {
      // electron-store tries for a whole second, blocking, where it has no permission.
      if (existsSync(options.folder)) accessSync(options.folder, constants.W_OK);
      const before = readBytes(file);
      if (replace(value)) return true;
      // A disk that fills up in the middle takes a part and says nothing (write(2) may be short), so electron-store
      // has put a torn file in place: take it back.
      if (typeof before === 'object') putBytes(file, before);
      else rmSync(file, { force: true });
      return false;
    } catch (error) {
      if (!isSystemError(error)) throw error;
      return false;
    }
  };
}

function openElectronStore(options: WriterOptions): ElectronStore<Versioned> {
  const { folder, name, version } = options;
  return new ElectronStore<Versioned>({
    cwd: folder,
    name,
    configFileMode: 0o600,
    clearInvalidConfig: false,
    accessPropertiesByDotNotation: false,
    // What is in the file has been understood, and kept when damaged, before this reads it.
    deserialize: () => ({ version }),
    serialize: printDocument,
  });
}
