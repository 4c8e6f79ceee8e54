import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page, TestInfo } from '@playwright/test';
import { expect, onElectron, test } from './driver/app.ts';
import type { App } from './driver/driver.ts';
import { tryIt } from './steps.ts';

// The README's pictures of the app: `WHEREABOUTS_SCREENSHOTS=1` renews those in assets/screenshots, else they go to the
// test's own folder.

const LARGEST_BYTES = 180_000;
const kept = fileURLToPath(new URL('../../assets/screenshots/', import.meta.url));

test.skip(onElectron, 'they are made in the preview, whose desktop is the same everywhere');
test.use({
  deviceScaleFactor: 2,
  contextOptions: { reducedMotion: 'reduce' },
  // The one that the tests of a worker share has other options.
  page: async ({ context }, use) => use(await context.newPage()),
});

function pathOf(name: string, testInfo: TestInfo): string {
  const path = process.env.WHEREABOUTS_SCREENSHOTS === '1' ? join(kept, name) : testInfo.outputPath(name);
  mkdirSync(dirname(path), { recursive: true });
  return path;
}

async function picturePopup(app: App, page: Page, name: string): Promise<void> {
  const path = pathOf(`${name}.png`, test.info());
  // A blinking caret would make each picture another one.
  await page.locator('iframe[data-window]').screenshot({ path, caret: 'hide', animations: 'disabled' });
  expect(await app.isPopupShown()).toBe(true);
  expect(statSync(path).size).toBeLessThan(LARGEST_BYTES);
}

async function setRunningStatus({ popup }: App): Promise<void> {
  await popup.getByRole('option', { name: 'In a meeting' }).click();
  await expect(popup.getByRole('region', { name: 'Current status' })).toContainText('In a meeting');
  await expect(popup.getByRole('progressbar', { name: 'Time left' })).toBeVisible();
  await expect(popup.getByText('sending…')).toHaveCount(0);
}

test('first run and adding an account', async ({ app, page }) => {
  await expect(app.popup.getByRole('heading', { name: 'Where are you?' })).toBeVisible();
  await picturePopup(app, page, 'first-run');
  await app.popup.getByRole('button', { name: 'Connect Zulip' }).click();
  await app.popup.getByRole('textbox', { name: 'Server address' }).fill('chat.example.org');
  await picturePopup(app, page, 'add-account');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the status screen, ${colorScheme}`, async ({ app, page }) => {
    await page.emulateMedia({ colorScheme });
    await tryIt(app);
    await setRunningStatus(app);
    await picturePopup(app, page, `status-${colorScheme}`);
  });
}

test('accounts, presets and settings', async ({ app, page }) => {
  const { popup } = app;
  await tryIt(app);
  for (const place of ['Accounts', 'Presets', 'Settings']) {
    await popup.getByRole('navigation').getByRole('button', { name: place }).click();
    await expect(popup.getByRole('heading', { name: place, level: 1 })).toBeVisible();
    await picturePopup(app, page, place.toLowerCase());
    await popup.getByRole('button', { name: 'Back' }).click();
  }
  await popup.getByRole('navigation').getByRole('button', { name: 'Presets' }).click();
  await popup.getByRole('button', { name: 'Edit In a meeting' }).click();
  await picturePopup(app, page, 'preset');
});

test('the tray’s menu', async ({ app, page }) => {
  await tryIt(app);
  await setRunningStatus(app);
  await page.locator('#tray').click({ button: 'right' });
  const menu = page.getByRole('menu', { name: 'Tray menu' });
  await expect(menu).toBeVisible();
  const path = pathOf('tray-menu.png', test.info());
  await menu.screenshot({ path });
  expect(statSync(path).size).toBeLessThan(LARGEST_BYTES);
});
