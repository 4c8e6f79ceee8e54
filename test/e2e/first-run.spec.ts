import { expect, test } from './driver/app.ts';
import type { App } from './driver/driver.ts';
import {
  currentStatus,
  expectOutcome,
  expectStatusScreen,
  openPopup,
  ROCKET_CHAT,
  row,
  SHORTCUT,
  serverShows,
  setStatus,
  tryIt,
  ZULIP,
} from './steps.ts';

/** What anyone can see of a status once it is on both servers of the try-it mode. */
async function expectSetEverywhere(app: App, emoji: string, text: string): Promise<void> {
  await serverShows(app, ZULIP, emoji, text);
  await serverShows(app, ROCKET_CHAT, emoji, text);
  await expect.poll(() => app.tooltip()).toContain(`Whereabouts: ${emoji} ${text}`);
  expect((await app.menuLabels()).find((label) => label.startsWith(`${emoji} ${text}`))).toBeDefined();
  await openPopup(app);
  await expectOutcome(app, ZULIP, 'set');
  await expectOutcome(app, ROCKET_CHAT, 'set');
  await expect(currentStatus(app)).toContainText(text);
}

/** The presets in the menu carry their lengths, which follow the region's clock. */
async function menuLabel(app: App, start: string): Promise<string> {
  const label = (await app.menuLabels()).find((each) => each.startsWith(start));
  if (label === undefined) throw new Error(`no menu item that begins with ${start}`);
  return label;
}

test('the first start opens the popup and offers three ways to begin', async ({ app }) => {
  await expect.poll(() => app.isPopupShown()).toBe(true);
  await expect(app.popup.getByRole('heading', { name: 'Where are you?' })).toBeVisible();
  for (const way of ['Connect Zulip', 'Connect Rocket.Chat', 'Try it without an account']) {
    await expect(app.popup.getByRole('button', { name: way })).toBeVisible();
  }
  await app.popup.getByRole('button', { name: 'Connect Rocket.Chat' }).click();
  await expect(app.popup.getByRole('heading', { name: 'Connect Rocket.Chat' })).toBeVisible();
  await app.popup.getByRole('button', { name: 'Back' }).click();
  await expect(app.popup.getByRole('button', { name: 'Connect Zulip' })).toBeVisible();
});

test('try-it starts two servers and signs in to both', async ({ app }) => {
  await tryIt(app);
  await serverShows(app, ZULIP, 'no status');
  await serverShows(app, ROCKET_CHAT, 'no status');
  await expect(currentStatus(app)).toContainText('No status');
  await app.popup.getByRole('button', { name: 'Accounts', exact: true }).click();
  for (const name of [ZULIP, ROCKET_CHAT]) {
    await expect(app.popup.getByRole('listitem').filter({ hasText: name })).toContainText('try-it server');
  }
});

test('a click on a preset sets it on both servers', async ({ app }) => {
  await tryIt(app);
  await row(app, 'In a meeting').click();
  await expectSetEverywhere(app, '📅', 'In a meeting');
  await serverShows(app, ROCKET_CHAT, 'busy');
});

test('an emoji and a text set them on both servers', async ({ app }) => {
  await tryIt(app);
  await setStatus(app, { emoji: '🍔', text: 'Lunch with Priya' });
  await expectSetEverywhere(app, '🍔', 'Lunch with Priya');
  await expect(app.popup.getByRole('textbox', { name: 'Status text' })).toHaveValue('');
});

test('a preset in the tray’s menu sets it on both servers', async ({ app }) => {
  await tryIt(app);
  await app.chooseMenuItem(await menuLabel(app, '🚌 Commuting'));
  await expectSetEverywhere(app, '🚌', 'Commuting');
});

test('the shortcut opens the popup in the text field, and Enter sets what is typed', async ({ app }) => {
  await tryIt(app);
  await app.clickTray();
  await expect.poll(() => app.isPopupShown()).toBe(false);

  await app.pressShortcut(SHORTCUT);
  await expect.poll(() => app.isPopupShown()).toBe(true);
  await expectStatusScreen(app);
  const text = app.popup.getByRole('textbox', { name: 'Status text' });
  await expect(text).toBeFocused();
  await text.pressSequentially('Back at 15:15');
  await text.press('Enter');

  for (const organization of [ZULIP, ROCKET_CHAT]) {
    await serverShows(app, organization, 'Back at 15:15');
    await expectOutcome(app, organization, 'set');
  }
  await expect.poll(() => app.tooltip()).toBe('Whereabouts: Back at 15:15');
  expect(await app.menuLabels()).toContain('Back at 15:15');
});
