import { beforeAll, expect, test } from 'vitest';
import { standIn } from '../../build/preview/stand-in/electron-main.ts';
import { createListeners } from '../../electron/contract/listeners.ts';
import { followLauncherMenus } from '../../electron/desktop/launcher-menus.ts';
import { account, appState, preset } from './app-state-samples.ts';

beforeAll(() => standIn.becomeReady());

const titles = () => standIn.world.tasks.map(({ title }) => title);

test('Windows’ jump list follows the presets', () => {
  let state = appState({ accounts: [account('acme')], presets: [preset('1', 'Lunch')] });
  const changes = createListeners<void>();
  followLauncherMenus({
    platform: 'win32',
    launch: ['C:\\Whereabouts.exe'],
    dataFolder: '/nowhere',
    getState: () => state,
    onState: changes.add,
    run: async () => undefined,
    open: () => undefined,
  });
  expect(titles()).toEqual(['🛠️ Lunch', 'Clear status', 'Open Whereabouts']);
  state = { ...state, presets: [preset('2', 'Busy'), ...state.presets] };
  changes.tell();
  expect(titles()).toEqual(['🛠️ Busy', '🛠️ Lunch', 'Clear status', 'Open Whereabouts']);
  expect(standIn.world.tasks[0]?.arguments).toBe('preset Busy');
});
