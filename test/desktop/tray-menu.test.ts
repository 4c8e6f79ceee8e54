import type { MenuItemConstructorOptions } from 'electron/main';
import { describe, expect, test } from 'vitest';
import type { AppState } from '../../electron/contract/app-state.ts';
import { trayMenuTemplate } from '../../electron/desktop/tray-menu.ts';
import { account, appState, atLunch, LUNCH, NOW, preset } from './app-state-samples.ts';

type Items = MenuItemConstructorOptions[];

/** The menu's lines, with an indented submenu, and what a click on each does. */
function open(state: AppState) {
  const done: unknown[] = [];
  const items = trayMenuTemplate(
    state,
    {
      run: (name, argument) => done.push([name, argument]),
      show: (shown) => done.push(['show', shown.screen]),
      setAvailability: (availability) => done.push(['availability', availability]),
    },
    NOW,
  );
  const all = items.flatMap((item) => [item, ...((item.submenu as Items | undefined) ?? [])]);
  const click = (label: string) => {
    const item = all.find((candidate) => candidate.label === label);
    if (!item?.click) throw new Error(`No entry “${label}” to click`);
    item.click(undefined as never, undefined, undefined as never);
    return done.at(-1);
  };
  const line = (item: MenuItemConstructorOptions) =>
    item.type === 'separator' ? '-' : `${item.checked ? '✓ ' : ''}${item.label}`;
  const lines = items.flatMap((item) => [
    line(item),
    ...((item.submenu as Items | undefined) ?? []).map((below) => `  ${line(below)}`),
  ]);
  return { items, lines, click };
}

const FULL = appState({
  accounts: [
    atLunch('Acme'),
    atLunch('Lab', { outcome: { kind: 'waiting', problem: { code: 'offline' }, nextTryAt: null } }),
  ],
  presets: [preset('p1', 'Busy'), preset('p2', 'R&D', { emoji: null, duration: { kind: 'none' } })],
  undo: { id: 'u1', what: 'status-changed', label: 'Lunch', until: NOW + 1000 },
});

test('the whole menu', () => {
  expect(open(FULL).lines).toEqual([
    '🍔 Lunch, until 13:00',
    '15 min longer',
    '1 h longer',
    'End now',
    'Undo: Lunch',
    '-',
    '🛠️ Busy, 1 h',
    'R&&D, no end',
    '-',
    'Clear status',
    'Availability',
    '  ✓ Active',
    '  Invisible',
    'Accounts',
    '  Acme: 🍔 Lunch',
    '  Lab: waiting, offline',
    '  -',
    '  Try again now',
    '  -',
    '  Add account…',
    '-',
    'Open Whereabouts',
    'Settings…',
    '-',
    'Quit Whereabouts',
  ]);
});

test.each([
  ['15 min longer', ['extend-status', { minutes: 15 }]],
  ['1 h longer', ['extend-status', { minutes: 60 }]],
  ['End now', ['end-status', null]],
  ['Undo: Lunch', ['undo', { undoId: 'u1' }]],
  ['🛠️ Busy, 1 h', ['apply-preset', { presetId: 'p1' }]],
  ['Clear status', ['clear-status', { accountIds: null }]],
  ['Invisible', ['availability', 'invisible']],
  ['Acme: 🍔 Lunch', ['show', 'accounts']],
  ['Try again now', ['retry', { accountId: null }]],
  ['Add account…', ['show', 'add-account']],
  ['Open Whereabouts', ['show', 'status']],
  ['Settings…', ['show', 'settings']],
  ['Quit Whereabouts', ['quit', null]],
])('“%s” does what it says', (label, expected) => expect(open(FULL).click(label)).toEqual(expected));

test('on Linux, where a click may open the menu, Open comes first', () => {
  const { lines } = open({ ...FULL, platform: 'linux' });
  expect(lines.slice(0, 2)).toEqual(['Open Whereabouts', '-']);
  expect(lines.filter((line) => line === 'Open Whereabouts')).toHaveLength(1);
});

test('without accounts it offers to add one, to open and to quit', () => {
  expect(open(appState({ presets: [preset('p', 'Busy')] })).lines).toEqual([
    'No accounts yet',
    '-',
    'Add account…',
    '-',
    'Open Whereabouts',
    'Settings…',
    '-',
    'Quit Whereabouts',
  ]);
});

describe('what does not apply is not offered', () => {
  test('longer, when the status has no end or is over', () => {
    const endless = atLunch('a', { desired: { ...LUNCH, until: null } });
    const over = atLunch('a', { desired: { ...LUNCH, until: NOW } });
    expect(open(appState({ accounts: [endless] })).lines).not.toContain('15 min longer');
    expect(open(appState({ accounts: [endless] })).lines).toContain('End now');
    expect(open(appState({ accounts: [over] })).lines).not.toContain('15 min longer');
  });

  test('ending, when what is shown was not set here', () => {
    const elsewhere = account('a', { reported: { ...LUNCH } });
    expect(open(appState({ accounts: [elsewhere] })).lines).not.toContain('End now');
  });

  test('undo, when the minute is over', () => {
    const { undo } = FULL;
    if (!undo) throw new Error('The sample has an undo');
    expect(open({ ...FULL, undo: { ...undo, until: NOW } }).lines.join()).not.toContain('Undo');
  });

  test('clearing, when nothing is set', () => {
    const clear = open(appState({ accounts: [account('a')] })).items.find((item) => item.id === 'clear');
    expect(clear?.enabled).toBe(false);
  });
});

test('the current availability is checked when the accounts agree on it', () => {
  expect(open(appState({ accounts: [account('a')] })).lines).toContain('  ✓ Active');
});

test('accounts say what is wrong with them', () => {
  const { lines } = open(
    appState({
      accounts: [
        account('A', { signIn: 'needed' }),
        account('B', { signIn: 'keychain-locked' }),
        atLunch('C', { outcome: { kind: 'rejected', problem: { code: 'not-permitted' } } }),
        account('D'),
      ],
    }),
  );
  expect(lines).toEqual(
    expect.arrayContaining([
      '  A: sign in again',
      '  B: keychain locked',
      '  C: not set, not permitted',
      '  D: No status',
    ]),
  );
});

test('a team’s presets stand in a menu of their own, with their source', () => {
  const source = { kind: 'address' as const, shown: 'acme.example/team.json' };
  const presets = [preset('team-1', 'On call')];
  const teamPresets = { source, name: 'Acme', presets, readAt: NOW, reading: false, problem: null };
  const { lines, click } = open({ ...FULL, teamPresets });
  const at = lines.indexOf('Team presets');
  expect(lines.slice(at - 1, at + 5)).toEqual([
    'R&&D, no end',
    'Team presets',
    '  Team presets of Acme, from acme.example/team.json',
    '  -',
    '  🛠️ On call, 1 h',
    '-',
  ]);
  expect(click('🛠️ On call, 1 h')).toEqual(['apply-preset', { presetId: 'team-1' }]);
});
