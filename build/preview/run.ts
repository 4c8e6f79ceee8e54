import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { computerClock } from './computer-clock.ts';
import { resolveElectronToStandIn } from './module-hooks.ts';
import { startPreviewServer } from './server.ts';

// Runs the built app under the stand-in and shows its desktop in a page. What follows `--` goes to the app, as with
// `node build/preview/run.ts -- status`.
// Environment: PREVIEW_MAIN, PREVIEW_PORT, PREVIEW_PLATFORM, PREVIEW_USER_DATA, PREVIEW_APP_PATH, and
// PREVIEW_CLOCK_AHEAD_MS: how much later than it is the app is to believe it to be.

const root = fileURLToPath(new URL('../..', import.meta.url));
const main = resolve(process.env.PREVIEW_MAIN ?? join(root, 'out/main/main.js'));
const uploads = mkdtempSync(join(tmpdir(), 'whereabouts-preview-'));
process.on('exit', () => rmSync(uploads, { recursive: true, force: true }));

resolveElectronToStandIn();
computerClock.pass(Number(process.env.PREVIEW_CLOCK_AHEAD_MS ?? 0));
const { standIn } = await import('./stand-in/electron-main.ts');
const { world } = standIn;
world.clock = computerClock;
Object.defineProperty(process, 'platform', { value: world.platform });
const separator = process.argv.indexOf('--');
const given = separator < 0 ? [] : process.argv.slice(separator + 1);
// A start by the app itself names its folder, as it would to Electron's binary.
process.argv = [process.execPath, main, ...([main, world.appPath].includes(given[0] ?? '') ? given.slice(1) : given)];
// So that the app can start itself the way Node programs do: the same binary, what it was started with, and arguments.
process.execArgv = [...process.execArgv, fileURLToPath(import.meta.url), '--'];
Object.defineProperty(process, 'defaultApp', { value: true });

let starting = false;
async function becomeReady(): Promise<void> {
  if (starting || world.quit) return;
  starting = true;
  const server = await startPreviewServer(standIn, { port: Number(process.env.PREVIEW_PORT ?? 0), uploads });
  world.exit = (code) => void server.close().then(() => process.exit(code));
  process.stdout.write(`Preview: ${server.url}\n`);
  standIn.becomeReady();
}

world.running = true;
world.changes.on('about-to-be-ready', () => void becomeReady());
let quitting = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // Stays on: a library of the app answers a signal by sending it once more, which would end the process at once.
  process.on(signal, () => {
    if (!quitting) standIn.electron.app.quit();
    quitting = true;
  });
}
await import(pathToFileURL(main).href);
await becomeReady();
