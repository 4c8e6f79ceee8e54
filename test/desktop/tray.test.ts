import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { standIn } from '../../build/preview/stand-in/electron-main.ts';
import type { AppState } from '../../electron/contract/app-state.ts';
import { createListeners } from '../../electron/contract/listeners.ts';
import { createTray, type TrayShell } from '../../electron/desktop/tray.ts';
import { account, appState, atLunch, NOW, preset } from './app-state-samples.ts';

let tray: TrayShell | null = null;
beforeAll(() => standIn.becomeReady());
afterEach(() => tray?.destroy());

function open(first: AppState) {
  let state = first;
  const listeners = createListeners<void>();
  const done: unknown[] = [];
  tray = createTray({
    icons: fileURLToPath(new URL('../../assets/tray', import.meta.url)),
    platform: 'linux',
    getState: () => state,
    onState: listeners.add,
    run: (name, argument) => done.push([name, argument]),
    togglePopup: (shown) => done.push(['toggle', shown.screen]),
    showPopup: (shown) => done.push(['show', shown.screen]),
    now: () => NOW,
  });
  const change = (next: AppState) => {
    state = next;
    listeners.tell();
  };
  const labels = () => {
    standIn.act({ do: 'click-tray', button: 'right' });
    return standIn.state().menu?.items.map((item) => item.label) ?? [];
  };
  const choose = (label: string) => standIn.act({ do: 'choose-menu-item', path: [labels().indexOf(label)] });
  return { change, labels, choose, done, shown: () => standIn.state().tray };
}

const linux = (changes: Partial<AppState>) => appState({ platform: 'linux', ...changes });

test('a click toggles the popup', () => {
  const { done } = open(linux({}));
  standIn.act({ do: 'click-tray', button: 'left' });
  expect(done).toEqual([['toggle', 'status']]);
});

test('icon, tooltip and menu follow the state', () => {
  const { change, labels, shown } = open(linux({ accounts: [account('Acme')] }));
  const before = shown();
  expect(before?.tooltip).toBe('Whereabouts: No status');
  change(linux({ accounts: [atLunch('Acme')] }));
  expect(shown()?.tooltip).toBe('Whereabouts: 🍔 Lunch, until 13:00, 26 min left');
  expect(shown()?.icon).not.toBe(before?.icon);
  expect(labels()[0]).toBe('Open Whereabouts');
  expect(labels()).toContain('End now');
});

test('an entry of the menu runs its command', () => {
  const { choose, done } = open(linux({ accounts: [account('Acme')], presets: [preset('p1', 'Busy')] }));
  choose('🛠️ Busy, 1 h');
  choose('Settings…');
  expect(done).toEqual([
    ['apply-preset', { presetId: 'p1' }],
    ['show', 'settings'],
  ]);
});

test('a destroyed tray no longer follows', () => {
  const { change, shown } = open(linux({}));
  tray?.destroy();
  change(linux({ accounts: [atLunch('Acme')] }));
  expect(shown()).toBeNull();
});
