import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createAppMenuEntry } from '../../electron/desktop/app-menu-entry.ts';
import { createAutostartFile } from '../../electron/desktop/autostart-file.ts';
import { readDesktopEntry } from '../../electron/desktop/desktop-entry.ts';
import { launchCommand } from '../../electron/desktop/launch-command.ts';
import { launcherChoices } from '../../electron/desktop/launcher-choices.ts';
import { userFolders } from '../../electron/desktop/system-folders.ts';
import { appState } from './app-state-samples.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'whereabouts-config-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const APP_IMAGE = '/home/ann/My Apps/Whereabouts "new" 100%.AppImage';

test('switched on and off: a file where desktops look, and none', () => {
  const config = folder();
  const file = createAutostartFile(config);
  expect(file.isOn()).toBe(false);
  expect(file.write([APP_IMAGE, '--hidden'])).toBe(true);
  expect(file.isOn()).toBe(true);
  expect(file.path).toBe(join(config, 'autostart', 'app.whereabouts.Whereabouts.desktop'));
  expect(readDesktopEntry(readFileSync(file.path, 'utf8'))).toMatchObject({
    Exec: '"/home/ann/My Apps/Whereabouts \\"new\\" 100%%.AppImage" --hidden',
    TryExec: APP_IMAGE,
    'X-GNOME-Autostart-enabled': 'true',
  });
  expect(file.remove()).toBe(true);
  expect(file.isOn()).toBe(false);
});

test.each([
  ['by the desktop’s own tool', 'Hidden=true'],
  ['by GNOME’s', 'X-GNOME-Autostart-enabled=false'],
])('an entry switched off %s reads as off', (_who, line) => {
  const file = createAutostartFile(folder());
  file.write(['/usr/bin/whereabouts', '--hidden']);
  const text = readFileSync(file.path, 'utf8').replace('X-GNOME-Autostart-enabled=true\n', '');
  writeFileSync(file.path, `${text}${line}\n`);
  expect(file.isOn()).toBe(false);
  file.write(['/usr/bin/whereabouts', '--hidden']);
  expect(file.isOn()).toBe(true);
});

test('a disk that refuses is said', () => {
  const config = folder();
  writeFileSync(join(config, 'autostart'), 'in the way');
  expect(createAutostartFile(config).write(['/usr/bin/whereabouts'])).toBe(false);
});

test('an AppImage starts by its own file, a source by its folder', () => {
  const execPath = '/tmp/.mount_where/whereabouts';
  const facts = { execPath, execArgv: [], sourceFolder: null };
  expect(launchCommand({ ...facts, environment: { APPIMAGE: APP_IMAGE } })).toEqual([APP_IMAGE]);
  expect(launchCommand({ ...facts, environment: {} })).toEqual([execPath]);
  expect(launchCommand({ ...facts, sourceFolder: '/src/app', environment: {} })).toEqual([execPath, '/src/app']);
});

test('the folders are those that the user has named, when they are absolute', () => {
  expect(userFolders('/home/ann', {})).toEqual({ config: '/home/ann/.config', data: '/home/ann/.local/share' });
  const named = { XDG_CONFIG_HOME: '/etc/ann', XDG_DATA_HOME: 'relative' };
  expect(userFolders('/home/ann', named)).toEqual({ config: '/etc/ann', data: '/home/ann/.local/share' });
});

test('the entry of the app menu is written and taken away, and another’s is left alone', () => {
  const entry = createAppMenuEntry(folder(), [APP_IMAGE]);
  const choices = launcherChoices(appState());
  entry.follow(choices);
  expect(readFileSync(entry.path, 'utf8')).toContain('[Desktop Action clear]');
  entry.follow(null);
  expect(() => readFileSync(entry.path)).toThrow('ENOENT');

  mkdirSync(dirname(entry.path), { recursive: true });
  writeFileSync(entry.path, '[Desktop Entry]\nName=My own\n');
  entry.follow(choices);
  entry.follow(null);
  expect(readFileSync(entry.path, 'utf8')).toContain('My own');
});
