import { describe, expect, test } from 'vitest';
import { canonicalAccelerator, isNeededElsewhere, isUsableAccelerator } from '../../electron/desktop/accelerator.ts';

describe('usable accelerators', () => {
  test.each([
    'CommandOrControl+Shift+Y',
    'Alt+Space',
    'Super+1',
    'Ctrl+Plus',
    'Control+/',
    'F9',
    'Shift+F24',
    'Meta+num5',
  ])('%s', (accelerator) => expect(isUsableAccelerator(accelerator)).toBe(true));
});

describe('accelerators that would take a key away from typing or that Electron does not know', () => {
  test.each([
    ['', 'nothing'],
    ['Y', 'a letter alone'],
    ['Shift+Y', 'a capital letter'],
    ['AltGr+Q', 'a character of many keyboards'],
    ['Ctrl', 'a modifier alone'],
    ['Ctrl+Shift', 'modifiers alone'],
    ['Ctrl+', 'no key'],
    ['Ctrl+Y+Z', 'two keys'],
    ['Ctrl+Ctrl+Y', 'a modifier twice'],
    ['Hyper+Y', 'an unknown modifier'],
    ['Ctrl+Banana', 'an unknown key'],
    ['Ctrl+é', 'not in ASCII'],
    ['Ctrl+MediaPlayPause', 'a media key'],
    ['F25', 'a function key that does not exist'],
    ['Ctrl + Y', 'spaces'],
  ])('%j: %s', (accelerator) => expect(isUsableAccelerator(accelerator)).toBe(false));
});

test.each([
  ['CommandOrControl+Shift+Y', 'shift+Ctrl+y', 'linux', true],
  ['CommandOrControl+Y', 'Cmd+Y', 'darwin', true],
  ['CommandOrControl+Y', 'Ctrl+Y', 'darwin', false],
  ['Super+Return', 'Meta+Enter', 'win32', true],
  ['Alt+1', 'Alt+num1', 'linux', false],
] as const)('%s and %s on %s mean the same keys: %s', (one, other, platform, same) => {
  expect(canonicalAccelerator(one, platform) === canonicalAccelerator(other, platform)).toBe(same);
});

test.each([
  ['CommandOrControl+C', 'linux', true],
  ['Cmd+Q', 'darwin', true],
  ['Ctrl+C', 'darwin', false],
  ['Alt+F4', 'win32', true],
  ['CommandOrControl+Shift+C', 'linux', false],
] as const)('%s on %s is what every app needs: %s', (accelerator, platform, needed) => {
  expect(isNeededElsewhere(accelerator, platform)).toBe(needed);
});
