import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { AccountState } from '../../electron/contract/app-state.ts';
import { type TrayIcon, trayIconFile, trayLook } from '../../electron/desktop/tray-look.ts';
import { account, appState, atLunch, LUNCH, NOW } from './app-state-samples.ts';

const words = { ...LUNCH, availability: null };
const signedOut = account('Acme', { signIn: 'needed' });

test.each<[string, AccountState[], TrayIcon]>([
  ['no accounts', [], 'none'],
  ['nothing set', [account('a'), account('b')], 'none'],
  ['nothing known yet', [account('a', { reported: null })], 'none'],
  ['a text somewhere', [account('a'), atLunch('b', { desired: words })], 'set'],
  [
    'away',
    [atLunch('a', { capabilities: { ...account('a').capabilities, availabilities: ['online', 'away'] } })],
    'away',
  ],
  ['away, which this server does not have', [atLunch('a')], 'set'],
  ['busy, as the server says', [account('a', { reported: { ...words, availability: 'busy' } })], 'away'],
  ['signed out', [atLunch('a'), signedOut], 'trouble'],
])('%s', (_name, accounts, icon) => expect(trayLook(appState({ accounts }), NOW).icon).toBe(icon));

describe('the tooltip says in words', () => {
  test.each<[string, AccountState[]]>([
    ['Whereabouts: No accounts yet', []],
    ['Whereabouts: No status', [account('a')]],
    ['Whereabouts: 🍔 Lunch, until 13:00, 26 min left', [atLunch('a'), atLunch('b')]],
    ['Whereabouts: Different on each account', [atLunch('a'), account('b')]],
    ['Whereabouts: No status – 1 account needs a look', [signedOut]],
  ])('%s', (tooltip, accounts) => expect(trayLook(appState({ accounts }), NOW).tooltip).toBe(tooltip));

  test('and fits into the 127 units that Windows shows, without half an emoji', () => {
    const long = atLunch('a', { desired: { ...LUNCH, text: '👩🏽‍🚀'.repeat(40) } });
    const { tooltip } = trayLook(appState({ accounts: [long] }), NOW);
    expect(tooltip.length).toBeLessThanOrEqual(127);
    expect(tooltip).toMatch(/^Whereabouts: 🍔 (👩🏽‍🚀)+…$/u);
  });

  test('an end that is over is not told', () => {
    const { tooltip } = trayLook(appState({ accounts: [atLunch('a')] }), NOW + 3_600_000);
    expect(tooltip).toBe('Whereabouts: 🍔 Lunch');
  });
});

describe('the icon’s file', () => {
  const asset = (name: string) => readFile(new URL(`../../assets/tray/${name}`, import.meta.url));
  const widthOf = (png: Buffer) => png.readUInt32BE(16);
  const icons: TrayIcon[] = ['none', 'set', 'away', 'trouble'];

  test.each(icons)('%s is a template for macOS, with a sharp one beside it', async (icon) => {
    const file = trayIconFile(icon, 'darwin', false);
    expect(file).toMatch(/Template\.png$/);
    expect(widthOf(await asset(file))).toBe(16);
    expect(widthOf(await asset(file.replace('.png', '@2x.png')))).toBe(32);
  });

  test.each(icons)('%s is an icon of several sizes for Windows’ light and dark bars', async (icon) => {
    const [light, dark] = await Promise.all([true, false].map((bar) => asset(trayIconFile(icon, 'win32', bar))));
    expect(light?.equals(dark ?? Buffer.alloc(0))).toBe(false);
    for (const file of [light, dark]) {
      expect(file?.readUInt16LE(2)).toBe(1);
      expect(file?.readUInt16LE(4)).toBeGreaterThan(1);
      const firstImage = file?.readUInt32LE(6 + 12) ?? 0;
      expect(file?.toString('latin1', firstImage + 1, firstImage + 4)).toBe('PNG');
    }
  });

  test.each(icons)('%s is one coloured picture on Linux', async (icon) => {
    expect(trayIconFile(icon, 'linux', true)).toBe(trayIconFile(icon, 'linux', false));
    expect(widthOf(await asset(trayIconFile(icon, 'linux', true)))).toBe(22);
  });
});
