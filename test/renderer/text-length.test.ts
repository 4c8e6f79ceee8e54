import { expect, test } from 'vitest';
import { firstEmoji } from '../../renderer/one-emoji.ts';
import { hearShortcut } from '../../renderer/settings/hear-shortcut.ts';
import { shortcutKeys } from '../../renderer/shortcut-keys.ts';
import { strictestLength, textLength } from '../../renderer/text-length.ts';
import { rocketChatAccount, zulipAccount } from './sample-state.ts';

const WAVE = { kind: 'unicode', value: '👋' } as const;
const ZULIP = zulipAccount().capabilities.textLimit;
const ROCKET_CHAT = rocketChatAccount().capabilities.textLimit;

test('counts as each server does', () => {
  expect(textLength(ZULIP, WAVE, '  👋 hi ')).toBe(4);
  expect(textLength(ROCKET_CHAT, WAVE, '  👋 hi ')).toBe(8);
  expect(textLength(ROCKET_CHAT, WAVE, '')).toBe(2);
  expect(textLength(ROCKET_CHAT, null, 'hi')).toBe(2);
});

test('the account with the least room left counts', () => {
  const accounts = [rocketChatAccount(), zulipAccount()];
  expect(strictestLength(accounts, WAVE, 'hi')).toEqual({ length: 2, max: 60, serverName: 'Acme' });
  expect(strictestLength([], WAVE, 'hi')).toBeNull();
});

test('keeps the first emoji of what was typed, in colour', () => {
  expect(firstEmoji('🇩🇪🍕')).toBe('🇩🇪');
  expect(firstEmoji('☎')).toBe('☎\u{fe0f}');
  expect(firstEmoji('👍🏽')).toBe('👍🏽');
  expect(firstEmoji('1')).toBeNull();
  expect(firstEmoji('lunch 🍔')).toBeNull();
  expect(firstEmoji('')).toBeNull();
});

test('makes an accelerator of the keys pressed', () => {
  const keys = { key: 'y', code: 'KeyY', ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };
  expect(hearShortcut({ ...keys, ctrlKey: true, shiftKey: true, key: 'Y' }, 'linux')).toEqual({
    accelerator: 'CommandOrControl+Shift+Y',
  });
  expect(hearShortcut({ ...keys, metaKey: true }, 'darwin')).toEqual({ accelerator: 'CommandOrControl+Y' });
  expect(hearShortcut({ ...keys, metaKey: true }, 'win32')).toEqual({ accelerator: 'Super+Y' });
  // With Alt, macOS types another character.
  expect(hearShortcut({ ...keys, key: '¥', altKey: true }, 'darwin')).toEqual({ accelerator: 'Alt+Y' });
  expect(hearShortcut({ ...keys, key: 'F9', code: 'F9' }, 'linux')).toEqual({ accelerator: 'F9' });
  expect(hearShortcut({ ...keys, shiftKey: true }, 'linux')).toBe('no-modifier');
  expect(hearShortcut({ ...keys, key: 'Control', code: 'ControlLeft', ctrlKey: true }, 'linux')).toBe('more');
});

test('shows an accelerator as the keyboard does', () => {
  expect(shortcutKeys('CommandOrControl+Shift+Y', 'linux')).toEqual(['Ctrl', 'Shift', 'Y']);
  expect(shortcutKeys('CommandOrControl+Shift+Y', 'darwin')).toEqual(['⌘', '⇧', 'Y']);
});
