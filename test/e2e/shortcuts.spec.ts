import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './demo-servers.ts';
import { onElectron } from './driver/app.ts';
import type { App } from './driver/driver.ts';
import { connectZulip, openPopup } from './steps.ts';

const ENTRY = 'app.whereabouts.Whereabouts.desktop';

async function openSettings({ popup }: App): Promise<void> {
  await popup.getByRole('button', { name: 'Settings', exact: true }).click();
  await expect(popup.getByRole('heading', { name: 'Settings' })).toBeVisible();
}

async function record({ popup }: App, name: string, keys: string): Promise<void> {
  await popup.getByRole('button', { name: `Change the keys for ${name}, now` }).click();
  await popup.getByRole('textbox', { name: 'Press the keys…' }).press(keys);
}

test('a preset’s shortcut sets its status; a conflict is said by name; a deleted preset’s keys come back with it', async ({
  app,
  zulip,
}) => {
  await connectZulip(app, zulip);
  const { popup } = app;
  await openSettings(app);
  await record(app, '🚌 Commuting', 'Control+Alt+1');
  await expect(popup.getByRole('button', { name: 'Change the keys for 🚌 Commuting, now Ctrl Alt 1' })).toBeVisible();
  await record(app, 'Clear status', 'Control+Alt+1');
  await expect(popup.getByRole('alert')).toContainText('sets “🚌 Commuting” already');
  await record(app, 'Clear status', 'Control+Alt+0');
  await expect(popup.getByRole('alert')).toHaveCount(0);

  await popup.getByRole('button', { name: 'Back' }).click();
  await app.clickTray();
  await expect.poll(() => app.isPopupShown()).toBe(false);
  await app.pressShortcut('Control+Alt+1');
  await expect.poll(() => zulip.state().you.text).toBe('Commuting');
  await app.pressShortcut('Control+Alt+0');
  await expect.poll(() => zulip.state().you.text).toBe('');
  expect(await app.isPopupShown()).toBe(false);

  await openPopup(app);
  await popup.getByRole('button', { name: 'Presets', exact: true }).click();
  await popup.getByRole('button', { name: 'Delete Commuting' }).click();
  const registered = app.desktop?.page.getByRole('button', { name: 'CommandOrControl+Alt+1' });
  if (registered) await expect(registered).toHaveCount(0);
  await popup.getByRole('button', { name: 'Undo' }).click();
  if (registered) await expect(registered).toHaveCount(1);
});

test.describe('on Linux', () => {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-xdg-'));
  const config = join(folder, 'config with a space');
  const data = join(folder, 'data');
  test.use({ appEnv: { XDG_CONFIG_HOME: config, XDG_DATA_HOME: data } });
  test.skip(process.platform !== 'linux', 'other systems keep login items themselves');
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('starting at login is a file, shown as it is; presets go into the app menu when asked', async ({
    app,
    zulip,
  }) => {
    await connectZulip(app, zulip);
    const { popup } = app;
    const autostart = join(config, 'autostart', ENTRY);
    const menuEntry = join(data, 'applications', ENTRY);
    const atLogin = popup.getByRole('checkbox', { name: /^Start at login/ });
    const inMenu = popup.getByRole('checkbox', { name: 'Offer presets in the app menu' });
    await openSettings(app);
    await expect(atLogin).not.toBeChecked();
    await atLogin.click();
    await expect(atLogin).toBeChecked();
    expect(readFileSync(autostart, 'utf8')).toMatch(/^Exec=.+ --hidden$/m);

    // As the desktop's own tool switches it off.
    writeFileSync(autostart, `${readFileSync(autostart, 'utf8')}Hidden=true\n`);
    await popup.getByRole('button', { name: 'Back' }).click();
    await openSettings(app);
    await expect(atLogin).not.toBeChecked();
    await atLogin.click();
    await expect(atLogin).toBeChecked();
    await atLogin.click();
    await expect(atLogin).not.toBeChecked();
    expect(existsSync(autostart)).toBe(false);

    await inMenu.click();
    await expect
      .poll(() => existsSync(menuEntry) && readFileSync(menuEntry, 'utf8'))
      .toContain('preset "In a meeting"');
    await inMenu.click();
    await expect.poll(() => existsSync(menuEntry)).toBe(false);

    await app.clickTray();
    await expect.poll(() => app.isPopupShown()).toBe(false);
    await app.startAgain('--hidden');
    expect(await app.isPopupShown(), 'a start at login opens nothing').toBe(false);
  });
});

test.describe('on macOS', () => {
  test.use({ appEnv: { PREVIEW_PLATFORM: 'darwin' } });
  test.skip(onElectron, 'a dock can’t be clicked there');

  test('the dock’s menu sets, clears and opens', async ({ app, zulip }) => {
    await connectZulip(app, zulip);
    await app.clickTray();
    const dock = app.desktop?.page.getByRole('region', { name: 'In the dock' });
    await dock?.getByRole('button', { name: 'In a meeting' }).click();
    await expect.poll(() => zulip.state().you.text).toBe('In a meeting');
    await dock?.getByRole('button', { name: 'Clear status' }).click();
    await expect.poll(() => zulip.state().you.text).toBe('');
    await dock?.getByRole('button', { name: 'Open Whereabouts' }).click();
    await expect.poll(() => app.isPopupShown()).toBe(true);
  });
});
