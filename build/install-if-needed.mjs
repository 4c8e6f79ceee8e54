import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

// Plain JavaScript without imports from packages: it runs before anything is installed, with whatever Node is there.

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Runs `npm ci` when the installed packages are missing or differ from package-lock.json, and does nothing otherwise.
 * Compares versions, not file times: a checkout touches the lock file without changing it.
 * @param {string} [directory] where package-lock.json lies
 * @returns {Promise<boolean>} true when it installed something
 * @throws {Error} when npm ends with an error
 */
export async function installIfNeeded(directory = root) {
  const reason = await whyToInstall(directory);
  if (reason === null) return false;
  // Standard output is kept for what was asked for: `npm run bench -- --json`.
  console.error(`Installing packages (${reason}); this takes about a minute the first time.`);
  await npmCi(directory);
  return true;
}

/**
 * @param {string} directory
 * @returns {Promise<string | null>} the reason in words, or null when all is there
 */
export async function whyToInstall(directory) {
  const wanted = await readLock(join(directory, 'package-lock.json'));
  if (wanted === null) throw new Error(`There is no readable package-lock.json in ${directory}.`);
  // npm writes this copy of the lock into node_modules after each installation.
  const installed = await readLock(join(directory, 'node_modules', '.package-lock.json'));
  if (installed === null) return 'none are there yet';
  for (const [path, entry] of Object.entries(wanted)) {
    const mayBeMissing = path === '' || entry.optional === true || entry.devOptional === true || entry.peer === true;
    const found = installed[path];
    if (found === undefined && !mayBeMissing) return `${path} is missing`;
    if (found !== undefined && found.version !== entry.version) return `${path} is not ${entry.version}`;
  }
  return null;
}

/**
 * @param {string} file
 * @returns {Promise<Record<string, {version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean}> | null>}
 */
async function readLock(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/**
 * @param {string} directory
 * @returns {Promise<void>}
 */
function npmCi(directory) {
  const options = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  // Inside an npm script this is the path of npm's own JavaScript; it spares the search for npm.cmd on Windows.
  const npm = process.env.npm_execpath;
  const withNode = npm?.endsWith('.js') === true;
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = ['inherit', process.stderr, 'inherit'];
  const child = withNode
    ? spawn(process.execPath, [npm, ...options], { cwd: directory, stdio })
    : spawn('npm', options, { cwd: directory, stdio, shell: process.platform === 'win32' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`npm ci ended with ${signal ?? `exit code ${code}`}.`));
    });
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await installIfNeeded();
