import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import config from '../../build/electron-builder.config.mjs';
import { DESKTOP_ENTRY_ID, printAppMenuEntry } from '../../electron/desktop/app-menu-entry.ts';
import { printAutostart } from '../../electron/desktop/autostart-file.ts';
import { execLine, printDesktopEntry, readDesktopEntry } from '../../electron/desktop/desktop-entry.ts';
import { launcherChoices } from '../../electron/desktop/launcher-choices.ts';
import about from '../../package.json' with { type: 'json' };
import { account, appState, preset } from './app-state-samples.ts';

/** Takes an Exec line apart by the rules of the specification, written down apart from how it is put together. */
function argumentsOf(line: string): string[] {
  const words: string[] = [];
  let rest = line;
  while (rest !== '') {
    const quoted = /^"((?:[^"\\`$]|\\["`$\\])*)"(?: |$)/.exec(rest);
    const plain = /^([^\s"'\\><~|&;$*?#()`]+)(?: |$)/.exec(rest);
    const found = quoted ?? plain;
    if (found === null) throw new Error(`Against the rules: ${rest}`);
    const word = quoted ? (found[1] ?? '').replace(/\\(["`$\\])/g, '$1') : (found[1] ?? '');
    if (/%(?!%)/.test(word.replaceAll('%%', ''))) throw new Error(`A field code: ${word}`);
    words.push(word.replaceAll('%%', '%'));
    rest = rest.slice(found[0].length);
  }
  return words;
}

const ODD = [
  '/opt/Whereabouts/whereabouts',
  '/home/ann/My Apps/Whereabouts.AppImage',
  '/home/ann/"quoted"/it\'s',
  '/home/größe/アプリ 🍔',
  'C:\\back\\slash\\',
  '/tmp/100%/%U',
  '/tmp/$HOME/`id`/$(id)',
  '/tmp/two\nlines\tand a tab',
  '/tmp/a;b&c|d<e>f*g?h#i(j)~',
  '',
];

test.each(ODD)('%j comes through as one argument', (odd) => {
  const text = printDesktopEntry({ keys: { Name: 'x', Exec: execLine(['app', odd, 'last']) } });
  expect(text.split('\n').filter((line) => line.startsWith('Exec='))).toHaveLength(1);
  expect(argumentsOf(readDesktopEntry(text).Exec ?? '')).toEqual(['app', odd, 'last']);
});

test('a program whose path has an equals sign is named to a shell, as an Exec line must not begin with one', () => {
  const [first, ...others] = argumentsOf(execLine(['/opt/a=b/app', 'preset', 'Lunch']));
  expect(first).not.toContain('=');
  const echo = spawnSync(first ?? '', ['-c', ...others.slice(1).map((word) => word.replace('/opt/a=b/app', 'echo'))]);
  expect(echo.stdout.toString()).toBe('preset Lunch\n');
});

test.each(['Ann\\Bob', ' space first', 'two\nlines', 'tab\there', '🍔 Lunch; 100 %'])('the name %j is kept', (name) => {
  expect(readDesktopEntry(printDesktopEntry({ keys: { Name: name, Exec: 'app' } })).Name).toBe(name);
});

const LAUNCH = ['/home/ann/My "Apps"/Whereabouts.AppImage'];
const CHOICES = launcherChoices(
  appState({
    accounts: [account('acme')],
    presets: [preset('1', '100 % "focus"'), preset('2', '-away'), preset('3', 'größe\n\\🍔')],
  }),
);

test('the entry of the app menu has an action for each of the first presets, Clear and Open', () => {
  const text = printAppMenuEntry(LAUNCH, CHOICES);
  expect(readDesktopEntry(text)).toMatchObject({
    Type: 'Application',
    Actions: 'preset-1;preset-2;preset-3;clear;open;',
    MimeType: 'x-scheme-handler/whereabouts;',
    TryExec: LAUNCH[0],
  });
  const exec = (id: string) => {
    const group = text.slice(text.indexOf(`[Desktop Action ${id}]`)).replace(/^\[.*\]\n/, '[Desktop Entry]\n');
    return argumentsOf(readDesktopEntry(group).Exec ?? '');
  };
  expect(exec('preset-1')).toEqual([...LAUNCH, 'preset', '100 % "focus"']);
  expect(exec('preset-2')).toEqual([...LAUNCH, 'preset', '--', '-away']);
  expect(exec('preset-3')).toEqual([...LAUNCH, 'preset', 'größe \\🍔']);
  expect(exec('clear')).toEqual([...LAUNCH, 'clear']);
  expect(exec('open')).toEqual(LAUNCH);
});

test('the packages’ own entry has Open and Clear, and the name that the app looks for', () => {
  const { entry, desktopActions } = config.linux?.desktop ?? {};
  expect(entry).toMatchObject({ Actions: 'open;clear;', 'Comment[de]': expect.any(String) });
  expect(Object.keys(desktopActions ?? {})).toEqual(['open', 'clear']);
  for (const action of Object.values(desktopActions ?? {})) {
    expect(argumentsOf((action as { Exec: string }).Exec)[0]).toBe('whereabouts');
  }
  expect(DESKTOP_ENTRY_ID).toBe(`${config.appId}.desktop`);
  expect(DESKTOP_ENTRY_ID).toBe(about.desktopName);
});

const validator = 'desktop-file-validate';
const isThere = spawnSync(validator, ['--version']).error === undefined;

test.skipIf(!isThere)('freedesktop.org’s own check finds nothing wrong (not run where it is not installed)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-entry-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const entries = { menu: printAppMenuEntry(LAUNCH, CHOICES), autostart: printAutostart([...LAUNCH, '--hidden']) };
  for (const [name, text] of Object.entries(entries)) {
    const file = join(folder, `${name}.desktop`);
    writeFileSync(file, text);
    const { status, stdout } = spawnSync(validator, [file], { encoding: 'utf8' });
    expect(stdout).toBe('');
    expect(status).toBe(0);
  }
});
