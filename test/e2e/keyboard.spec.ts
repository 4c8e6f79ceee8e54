import { startDemoZulip } from '../../electron/demo/zulip/demo-zulip.ts';
import { expect, test } from './driver/app.ts';
import type { App } from './driver/driver.ts';
import { activate, button, expectFocusSeen, keyboard, press, tabTo } from './keyboard-steps.ts';
import { currentStatus, openPopup, ROCKET_CHAT, row, SHORTCUT } from './steps.ts';

// No mouse in here: `openPopup` alone clicks, where the app was started without a popup.

async function begin(app: App): Promise<void> {
  await openPopup(app);
  await tabTo(app, button(app, /^Try it without an account/));
  await press(app, 'Enter');
  await expect(app.popup.getByRole('textbox', { name: 'Status text' })).toBeFocused();
}

test('from the first run to a status', async ({ app }) => {
  await begin(app);
  await keyboard(app).type('Lunch');
  await press(app, 'Shift+Tab');
  await expect(button(app, /^Emoji: /)).toBeFocused();
  await press(app, 'Enter');
  await expect(app.popup.getByRole('combobox', { name: 'Search emoji' })).toBeFocused();
  await keyboard(app).type('hamburger');
  await expect(app.popup.getByRole('status').filter({ hasText: 'emoji found' })).toBeAttached();
  await press(app, 'Enter');
  await expect(button(app, /^Emoji: 🍔/)).toBeVisible();
  await expectFocusSeen(app);
  await tabTo(app, button(app, /^How long: /));
  await press(app, 'Enter', 'ArrowDown', 'ArrowDown', 'Enter');
  await expect(button(app, /^How long: 30 min/)).toBeFocused();
  await tabTo(app, button(app, /^Availability: /));
  await press(app, 'ArrowDown', 'a', 'Escape');
  await expect(button(app, 'Availability: As it is')).toBeFocused();
  await activate(app, 'Set');
  await expect(currentStatus(app)).toContainText('Lunch');
  await expect(currentStatus(app)).toContainText('30 min left');
  await activate(app, '+15 min');
  await expect(currentStatus(app)).toContainText('45 min left');
  await activate(app, 'End now');
  await expect(currentStatus(app)).toContainText('No status');
});

test('presets by arrows, digits and letters, and the popup by its shortcut', async ({ app }) => {
  await begin(app);
  await press(app, 'ArrowDown', 'ArrowDown', 'Enter');
  await expect(currentStatus(app)).toContainText('In a meeting');
  await press(app, '3');
  await expect(currentStatus(app)).toContainText('Commuting');
  await keyboard(app).type('sick');
  await expect(row(app, 'Out sick')).toBeVisible();
  await press(app, 'Enter', 'Escape');
  await expect(currentStatus(app)).toContainText('Out sick');
  await keyboard(app).press('Escape');
  await expect.poll(() => app.isPopupShown()).toBe(false);
  await app.pressShortcut(SHORTCUT);
  await expect.poll(() => app.isPopupShown()).toBe(true);
  await expect(app.popup.getByRole('textbox', { name: 'Status text' })).toBeFocused();
});

test('another account', async ({ app }) => {
  const harbour = await startDemoZulip({ organization: 'Harbour' });
  const { login, password } = harbour.credentials.you;
  await begin(app);
  await activate(app, 'Accounts');
  await activate(app, 'Add account');
  await expect(app.popup.getByRole('textbox', { name: 'Server address' })).toBeFocused();
  await keyboard(app).type(harbour.url);
  await press(app, 'Enter');
  await expect(app.popup.getByRole('textbox', { name: 'E-mail' })).toBeFocused();
  await keyboard(app).type(login);
  await press(app, 'Tab');
  await keyboard(app).type('not this one');
  await press(app, 'Enter');
  await expect(app.popup.getByRole('alert')).toBeVisible();
  await tabTo(app, app.popup.getByRole('textbox', { name: 'Password' }));
  await press(app, 'Control+A');
  await keyboard(app).type(password);
  await press(app, 'Enter');
  await expect(currentStatus(app)).toContainText('Harbour');

  await activate(app, 'Accounts');
  await activate(app, `Remove ${ROCKET_CHAT}`);
  await activate(app, 'Keep');
  await activate(app, `Remove ${ROCKET_CHAT}`);
  await activate(app, 'Remove');
  await expect(app.popup.getByRole('listitem')).toHaveCount(2);
  await expectFocusSeen(app);
  await harbour.close();
});

test('presets: making, changing, moving, deleting', async ({ app }) => {
  const names = app.popup.getByRole('button', { name: /^Edit / }).locator('.row-text');
  await begin(app);
  await activate(app, 'Presets');
  await activate(app, 'New preset');
  await expect(app.popup.getByRole('textbox', { name: 'Text', exact: true })).toBeFocused();
  await keyboard(app).type('At the dentist');
  await press(app, 'Enter');
  await expect(names.last()).toHaveText('At the dentist');
  await activate(app, /^Edit At the dentist/);
  await expect(app.popup.getByRole('textbox', { name: 'Text', exact: true })).toBeFocused();
  await press(app, 'End');
  await keyboard(app).type('’s');
  await activate(app, 'Save');
  await expect(names.last()).toHaveText('At the dentist’s');
  await tabTo(app, button(app, 'Move Commuting'));
  await press(app, 'ArrowUp');
  await expect(names.nth(1)).toHaveText('Commuting');
  await press(app, 'ArrowUp');
  await expect(names.first()).toHaveText('Commuting');
  await activate(app, 'Delete Out sick');
  await expect(names).toHaveCount(7);
  await expectFocusSeen(app);
  await activate(app, 'Undo');
  await expect(names).toHaveCount(8);
  await expectFocusSeen(app);
});

test('all settings', async ({ app }) => {
  await begin(app);
  await activate(app, 'Settings');
  await activate(app, /^Change the shortcut/);
  await expect(app.popup.getByRole('textbox', { name: 'Press the keys…' })).toBeFocused();
  await press(app, 'Control+Alt+K');
  await expect(button(app, 'Change the shortcut, now Ctrl Alt K')).toBeVisible();
  await expectFocusSeen(app);
  await activate(app, /^Change the shortcut/);
  await press(app, 'Escape');
  await expect(button(app, 'Change the shortcut, now Ctrl Alt K')).toBeVisible();
  await tabTo(app, app.popup.getByRole('radio', { name: 'Leave my status as it is' }));
  await press(app, 'ArrowDown');
  await expect(app.popup.getByRole('radio', { name: 'Clear my status' })).toBeChecked();
  await activate(app, 'Switch off');
  await expect(button(app, 'Change the shortcut, now None')).toBeVisible();
  await expectFocusSeen(app);
  await tabTo(app, button(app, 'Quit'));
  await press(app, 'Escape');
  await expect(app.popup.getByRole('textbox', { name: 'Status text' })).toBeFocused();
});
