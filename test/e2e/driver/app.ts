import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, expect } from '@playwright/test';
import type { App, LaunchOptions } from './driver.ts';
import { launchElectronApp } from './electron-app.ts';
import { launchPreviewApp } from './preview-app.ts';

export { expect } from '@playwright/test';

/** True where the specs run on real Electron: `WHEREABOUTS_E2E=electron`. */
export const onElectron = process.env.WHEREABOUTS_E2E === 'electron';

interface ForTest {
  app: App;
  appEnv: Record<string, string>;
  appArgs: string[];
}

interface ForWorker {
  sharedContext: BrowserContext;
}

/** Specs get `app`, started with settings of its own; `appEnv` and `appArgs` are set with `test.use`. */
export const test = base.extend<ForTest, ForWorker>({
  // Making one takes the browser longer than many a test takes. Each preview is an origin of its own, and so keeps its own.
  sharedContext: [
    async ({ browser }, use, { project }) => {
      const { viewport = null, locale = 'en', actionTimeout = 0 } = project.use;
      const context = await browser.newContext({ viewport, locale });
      context.setDefaultTimeout(actionTimeout);
      await use(context);
      await context.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ sharedContext }, use) => {
    const page = await sharedContext.newPage();
    await use(page);
    await page.close();
    await sharedContext.clearCookies();
  },
  appEnv: [{}, { option: true }],
  appArgs: [[], { option: true }],
  app: async ({ page, appEnv, appArgs }, use, testInfo) => {
    const userDataDir = mkdtempSync(join(tmpdir(), 'whereabouts-e2e-'));
    const options: LaunchOptions = { userDataDir, env: appEnv, args: appArgs };
    const app = onElectron ? await launchElectronApp(options) : await launchPreviewApp(page, options);
    // Without an account it shows itself; a click on the icon that came in between would hide it.
    await expect.poll(() => app.isPopupShown(), { intervals: [50] }).toBe(true);
    await use(app);
    await app.close();
    if (testInfo.status !== testInfo.expectedStatus) await testInfo.attach('output', { body: app.output() });
    rmSync(userDataDir, { recursive: true, force: true });
  },
});
