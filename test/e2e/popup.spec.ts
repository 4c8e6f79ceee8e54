import { expect, test } from './demo-servers.ts';
import type { App } from './driver/driver.ts';
import {
  chip,
  connectRocketChat,
  connectZulip,
  expectStatusScreen,
  openPopup,
  pickEmoji,
  row,
  SHORTCUT,
  setStatus,
} from './steps.ts';

const shown = (app: App, is: boolean) => expect.poll(() => app.isPopupShown()).toBe(is);

test('a left click on the icon shows and hides the popup', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  await app.clickTray();
  await shown(app, false);
  await openPopup(app);
  await expectStatusScreen(app);
  await app.clickTray();
  await shown(app, false);
});

test('Esc hides the popup and keeps the draft', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  const text = app.popup.getByRole('textbox', { name: 'Status text' });
  await text.fill('Half a thou');
  await pickEmoji(app, '🤔');
  await text.press('Escape');
  await shown(app, false);
  await openPopup(app);
  await expect(text).toHaveValue('Half a thou');
  await expect(app.popup.getByRole('button', { name: 'Emoji: 🤔' })).toBeVisible();
});

test('Esc first leaves what is open inside, then a screen, then the popup', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  await app.popup.getByRole('button', { name: 'How long: ' }).click();
  await app.popup.getByRole('menu', { name: 'How long' }).press('Escape');
  await expect(app.popup.getByRole('menu')).toHaveCount(0);
  await shown(app, true);
  await app.popup.getByRole('button', { name: 'Settings' }).click();
  await app.popup.getByRole('heading', { name: 'Settings' }).press('Escape');
  await expectStatusScreen(app);
  await shown(app, true);
  await app.popup.getByRole('textbox', { name: 'Status text' }).press('Escape');
  await shown(app, false);
});

test('a click elsewhere hides the popup and keeps the draft', async ({ app, zulip }) => {
  const { desktop } = app;
  test.skip(desktop === null, 'Playwright can’t click outside an Electron window');
  await connectZulip(app, zulip);
  const text = app.popup.getByRole('textbox', { name: 'Status text' });
  await text.fill('Half a thou');
  await desktop?.page.getByRole('heading', { name: 'This machine' }).click();
  await shown(app, false);
  await openPopup(app);
  await expect(text).toHaveValue('Half a thou');
});

test('a second start opens the popup of the first', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  await app.clickTray();
  await shown(app, false);
  await app.startAgain();
  await shown(app, true);
  await expect(chip(app, 'Acme')).toBeVisible();
});

test('the shortcut can be changed; an impossible one is said and the last good one stays', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  await app.popup.getByRole('button', { name: 'Settings' }).click();
  const change = app.popup.getByRole('button', { name: /^Change the shortcut/ });
  const recorder = app.popup.getByRole('textbox', { name: 'Press the keys…' });
  await expect(change).toHaveAccessibleName('Change the shortcut, now Ctrl Shift Y');

  await change.click();
  await expect(recorder).toBeFocused();
  await recorder.press('k');
  await expect(app.popup.getByRole('alert')).toContainText('Use Ctrl, Alt or Command together with another key.');
  await recorder.press('Escape');
  await expect(change).toHaveAccessibleName('Change the shortcut, now Ctrl Shift Y');

  await change.click();
  await recorder.press('Control+Alt+K');
  await expect(change).toHaveAccessibleName('Change the shortcut, now Ctrl Alt K');

  await app.popup.getByRole('button', { name: 'Back' }).click();
  await app.clickTray();
  await shown(app, false);
  await app.pressShortcut(SHORTCUT);
  await app.pressShortcut('CommandOrControl+Alt+K');
  await shown(app, true);
  await expect(app.popup.getByRole('textbox', { name: 'Status text' })).toBeFocused();

  await app.restart();
  await expect(async () => {
    // Pressed once more, it would hide the popup again.
    if (!(await app.isPopupShown())) await app.pressShortcut('CommandOrControl+Alt+K');
    await expect.poll(() => app.isPopupShown(), { timeout: 3_000 }).toBe(true);
  }).toPass();
  await app.pressShortcut('CommandOrControl+Alt+K');
  await shown(app, false);
});

test('the shortcut can be switched off', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  await app.popup.getByRole('button', { name: 'Settings' }).click();
  await app.popup.getByRole('button', { name: 'Switch off' }).click();
  await expect(app.popup.getByRole('button', { name: /^Change the shortcut/ })).toHaveAccessibleName(
    'Change the shortcut, now None',
  );
  await app.clickTray();
  await shown(app, false);
  await app.pressShortcut(SHORTCUT);
  await app.pressShortcut(SHORTCUT);
  expect(await app.isPopupShown()).toBe(false);
});

test('the menu: what is now, presets, Clear, Availability, accounts, places', async ({ app, zulip, rocketChat }) => {
  await connectZulip(app, zulip);
  await connectRocketChat(app, rocketChat);
  const labels = await app.menuLabels();
  expect(labels).toEqual(
    expect.arrayContaining([
      'Open Whereabouts',
      'No status',
      expect.stringMatching(/^📅 In a meeting, 1 h$/),
      expect.stringMatching(/^🌴 Vacationing, no end$/),
      'Clear status',
      'Availability',
      'Accounts',
      'Settings…',
      'Quit Whereabouts',
    ]),
  );
  if (app.desktop !== null) expect(labels[0]).toBe('Open Whereabouts');

  await app.chooseMenuItem('🌴 Vacationing, no end');
  await expect.poll(() => rocketChat.state().you.text).toBe('🌴 Vacationing');
  await expect.poll(() => app.menuLabels()).toContain('🌴 Vacationing');
  await app.chooseMenuItem('Clear status');
  await expect.poll(() => rocketChat.state().you.text).toBe('');
  await expect.poll(() => zulip.state().you.text).toBe('');
  await expect.poll(() => app.tooltip()).toBe('Whereabouts: No status');
});

test('Availability from the menu keeps the text', async ({ app, rocketChat }) => {
  await connectRocketChat(app, rocketChat);
  await setStatus(app, { emoji: '🍔', text: 'Lunch' });
  await expect.poll(() => rocketChat.state().you.text).toBe('🍔 Lunch');
  await app.chooseMenuItem('Availability', 'Busy');
  await expect.poll(() => rocketChat.state().you.availability).toBe('busy');
  expect(rocketChat.state().you.text).toBe('🍔 Lunch');
});

test('the menu tells each account’s state, and tries again what waits', async ({ app, zulip, rocketChat }) => {
  await connectZulip(app, zulip);
  await connectRocketChat(app, rocketChat);
  zulip.faults.offline = true;
  await setStatus(app, { text: 'Lunch' });
  await expect(chip(app, 'Acme')).toContainText('waiting');
  await app.chooseMenuItem('Accounts', 'Riverside: Lunch');
  await expect(app.popup.getByRole('heading', { name: 'Accounts' })).toBeVisible();
  zulip.faults.offline = false;
  await app.chooseMenuItem('Accounts', 'Try again now');
  await expect.poll(() => zulip.state().you.text).toBe('Lunch');
  await app.chooseMenuItem('Accounts', 'Acme: Lunch');
});

test('the menu opens the places of the popup', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  await app.clickTray();
  await shown(app, false);
  await app.chooseMenuItem('Settings…');
  await shown(app, true);
  await expect(app.popup.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await app.chooseMenuItem('Open Whereabouts');
  await expect(row(app, 'In a meeting')).toBeVisible();
  await app.chooseMenuItem('Accounts', 'Add account…');
  await expect(app.popup.getByRole('heading', { name: 'Add account' })).toBeVisible();
});
