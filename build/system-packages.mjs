import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// Plain JavaScript: runs with whatever Node is there.

/**
 * What the tests use from the system, the command that shows it is there, and the stages that can't run without it:
 * none where only single tests leave themselves out.
 * @type {{name: string, command?: string, needs: string[]}[]}
 */
export const SYSTEM_PACKAGES = [
  { name: 'chromium', command: 'chromium', needs: ['end to end', 'bench'] },
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
  { name: 'libsecret-1-0', needs: ['keychain', 'built app', 'end to end', 'end to end on Electron'] },
  { name: 'fonts-noto-color-emoji', needs: ['end to end', 'end to end on Electron'] },
  { name: 'fonts-inter', needs: ['end to end', 'end to end on Electron'] },
  { name: 'openssl', command: 'openssl', needs: ['vitest'] },
  { name: 'curl', command: 'curl', needs: ['vitest'] },
  { name: 'zsh', command: 'zsh', needs: [] },
  { name: 'fish', command: 'fish', needs: [] },
  { name: 'desktop-file-utils', command: 'desktop-file-validate', needs: [] },
];

/**
 * @typedef {object} MissingPackages
 * @property {string[]} missing names of Debian packages
 * @property {string | null} command what a person can run to install them
 * @property {Map<string, string>} stages names of stages that can't run, each with the reason
 */

/**
 * Installs the missing system packages where that is possible without asking: as root on a Debian-like system.
 * @returns {MissingPackages} what is still missing afterwards
 */
export function installSystemPackages() {
  // Only Linux has to add anything: the others have a keychain and are tested on their own machines.
  if (process.platform !== 'linux') return describeMissing([]);
  const missing = findMissing();
  if (missing.length === 0 || !isDebianLike() || process.getuid?.() !== 0) return describeMissing(missing);
  console.log(`Installing system packages: ${missing.join(', ')}.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...missing],
  ]) {
    const { status, stdout, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8' });
    if (status !== 0) console.log(`apt-get ${args.join(' ')} failed:\n${stdout}${stderr}`);
  }
  return describeMissing(findMissing());
}

/** @returns {string[]} */
function findMissing() {
  return SYSTEM_PACKAGES.filter(({ name, command }) =>
    command === undefined ? !isInstalled(name) : !isOnPath(command),
  ).map(({ name }) => name);
}

/**
 * @param {string[]} missing
 * @returns {MissingPackages}
 */
export function describeMissing(missing) {
  const command = missing.length === 0 ? null : `sudo apt-get install --no-install-recommends ${missing.join(' ')}`;
  /** @type {Map<string, string>} */
  const stages = new Map();
  for (const { name, needs } of SYSTEM_PACKAGES) {
    if (!missing.includes(name)) continue;
    for (const stage of needs) {
      stages.set(stage, stages.has(stage) ? `${stages.get(stage)}, ${name}` : `not on this machine: ${name}`);
    }
  }
  return { missing, command, stages };
}

function isDebianLike() {
  return existsSync('/etc/debian_version') && isOnPath('apt-get');
}

/** @param {string} command */
function isOnPath(command) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, command)));
}

/** @param {string} name */
function isInstalled(name) {
  // Without dpkg nothing can be said about a library or a font: take it as there, and let the tests tell.
  if (!isOnPath('dpkg-query')) return true;
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own notation
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' });
  return stdout.includes('install ok installed');
}
