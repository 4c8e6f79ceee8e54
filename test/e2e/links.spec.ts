import { expect, onElectron, test } from './driver/app.ts';
import type { App } from './driver/driver.ts';
import { currentStatus, openPopup, ROCKET_CHAT, serverShows, tryIt, ZULIP } from './steps.ts';

const question = ({ popup }: App) => popup.getByRole('alertdialog');

async function answer(app: App, button: string): Promise<void> {
  const chosen = question(app).getByRole('button', { name: button, exact: true });
  // It can be pressed only after the question has stood for a moment.
  await expect(chosen).not.toHaveAttribute('aria-disabled', 'true');
  await chosen.click();
  await expect(question(app)).toHaveCount(0);
}

test('a link asks before it does anything, the newest one only', async ({ app }) => {
  await tryIt(app);
  await app.popup.locator('body').press('Escape');
  await app.startAgain('whereabouts://set?text=Evil&emoji=%F0%9F%98%88');
  await expect(question(app)).toContainText('Evil');
  expect(await app.isPopupShown()).toBe(true);

  await app.startAgain('whereabouts://set?text=Lunch&emoji=%3Ahamburger%3A&until=23:59');
  await expect(question(app)).toContainText('Lunch');
  for (const words of ['🍔', ZULIP, ROCKET_CHAT, 'until']) await expect(question(app)).toContainText(words);
  await answer(app, 'Not now');
  await expect(currentStatus(app)).toContainText('No status');

  await app.startAgain('whereabouts://preset/commuting');
  await question(app).getByRole('checkbox', { name: 'Always allow this preset from links' }).check();
  await answer(app, 'Set');
  await serverShows(app, ZULIP, 'Commuting');

  await app.startAgain('whereabouts://clear');
  await answer(app, 'Clear');
  await expect(currentStatus(app)).toContainText('No status');
  await app.startAgain('whereabouts://preset/commuting');
  await serverShows(app, ZULIP, 'Commuting');
  await expect(question(app)).toHaveCount(0);

  await openPopup(app);
  await app.popup.getByRole('button', { name: 'Settings', exact: true }).click();
  await app.popup.getByRole('button', { name: 'Commands and links' }).click();
  await app.popup.getByRole('button', { name: /^Remove .*Commuting: links ask again/ }).click();
  await expect(app.popup.getByText('None. Links always ask first.')).toBeVisible();
  await app.popup.getByRole('button', { name: /^Copy the command for .*Busy/ }).click();
  await expect(app.popup.getByRole('status').filter({ hasText: 'Copied' })).toContainText('Busy');

  await app.startAgain('whereabouts://preset/../clear');
  await expect(question(app)).toContainText('Nothing was changed.');
  await answer(app, 'Close');
});

test.describe('at the start of the app', () => {
  test.use({ appArgs: ['whereabouts://set?text=Lunch'] });
  test.skip(onElectron, 'the link would be an argument of Playwright’s own');

  test('a link says that there is no account yet', async ({ app }) => {
    await expect(question(app)).toContainText('There is no account yet');
    await answer(app, 'Close');
    await expect(app.popup.getByRole('heading', { name: 'Where are you?' })).toBeVisible();
  });
});
