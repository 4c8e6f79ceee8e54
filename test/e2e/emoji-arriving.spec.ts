import { expect, test } from './demo-servers.ts';
import type { App } from './driver/driver.ts';
import { connectRocketChat, connectZulip, currentStatus, openPopup, row, savePreset } from './steps.ts';

const text = ({ popup }: App) => popup.getByLabel('Status text');

async function pickFor({ popup }: App, field: string, query: string, name: string): Promise<void> {
  await popup.getByRole('button', { name: `${field}: ` }).click();
  await popup.getByRole('combobox', { name: 'Search emoji' }).fill(query);
  await popup.getByRole('gridcell', { name, exact: true }).click();
}

async function back(app: App): Promise<void> {
  await app.popup.getByRole('button', { name: 'Back' }).click();
}

test('a preset says which server will show its fallback, and so it is', async ({ app, zulip, rocketChat }) => {
  const { popup } = app;
  zulip.changeEmoji([{ id: '7', name: 'acme-beach', deactivated: false, authorId: 8 }]);
  await connectZulip(app, zulip);
  await connectRocketChat(app, rocketChat);
  await popup.getByRole('button', { name: 'Presets', exact: true }).click();
  await popup.getByRole('button', { name: 'New preset' }).click();
  await popup.getByRole('textbox', { name: 'Text', exact: true }).fill('On holiday');
  await pickFor(app, 'Emoji', 'acme-beach', 'acme-beach');
  const look = popup.getByRole('region', { name: 'How it will look' });
  await expect(look).toContainText('Riverside does not have :acme-beach: and will show none.');
  await pickFor(app, 'Emoji where this is missing', 'beach with', 'beach with umbrella');
  await expect(look).toContainText('Riverside will show 🏖️ instead of :acme-beach:.');
  await savePreset(app);
  await back(app);
  await row(app, 'On holiday').click();
  await expect.poll(() => zulip.state().you).toMatchObject({ emoji: 'acme-beach', text: 'On holiday' });
  await expect.poll(() => rocketChat.state().you.text).toBe('🏖️ On holiday');

  // An administrator takes it away: the preset's row says so the next time somebody looks.
  zulip.changeEmoji([{ id: '7', name: 'acme-beach', deactivated: true, authorId: 8 }]);
  const gone = popup.getByRole('option', { name: /On holiday.*Acme no longer has :acme-beach:/ });
  await expect(async () => {
    if (await app.isPopupShown()) await app.clickTray();
    await expect.poll(() => app.isPopupShown()).toBe(false);
    await openPopup(app);
    await expect(gone.first()).toBeVisible({ timeout: 2_000 });
  }).toPass();
});

test('a shortcode typed in the workspace itself is shown as the emoji that it is', async ({ app, rocketChat }) => {
  for (const person of rocketChat.workspace.people) person.statusText = ':palm_tree: By the sea';
  await connectRocketChat(app, rocketChat);
  await expect(currentStatus(app)).toContainText('🌴');
  await expect(currentStatus(app)).toContainText('By the sea');
  await expect(currentStatus(app)).not.toContainText('palm_tree');
});

test('a skin tone that a server does not have is said before it is set', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  await text(app).fill('👋🏽 Hello');
  await expect(app.popup.getByRole('status').filter({ hasText: 'Acme will show 👋 instead of 👋🏽.' })).toBeVisible();
  await text(app).press('Enter');
  await expect.poll(() => zulip.state().you).toMatchObject({ emoji: 'wave', text: 'Hello' });
});

test('completes by the names that only the server has', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  await text(app).pressSequentially('Fixing :working_o');
  await app.popup.getByRole('option', { name: ':working_on_it:' }).waitFor();
  await text(app).press('Enter');
  await expect(text(app)).toHaveValue('Fixing 🛠️ ');
  // There it is 📆, elsewhere 📅.
  await text(app).pressSequentially(':date:');
  await expect(text(app)).toHaveValue('Fixing 🛠️ 📆');
});

test('shows the still picture to those who want less motion', async ({ app, page, zulip }) => {
  zulip.changeEmoji([{ id: '5', name: 'dancing', deactivated: false, authorId: 8, picture: 'animated' }]);
  await connectZulip(app, zulip);
  await app.popup.getByRole('button', { name: 'Emoji: ' }).click();
  await app.popup.getByRole('combobox', { name: 'Search emoji' }).fill('dancing');
  const picture = app.popup.getByRole('gridcell', { name: 'dancing', exact: true }).locator('img');
  const shown = () => picture.evaluate((image: HTMLImageElement) => [image.currentSrc === image.src, image.complete]);
  await expect.poll(shown).toEqual([true, true]);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect.poll(shown).toEqual([false, true]);
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
});
