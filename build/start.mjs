import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installIfNeeded } from './install-if-needed.mjs';
import { bin, root, runCommand } from './run-command.mjs';

// `npm start`: installs what is missing, builds, and runs the app in Electron, or where that can't be, in the preview.
// Plain JavaScript: it runs with whatever Node is there.

/** A closed network may neither answer nor refuse. */
const DOWNLOAD_SECONDS = 90;
const windows = process.platform === 'win32';

/** @param {string} name */
function commandPath(name) {
  return join(bin, windows ? `${name}.cmd` : name);
}

/** Where Electron's binary is, or null. The package writes its name there once it has been downloaded. */
function electronBinary() {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(root, 'node_modules/electron/dist');
  /** @type {Partial<Record<NodeJS.Platform, string>>} */
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
  const path = join(dist, names[process.platform] ?? 'electron');
  return existsSync(path) ? path : null;
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Why Electron can't run here, in words, or null. The cheap reasons first: the download is the last resort.
 * @param {boolean} wantsPreview
 */
async function whyNotElectron(wantsPreview) {
  if (wantsPreview) return 'The preview was asked for';
  if (!hasDisplay()) return 'There is no display here';
  // Chromium refuses to run as root with its sandbox, and without it any page could do anything.
  if (process.platform === 'linux' && process.getuid?.() === 0) return 'Electron does not run as root';
  if (electronBinary() !== null) return null;
  console.log('Fetching Electron; only the first time.');
  await runCommand(['node', 'node_modules/electron/install.js'], { timeoutSeconds: DOWNLOAD_SECONDS });
  return electronBinary() === null ? 'Electron’s binary is not here and could not be downloaded' : null;
}

async function build() {
  const built = await runCommand([
    'electron-vite',
    'build',
    '--config',
    'build/electron.vite.config.ts',
    '--logLevel',
    'warn',
  ]);
  if (built.code === 0) return;
  process.stderr.write(built.output);
  throw new Error('The build failed.');
}

/** @param {string} url */
function openInBrowser(url) {
  /** @type {Partial<Record<NodeJS.Platform, [string, ...string[]]>>} */
  const openers = { darwin: ['open', url], win32: ['cmd', '/c', 'start', '', url] };
  const [name, ...args] = openers[process.platform] ?? ['xdg-open', url];
  const opener = spawn(name, args, { stdio: 'ignore', detached: true });
  // No browser to open is no failure: the address has been printed.
  opener.on('error', () => {});
  opener.unref();
}

/** @param {import('node:child_process').ChildProcess} child */
function endWith(child) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}

/** @param {string[]} args */
function startElectron(args) {
  endWith(spawn(electronBinary() ?? 'electron', [root, ...args], { stdio: 'inherit', cwd: root }));
}

/** @param {string[]} args */
function startPreview(args) {
  const command = ['--disable-warning=ExperimentalWarning', join(root, 'build/preview/run.ts'), '--', ...args];
  const child = spawn(commandPath('node'), command, {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: root,
    shell: windows,
  });
  let opened = false;
  child.stdout.setEncoding('utf8').on('data', (text) => {
    process.stdout.write(text);
    const url = /^Preview: (http:\S+)$/m.exec(text)?.[1];
    if (url === undefined || opened) return;
    opened = true;
    if (hasDisplay() && !process.env.CI) openInBrowser(url);
  });
  endWith(child);
}

try {
  const given = process.argv.slice(2);
  const appArgs = given.filter((arg) => arg !== '--preview');
  await installIfNeeded();
  const reason = await whyNotElectron(appArgs.length < given.length);
  await build();
  if (reason === null) startElectron(appArgs);
  else {
    console.log(`${reason}, so here is the app in a browser preview. Open this address; it works once.`);
    startPreview(appArgs);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
