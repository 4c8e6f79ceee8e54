import { expect, test } from './demo-servers.ts';
import type { App } from './driver/driver.ts';
import { connectZulip, openPopup, pickEmoji } from './steps.ts';

const search = ({ popup }: App) => popup.getByRole('combobox', { name: 'Search emoji' });
const button = ({ popup }: App, chosen: string) => popup.getByRole('button', { name: `Emoji: ${chosen}` });
const text = ({ popup }: App) => popup.getByLabel('Status text');

async function open(app: App): Promise<void> {
  await button(app, '').click();
  await expect(search(app)).toBeFocused();
}

test('picks by mouse, and the server gets it', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  await open(app);
  await app.popup.getByRole('toolbar', { name: 'Categories' }).getByRole('button', { name: 'Food and drink' }).click();
  await app.popup.getByRole('gridcell', { name: 'red apple' }).click();
  await expect(button(app, '🍎')).toBeFocused();
  await text(app).fill('Snack');
  await text(app).press('Enter');
  await expect.poll(() => zulip.state().you.emoji).toBe('apple');
});

test('picks by keyboard alone, and Esc goes back to where it was opened', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  await button(app, 'none').focus();
  await button(app, 'none').press('Enter');
  await expect(search(app)).toBeFocused();
  await search(app).press('Escape');
  await expect(button(app, 'none')).toBeFocused();
  expect(await app.isPopupShown()).toBe(true);

  await button(app, 'none').press('Enter');
  await search(app).pressSequentially('hot bev');
  await expect(app.popup.getByRole('status').filter({ hasText: 'emoji found' })).toBeAttached();
  await search(app).press('Enter');
  await expect(button(app, '☕')).toBeFocused();
});

test('moves through the grid by arrows, Home, End and pages', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  await open(app);
  const active = () =>
    search(app).evaluate((input) => {
      const cell = input.ownerDocument.getElementById(input.getAttribute('aria-activedescendant') ?? '');
      return cell?.getAttribute('aria-label');
    });
  await expect.poll(active).toBe('grinning face');
  await search(app).press('ArrowRight');
  await expect.poll(active).toBe('grinning face with big eyes');
  await search(app).press('Home');
  await expect.poll(active).toBe('grinning face');
  await search(app).press('Control+End');
  await expect.poll(active).not.toBe('grinning face');
  const last = await active();
  await search(app).press('PageUp');
  await expect.poll(active).not.toBe(last);
  await search(app).press('Control+Home');
  await expect.poll(active).toBe('grinning face');
  await search(app).press('ArrowDown');
  await search(app).press('End');
  await expect.poll(active).not.toBe('grinning face');
});

test('remembers the skin tone and what is used most', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  await open(app);
  await app.popup.getByRole('button', { name: 'Skin tone' }).click();
  await app.popup.getByRole('menuitemradio', { name: 'Medium', exact: true }).click();
  await search(app).fill('wave');
  await app.popup.getByRole('gridcell', { name: 'waving hand' }).click();
  await expect(button(app, '👋🏽')).toBeVisible();
  await open(app);
  await expect(app.popup.getByRole('row').nth(1).getByRole('gridcell').first()).toHaveAccessibleName('waving hand');
  await expect(app.popup.getByRole('grid')).toContainText('👋🏽');
});

test('picks while offline, an organisation’s own too', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  // Hidden before something else is clicked, which would hide it in its own time.
  await text(app).press('Escape');
  await expect.poll(() => app.isPopupShown()).toBe(false);
  await app.setOnline(false);
  zulip.faults.offline = true;
  await openPopup(app);
  await pickEmoji(app, 'palm tree');
  await expect(button(app, '🌴')).toBeVisible();
  await pickEmoji(app, 'green_tick');
  await expect(button(app, ':green_tick:')).toBeVisible();
});

test('completes shortcodes and emoticons in the text', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  await text(app).pressSequentially('Tea or :coff');
  await app.popup.getByRole('option', { name: ':coffee:' }).waitFor();
  await text(app).press('Enter');
  await expect(text(app)).toHaveValue('Tea or ☕ ');
  await text(app).pressSequentially(':tada: and :-) ');
  await expect(text(app)).toHaveValue('Tea or ☕ 🎉 and 🙂 ');
});

test('moves an emoji at the start of the text to its own field, and back', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  await text(app).fill('🍕 Pizza');
  await expect(button(app, '🍕')).toBeVisible();
  await expect(text(app)).toHaveValue('Pizza');
  await text(app).press('Control+z');
  await expect(text(app)).toHaveValue('🍕 Pizza');
  await expect(button(app, 'none')).toBeVisible();
});

test('shows beforehand how it will look', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  await pickEmoji(app, '☕');
  await text(app).fill('Break');
  const look = app.popup.getByRole('region', { name: 'How it will look' });
  await expect(look).toContainText('Break');
  await expect(look).toContainText('☕');
});
