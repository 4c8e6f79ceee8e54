import { once } from 'node:events';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { shiftDate } from '../../../build/preview/shift-date.ts';
import type { DesktopAction } from '../../../build/preview/stand-in/desktop-state.ts';
import type { App, LaunchOptions } from './driver.ts';
import { launchPreview, spawnPreview } from './preview-driver.ts';

/** A key combination as Playwright spells it. */
function playwrightKeys(accelerator: string): string {
  return accelerator.replace(/CommandOrControl|CmdOrCtrl|Ctrl/g, 'Control').replace(/Command|Cmd|Super/g, 'Meta');
}

/** The app in the preview, driven through the desktop's page. */
export async function launchPreviewApp(page: Page, options: LaunchOptions): Promise<App> {
  const { userDataDir } = options;
  const tray = page.locator('#tray');
  let preview = await launchPreview(options);
  let aheadMs = 0;

  async function open(): Promise<void> {
    await page.goto(preview.url);
    await expect(tray).toBeVisible();
  }

  async function openMenu(): Promise<void> {
    await tray.click({ button: 'right' });
    await expect(page.getByRole('menu').first()).toBeVisible();
  }

  const act = (action: DesktopAction) =>
    page.evaluate((body) => fetch('/act', { method: 'POST', body }).then(() => {}), JSON.stringify(action));

  /** The popup's clock is the computer's as well; pages to come are told before their own scripts run. */
  async function shiftPages(ms: number): Promise<void> {
    aheadMs += ms;
    await page.addInitScript(shiftDate, ms);
    for (const frame of page.frames()) await frame.evaluate(shiftDate, ms);
  }

  async function startOver(): Promise<void> {
    preview = await launchPreview({ ...options, env: { ...options.env, PREVIEW_CLOCK_AHEAD_MS: String(aheadMs) } });
    await open();
  }

  await open();
  return {
    popup: page.frameLocator('iframe[data-window]'),
    userDataDir,
    desktop: {
      page,
      notifications: page.locator('#notifications'),
      servers: page.getByRole('region', { name: 'The servers’ side' }),
    },
    isPopupShown: () => page.locator('iframe[data-window]').isVisible(),
    clickTray: async () => {
      const told = page.waitForResponse((response) => response.request().postData()?.includes('click-tray') === true);
      await tray.click();
      await told;
    },
    chooseMenuItem: async (...labels) => {
      await openMenu();
      for (const label of labels) {
        await page
          .locator('[role^=menuitem]')
          .and(page.getByLabel(label, { exact: true }))
          .last()
          .click();
      }
      await expect(page.getByRole('menu')).toHaveCount(0);
    },
    menuLabels: async () => {
      await openMenu();
      const items = page.locator('#menus > [role=menu] > [role^=menuitem]');
      const labels = await items.evaluateAll((found) => found.map((item) => item.getAttribute('aria-label') ?? ''));
      await page.keyboard.press('Escape');
      return labels;
    },
    pressShortcut: (accelerator) => page.keyboard.press(playwrightKeys(accelerator)),
    tooltip: async () => (await tray.getAttribute('aria-label')) ?? '',
    restart: async (afterMs = 0) => {
      await preview.close();
      if (afterMs > 0) await shiftPages(afterMs);
      await startOver();
    },
    crashAndRestart: async () => {
      await preview.kill();
      await startOver();
    },
    startAgain: async (...args) => {
      await once(spawnPreview({ ...options, args }), 'exit');
    },
    sleep: async (ms) => {
      await act({ do: 'sleep' });
      await shiftPages(ms);
      await act({ do: 'wake', sleptMs: ms });
    },
    setClock: async (byMs) => {
      await shiftPages(byMs);
      await act({ do: 'set-clock', byMs });
    },
    setOnline: (online) => page.getByRole('button', { name: online ? 'Online' : 'Offline', exact: true }).click(),
    chooseFile: async (name, content) => {
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('File').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
      await dialog.getByRole('button').last().click();
    },
    saveFile: async (name) => {
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Name').fill(name);
      await dialog.getByRole('button').last().click();
      await expect(dialog).toHaveCount(0);
      return join(userDataDir, 'Saved files', name);
    },
    clipboard: async () => (await page.getByRole('region', { name: 'Clipboard' }).locator('pre').textContent()) ?? '',
    output: () => preview.output(),
    close: () => preview.close(),
  };
}
