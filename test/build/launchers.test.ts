import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import config from '../../build/electron-builder.config.mjs';

const launchers = fileURLToPath(new URL('../../build/launchers', import.meta.url));

test('the launcher for macOS finds its app through links, and hands over all words and the exit code', () => {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts launcher-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const contents = join(folder, 'Whereabouts.app', 'Contents');
  for (const name of ['MacOS', 'Resources/bin', '../../path']) mkdirSync(join(contents, name), { recursive: true });
  cpSync(join(launchers, 'whereabouts'), join(contents, 'Resources/bin/whereabouts'));
  writeFileSync(join(contents, 'MacOS/Whereabouts'), '#!/bin/sh\nprintf "%s\\n" "$@"\nexit 3\n');
  chmodSync(join(contents, 'MacOS/Whereabouts'), 0o755);
  const onPath = join(folder, 'path', 'whereabouts');
  symlinkSync('../Whereabouts.app/Contents/Resources/bin/whereabouts', `${onPath}-relative`);
  symlinkSync(`${onPath}-relative`, onPath);
  const words = ['set', 'Out for "lunch" $HOME', '--until', '13:00'];
  let failure: unknown;
  try {
    execFileSync(onPath, words);
  } catch (error) {
    failure = error;
  }
  const { status, stdout } = failure as { status: number; stdout: Buffer };
  expect([status, stdout.toString().trim().split('\n')]).toEqual([3, ['--', ...words]]);
});

test('the launcher for Windows has its line ends, and both are packed where the app looks for them', () => {
  const script = readFileSync(join(launchers, 'whereabouts.cmd'), 'utf8');
  expect(script.replaceAll('\r\n', '')).not.toContain('\n');
  expect(config.win?.extraResources).toEqual([{ from: 'build/launchers/whereabouts.cmd', to: 'bin/whereabouts.cmd' }]);
  expect(config.mac?.extraResources).toEqual([{ from: 'build/launchers/whereabouts', to: 'bin/whereabouts' }]);
});
