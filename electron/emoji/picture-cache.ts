import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface PictureCache {
  /** null where it is not kept. */
  read(id: string): Promise<Uint8Array | null>;
  /** Never fails: a picture that can't be kept is fetched again. */
  keep(id: string, bytes: Uint8Array): Promise<void>;
}

/** An id is used as a file's name, so nothing else may be one. */
const ID = /^[\w-]{16,64}$/;

/** Pictures as files in one folder, at most `maxBytes` of them: those that were not looked at for longest go first. */
export function createPictureCache({ folder, maxBytes }: { folder: string; maxBytes: number }): PictureCache {
  let total: Promise<number> | null = null;
  let last: Promise<void> = Promise.resolve();

  async function write(id: string, bytes: Uint8Array): Promise<void> {
    await mkdir(folder, { recursive: true });
    total ??= filesIn(folder).then((files) => files.reduce((sum, { size }) => sum + size, 0));
    const draft = join(folder, `${id}.part`);
    await writeFile(draft, bytes, { mode: 0o600 });
    await rename(draft, join(folder, id));
    const size = (await total) + bytes.length;
    total = Promise.resolve(size > maxBytes ? await makeRoom() : size);
  }

  /** Down to three quarters, so that it is not needed again for the very next picture. */
  async function makeRoom(): Promise<number> {
    const files = (await filesIn(folder)).toSorted((a, b) => a.usedAt - b.usedAt);
    let size = files.reduce((sum, file) => sum + file.size, 0);
    for (const file of files) {
      if (size <= maxBytes * 0.75) break;
      await rm(file.path, { force: true });
      size -= file.size;
    }
    return size;
  }

  return {
    async read(id) {
      if (!ID.test(id)) return null;
      const path = join(folder, id);
      const bytes = await readFile(path).catch(() => null);
      const now = new Date();
      if (bytes !== null) await utimes(path, now, now).catch(() => undefined);
      return bytes;
    },
    keep(id, bytes) {
      if (!ID.test(id)) return Promise.resolve();
      last = last.then(() => write(id, bytes)).catch(() => undefined);
      return last;
    },
  };
}

async function filesIn(folder: string): Promise<{ path: string; size: number; usedAt: number }[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.map(async (name) => {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    return found === null ? [] : [{ path, size: found.size, usedAt: found.mtimeMs }];
  });
  return (await Promise.all(files)).flat();
}
