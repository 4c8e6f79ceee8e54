import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { installSystemPackages } from '../../build/system-packages.mjs';

// The packages of a system are told by what is on PATH: here a folder of our own, with an apt-get that writes down what it is asked.

let folder: string;

beforeEach((context) => {
  if (!existsSync('/etc/debian_version')) context.skip('installing is for Debian-like systems');
  folder = mkdtempSync(join(tmpdir(), 'whereabouts-packages-'));
  vi.stubEnv('PATH', folder);
  vi.spyOn(console, 'error').mockReturnValue();
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

function addCommand(name: string, script = '') {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
}

/** An apt-get that has these packages, each with a command of its own name, and gives up where it is asked for another. */
function addAptGet(known: string[]) {
  const isKnown = `case " ${known.join(' ')} " in *" $name "*) ;; *) exit 100 ;; esac`;
  addCommand('apt-cache', `name=$2; ${isKnown}`);
  const names = 'for name; do case $name in install|-*) ;; *)';
  addCommand(
    'apt-get',
    `echo "$*" >> ${folder}/asked; [ "$1" = update ] && exit 0
     ${names} ${isKnown} ;; esac; done
     ${names} echo > ${folder}/$name ;; esac; done`,
  );
}

function asked(): string[] {
  const file = join(folder, 'asked');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}

const INSTALL = 'install -y -qq --no-install-recommends';

test('root gets what its stages use, and nothing for others', () => {
  vi.spyOn(process, 'getuid').mockReturnValue(0);
  addAptGet(['chromium', 'chromium-headless-shell', 'curl', 'openssl']);
  for (const command of ['openssl', 'zsh', 'fish', 'desktop-file-validate']) addCommand(command);
  expect(installSystemPackages(['vitest'])).toEqual({ command: null, stages: new Map() });
  expect(installSystemPackages(['bench'])).toEqual({ command: null, stages: new Map() });
  expect(installSystemPackages(['vitest', 'bench'])).toEqual({ command: null, stages: new Map() });
  expect(asked()).toEqual([
    'update -qq',
    `${INSTALL} chromium-headless-shell curl`,
    'update -qq',
    `${INSTALL} chromium`,
  ]);
});

test('a system without Chromium’s shell gets all of Chromium for the specs', () => {
  vi.spyOn(process, 'getuid').mockReturnValue(0);
  addAptGet(['chromium', 'dbus', 'gnome-keyring']);
  const { stages } = installSystemPackages(['end to end']);
  expect(asked()).toEqual(['update -qq', expect.stringContaining('chromium dbus')]);
  expect(stages.get('end to end')).not.toContain('chromium');
});

test('others are told the command, and which stages wait for it', () => {
  vi.spyOn(process, 'getuid').mockReturnValue(1000);
  addAptGet(['curl']);
  addCommand('openssl');
  addCommand('chromium');
  const { command, stages } = installSystemPackages(['vitest', 'keychain']);
  expect(asked()).toEqual([]);
  expect(command).toBe(
    'sudo apt-get install --no-install-recommends dbus gnome-keyring libsecret-tools curl zsh fish desktop-file-utils',
  );
  expect([...stages]).toEqual([
    ['keychain', 'not on this machine: dbus, gnome-keyring, libsecret-tools'],
    ['built app', 'not on this machine: dbus, gnome-keyring'],
    ['end to end', 'not on this machine: dbus, gnome-keyring'],
    ['end to end on Electron', 'not on this machine: dbus, gnome-keyring'],
    ['vitest', 'not on this machine: curl'],
  ]);
});

test('where Chromium is, nobody has to install its shell', () => {
  vi.spyOn(process, 'getuid').mockReturnValue(1000);
  for (const command of ['chromium', 'dbus-run-session', 'gnome-keyring-daemon']) addCommand(command);
  expect(installSystemPackages(['end to end'])).toEqual({ command: null, stages: new Map() });
});
