// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { type Heard, hearShortcut } from '../../renderer/settings/hear-shortcut.ts';

type Press = KeyboardEventInit & { altGraph?: boolean };

/** A real event, as the popup's page gets it. */
function press({ altGraph = false, ...keys }: Press): KeyboardEvent {
  const event = new KeyboardEvent('keydown', keys);
  Object.defineProperty(event, 'getModifierState', { value: (name: string) => name === 'AltGraph' && altGraph });
  return event;
}

const CTRL_ALT = { ctrlKey: true, altKey: true };

test.each<[string, Press, 'linux' | 'win32' | 'darwin', Heard]>([
  [
    'a dead key by its place',
    { key: 'Dead', code: 'BracketLeft', ctrlKey: true },
    'linux',
    { accelerator: 'CommandOrControl+[' },
  ],
  ['a dead letter on macOS', { key: 'Dead', code: 'KeyE', altKey: true }, 'darwin', { accelerator: 'Alt+E' }],
  ['a dead key alone', { key: 'Dead', code: 'Quote' }, 'linux', 'no-modifier'],
  ['a dead key without its place', { key: 'Dead', code: '' }, 'linux', 'more'],
  ['what an input method takes', { key: 'Process', code: '' }, 'win32', 'more'],
  [
    'a key under an input method',
    { key: 'Process', code: 'KeyK', ...CTRL_ALT },
    'win32',
    { accelerator: 'CommandOrControl+Alt+K' },
  ],
  ['a media key', { key: 'MediaPlayPause', code: 'MediaPlayPause', ctrlKey: true }, 'linux', 'not-usable'],
  ['a volume key', { key: 'AudioVolumeUp', code: 'AudioVolumeUp' }, 'darwin', 'not-usable'],
  ['a key of an older browser', { key: 'Unidentified', code: '' }, 'linux', 'more'],
  ['AltGr itself', { key: 'AltGraph', code: 'AltRight' }, 'linux', 'more'],
  ['AltGr and a key on Windows', { key: '@', code: 'KeyQ', ...CTRL_ALT, altGraph: true }, 'win32', 'types-characters'],
  ['AltGr and a key on Linux', { key: '@', code: 'KeyQ', altGraph: true }, 'linux', 'types-characters'],
  ['Option on macOS', { key: '@', code: 'KeyL', altKey: true, altGraph: true }, 'darwin', { accelerator: 'Alt+L' }],
  ['Caps Lock', { key: 'CapsLock', code: 'CapsLock' }, 'linux', 'more'],
  ['the number pad', { key: '5', code: 'Numpad5', ctrlKey: true }, 'linux', { accelerator: 'CommandOrControl+num5' }],
  [
    'the number pad without Num Lock',
    { key: 'Clear', code: 'Numpad5', ctrlKey: true },
    'linux',
    { accelerator: 'CommandOrControl+num5' },
  ],
  [
    'a key between others on European keyboards',
    { key: '<', code: 'IntlBackslash', ctrlKey: true },
    'linux',
    'not-usable',
  ],
])('%s', (_name, keys, platform, heard) => {
  expect(hearShortcut(press(keys), platform)).toEqual(heard);
});
