import { open } from 'node:fs/promises';

const MOST_BYTES = 64 * 1024;

/** The last lines of a log; none where it can't be read. */
export async function readLogEnd(path: string, count: number): Promise<string[]> {
  try {
    await using file = await open(path, 'r');
    const { size } = await file.stat();
    const start = Math.max(0, size - MOST_BYTES);
    const buffer = Buffer.alloc(size - start);
    await file.read(buffer, 0, buffer.length, start);
    const lines = buffer.toString('utf8').split('\n');
    // The first one may have been cut in the middle.
    return lines
      .slice(start > 0 ? 1 : 0)
      .filter((line) => line.trim() !== '')
      .slice(-count);
  } catch {
    return [];
  }
}
