import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findOnPath } from './find-on-path.mjs';

// Plain JavaScript: runs with whatever Node is there.

/**
 * @typedef {object} SystemPackage
 * @property {string} name of the Debian package
 * @property {string} [command] whose presence shows that it is there
 * @property {string} [instead] a package, and its command, that does where this one can't be had
 * @property {string[]} needs stages that can't run without it
 * @property {string[]} [helps] stages of which only single tests leave themselves out without it
 */

/** What the stages use from the system. @type {SystemPackage[]} */
const SYSTEM_PACKAGES = [
  // Chromium without windows, as Playwright itself has it for tests: a fifth less time than with the whole of Chromium.
  // https://playwright.dev/docs/browsers#chromium-headless-shell
  {
    name: 'chromium-headless-shell',
    command: 'chromium-headless-shell',
    instead: 'chromium',
    needs: ['vitest', 'end to end'],
  },
  // The bench draws as Electron does, with all of Chromium.
  { name: 'chromium', command: 'chromium', needs: ['bench'] },
  {
    name: 'dbus',
    command: 'dbus-run-session',
    needs: ['keychain', 'built app', 'end to end', 'end to end on Electron'],
  },
  {
    name: 'gnome-keyring',
    command: 'gnome-keyring-daemon',
    needs: ['keychain', 'built app', 'end to end', 'end to end on Electron'],
  },
  { name: 'libsecret-tools', command: 'secret-tool', needs: ['keychain'] },
  { name: 'libsecret-1-0', needs: ['keychain', 'built app', 'end to end', 'end to end on Electron'] },
  { name: 'fonts-noto-color-emoji', needs: ['end to end', 'end to end on Electron', 'bench'] },
  { name: 'fonts-inter', needs: ['end to end', 'end to end on Electron', 'bench'] },
  { name: 'openssl', command: 'openssl', needs: ['vitest'] },
  { name: 'curl', command: 'curl', needs: ['vitest'] },
  { name: 'zsh', command: 'zsh', needs: [], helps: ['vitest'] },
  { name: 'fish', command: 'fish', needs: [], helps: ['vitest'] },
  { name: 'desktop-file-utils', command: 'desktop-file-validate', needs: [], helps: ['vitest'] },
];

/**
 * @typedef {object} MissingPackages
 * @property {string | null} command what a person can run to install what is missing
 * @property {Map<string, string>} stages names of stages that can't run, each with the reason
 */

/**
 * Installs the system packages that these stages miss where that is possible without asking: as root on a Debian-like
 * system.
 * @param {string[]} stages names of the stages that are to run
 * @returns {MissingPackages} what is still missing afterwards
 */
export function installSystemPackages(stages) {
  // Only Linux has to add anything: the others have a keychain and are tested on their own machines.
  if (process.platform !== 'linux') return describeMissing([]);
  const used = SYSTEM_PACKAGES.filter(({ needs, helps = [] }) =>
    [...needs, ...helps].some((stage) => stages.includes(stage)),
  );
  const wanted = used.filter((systemPackage) => !isThere(systemPackage));
  if (wanted.length > 0 && isDebianLike() && process.getuid?.() === 0) install(wanted);
  return describeMissing(used.filter((systemPackage) => !isThere(systemPackage) && !hasOther(systemPackage)));
}

/** @param {SystemPackage[]} packages */
function install(packages) {
  // Standard output is kept for what was asked for: `npm run bench -- --json`.
  console.error(`Installing system packages: ${packages.map(({ name }) => name).join(', ')}.`);
  aptGet(['update', '-qq']);
  const names = packages.map(({ name, instead }) => (instead === undefined || isKnown(name) ? name : instead));
  aptGet(['install', '-y', '-qq', '--no-install-recommends', ...new Set(names)]);
}

/** @param {string[]} args */
function aptGet(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stdout, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8' });
  if (status !== 0) console.error(`apt-get ${args.join(' ')} failed:\n${stdout}${stderr}`);
}

/**
 * Not every Debian-like system has all packages, and apt-get installs none when it does not know one.
 * @param {string} name
 */
function isKnown(name) {
  return spawnSync('apt-cache', ['show', name]).status === 0;
}

/** @param {SystemPackage} systemPackage */
function isThere({ name, command }) {
  return command === undefined ? isInstalled(name) : isOnPath(command);
}

/** @param {SystemPackage} systemPackage */
function hasOther({ instead }) {
  return instead !== undefined && isOnPath(instead);
}

/**
 * @param {SystemPackage[]} packages
 * @returns {MissingPackages}
 */
function describeMissing(packages) {
  const names = packages.map(({ name }) => name);
  const command = names.length === 0 ? null : `sudo apt-get install --no-install-recommends ${names.join(' ')}`;
  /** @type {Map<string, string>} */
  const stages = new Map();
  for (const { name, needs } of packages) {
    for (const stage of needs) {
      stages.set(stage, stages.has(stage) ? `${stages.get(stage)}, ${name}` : `not on this machine: ${name}`);
    }
  }
  return { command, stages };
}

function isDebianLike() {
  return existsSync('/etc/debian_version') && isOnPath('apt-get');
}

/** @param {string} command */
const isOnPath = (command) => findOnPath(command) !== undefined;

/** @param {string} name */
function isInstalled(name) {
  // Without dpkg nothing can be said about a library or a font: take it as there, and let the tests tell.
  if (!isOnPath('dpkg-query')) return true;
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own notation
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' });
  return stdout.includes('install ok installed');
}
