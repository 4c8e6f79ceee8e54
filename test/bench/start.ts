import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Bench, inTurn } from './measurement.ts';

const RUNS = 15;
const built = fileURLToPath(new URL('../../out/main/main.js', import.meta.url));
const starter = fileURLToPath(new URL('./start-until-tray.ts', import.meta.url));

const EMPTY_MAIN = `import { app, nativeImage, Tray } from 'electron/main';
app.whenReady().then(() => new Tray(nativeImage.createEmpty()));`;

/** The app's way from the start of its process to its tray, against a main that has a tray and nothing else. */
export const start: Bench = { name: 'start', measure };

async function measure() {
  const folder = await mkdtemp(join(tmpdir(), 'whereabouts-bench-'));
  try {
    const empty = join(folder, 'main.mjs');
    await writeFile(empty, EMPTY_MAIN);
    await untilTray(built, folder);
    const [own, bare] = await inTurn(
      RUNS,
      () => untilTray(built, folder),
      () => untilTray(empty, folder),
    );
    const detail = `${own.toFixed(0)} ms to ${bare.toFixed(0)} ms`;
    return [{ name: 'start to tray', unit: 'ratio' as const, bound: 2, value: own / bare, detail }];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @throws {Error} when no tray comes within 20 seconds */
async function untilTray(main: string, folder: string): Promise<number> {
  const env = { ...process.env, PREVIEW_USER_DATA: join(folder, 'settings'), HOME: folder, XDG_CONFIG_HOME: folder };
  const { stdout } = await promisify(execFile)(process.execPath, [starter, main], { env, timeout: 20_000 });
  const milliseconds = Number(stdout.trim().split('\n').at(-1));
  if (Number.isNaN(milliseconds) || stdout === '') throw new Error(`No time came from ${main}: ${stdout}`);
  return milliseconds;
}
