import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

// Where Electron keeps its fuses: this text, a version, a length, and one character for each fuse.
// https://www.electronjs.org/docs/latest/tutorial/fuses#how-do-fuses-work
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** As Electron comes: Node mode, NODE_OPTIONS, inspecting, file privileges and wasm traps on, the others off. */
const DEFAULT_FUSES = '101100011';

const LOCALES = ['en-US', 'ar', 'de', 'he', 'ko', 'pt-BR', 'ru', 'uk', 'zh-CN', 'zh-TW', 'sv', 'th', 'vi'];

/**
 * Makes a folder that looks like an unpacked Electron for Linux and can't run. It lets packaging be tried where
 * Electron's own download can't be had.
 */
export async function makeDummyElectron(folder: string, version: string): Promise<void> {
  await mkdir(join(folder, 'locales'), { recursive: true });
  await mkdir(join(folder, 'resources'), { recursive: true });
  const wire = Buffer.concat([
    Buffer.from(SENTINEL),
    Buffer.from([1, DEFAULT_FUSES.length]),
    Buffer.from(DEFAULT_FUSES),
  ]);
  const binary = Buffer.concat([Buffer.from('\x7fELF'), Buffer.alloc(4096), wire, Buffer.alloc(4096)]);
  await writeFile(join(folder, 'electron'), binary);
  await chmod(join(folder, 'electron'), 0o755);
  await writeFile(join(folder, 'version'), version);
  await writeFile(join(folder, 'LICENSE'), 'The licence of Electron stands here.');
  await writeFile(join(folder, 'LICENSES.chromium.html'), '<p>The licences of Chromium stand here.</p>');
  for (const locale of LOCALES) await writeFile(join(folder, 'locales', `${locale}.pak`), locale);
}
