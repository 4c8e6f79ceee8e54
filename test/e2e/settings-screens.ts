import { expect } from './driver/app.ts';
import { chooseFile, goTo, type Screens } from './screen-steps.ts';

const RAYCAST = [{ title: 'Deep work', emojiCode: ':partyparrot:', defaultDuration: 90, pauseNotifications: true }];
const OTHERS = {
  whereabouts: 1,
  presets: [
    { emoji: '🍔', text: 'Lunch with the whole team', duration: '45m' },
    { text: 'Commuting', emoji: '🚌', duration: '2h' },
  ],
  settings: { onQuit: 'clear' },
};
const TEAM = {
  whereabouts: 1,
  name: 'Night shift',
  presets: [
    { emoji: ':hamburger:', text: 'Midnight lunch', duration: '45m' },
    { emoji: '🚑', text: 'Pager duty', availability: 'busy', duration: '6:00' },
  ],
};

/** Settings and what is behind it; from the presets screen to the settings screen. */
export const SETTINGS_SCREENS: Screens = {
  settings: async (app) => {
    await app.popup.getByRole('button', { name: 'Back', exact: true }).click();
    await goTo(app, 'Settings');
  },
  'settings, listening for a shortcut': async (app) => {
    await app.popup.getByRole('button', { name: /^Change the shortcut/ }).click();
    await expect(app.popup.getByRole('textbox', { name: 'Press the keys…' })).toBeFocused();
  },
  'settings, keys that are taken': async (app) => {
    const record = async (name: string) => {
      await app.popup.getByRole('button', { name: `Change the keys for ${name}, now None` }).click();
      // Nobody is as quick as a test: before that the keys would still set what they are the shortcut of.
      if (app.desktop !== null)
        await expect(app.desktop.page.getByText('silent while recording').first()).toBeVisible();
      await app.popup.getByRole('textbox', { name: 'Press the keys…' }).press('Control+Alt+1');
    };
    await app.popup.locator('body').press('Escape');
    await record('🚌 Commuting');
    await expect(app.popup.getByRole('button', { name: 'Remove the shortcut of 🚌 Commuting' })).toBeVisible();
    await record('Clear status');
    await expect(app.popup.getByRole('alert').filter({ hasText: 'already' })).toBeVisible();
  },
  'settings, listening for a preset’s keys': async (app) => {
    await app.popup.getByRole('button', { name: 'Change the keys for 🚌 Commuting, now Ctrl Alt 1' }).click();
    await expect(app.popup.getByRole('textbox', { name: 'Press the keys…' })).toBeFocused();
  },
  'settings, another program’s presets': async (app) => {
    await app.popup.locator('body').press('Escape');
    await app.popup.getByRole('button', { name: 'Export and import' }).click();
    await chooseFile(app, 'Import…', 'presets.json', JSON.stringify(RAYCAST));
    await expect(app.popup.getByRole('list', { name: 'Not taken over as it is' })).toBeVisible();
  },
  'settings, import': async (app) => {
    await chooseFile(app, 'Import…', 'theirs.json', JSON.stringify(OTHERS));
    await app.popup.getByRole('radio', { name: 'Remove them' }).check();
    await expect(app.popup.getByText('is removed').first()).toBeVisible();
  },
  'settings, a file that is none': async (app) => {
    await chooseFile(app, 'Import…', 'cut.json', '{ "whereabouts": 1, "presets": [');
    await expect(app.popup.getByRole('alert').filter({ hasText: 'not valid JSON' })).toBeVisible();
  },
  'settings, team presets': async (app) => {
    await app.popup.getByRole('alert').getByRole('button').click();
    await app.popup.getByRole('button', { name: 'Back', exact: true }).click();
    await app.popup.getByRole('button', { name: 'Team presets' }).click();
    await app.popup.getByRole('textbox', { name: 'Address' }).fill('http://127.0.0.1:9/presets.json');
    await app.popup.getByRole('button', { name: 'Use', exact: true }).click();
    await expect(app.popup.getByRole('alert')).toBeVisible();
  },
  'settings, a team’s presets': async (app) => {
    await app.popup.getByRole('button', { name: 'Remove', exact: true }).click();
    await chooseFile(app, 'From a file…', 'team.json', JSON.stringify(TEAM));
    await app.popup.getByRole('button', { name: 'Copy Pager duty to my presets' }).click();
    await expect(app.popup.getByRole('status').filter({ hasText: 'Pager duty' })).toBeVisible();
  },
  'settings, commands and links': async (app) => {
    await app.popup.getByRole('button', { name: 'Back', exact: true }).click();
    await app.popup.getByRole('button', { name: 'Commands and links' }).click();
    await expect(app.popup.getByRole('button', { name: 'Remove 🚌 Commuting: links ask again' })).toBeVisible();
    await app.popup.getByRole('button', { name: 'Copy the command for 📅 In a meeting' }).click();
    await expect(app.popup.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  },
  'settings, diagnostics': async (app) => {
    await app.popup.getByRole('button', { name: 'Back', exact: true }).click();
    await app.popup.getByRole('button', { name: 'Diagnostics' }).click();
    await expect(app.popup.getByRole('textbox', { name: 'Report' })).toHaveValue(/^Whereabouts/);
  },
};
