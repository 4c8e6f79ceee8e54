import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { directionOf } from '../../electron/contract/language.ts';
import { expect, onElectron, test } from './driver/app.ts';
import type { App } from './driver/driver.ts';
import { inLanguage } from './in-language.ts';
import { speak } from './language-steps.ts';
import { clipped, picture, root, whileNarrow, withRules } from './room.ts';
import { visitEveryScreen } from './screens.ts';
import { openPopup } from './steps.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const LOOKS = {
  'forced colours': { colorScheme: 'dark', forcedColors: 'active' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  light: { colorScheme: 'light', forcedColors: 'none' },
} as const;

/** What axe finds, one line for each element. */
async function findings(app: App): Promise<string[]> {
  return root(app).evaluate(async (html, source) => {
    const global = globalThis as unknown as { axe?: { run(on: Document, options: RunOptions): Promise<AxeResults> } };
    // It reads `-webkit-text-fill-color`, which keeps the page's colour where the system's is painted.
    const rules = { 'color-contrast': { enabled: !matchMedia('(forced-colors: active)').matches } };
    // biome-ignore lint/security/noGlobalEval: the popup's policy lets no script in; the debugger's own is exempt.
    if (global.axe === undefined) globalThis.eval(source);
    // Nothing plays sound here, and only what is wrong is told: the rest would take half of the time.
    const options: RunOptions = { rules, preload: false, resultTypes: ['violations'], selectors: false };
    const { violations } = (await global.axe?.run(html.ownerDocument, options)) ?? { violations: [] };
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.html}: ${node.failureSummary}`),
    );
  }, AXE);
}

/** One screen after the other, and each in every look, so that there are only as many ways through the app as languages. */
for (const tag of ['en', 'he']) {
  test(`on no screen axe finds anything or something is cut off, ${directionOf(tag)}`, async ({ app, page }) => {
    test.setTimeout(180_000);
    await openPopup(app);
    await speak(app, tag);
    await visitEveryScreen(inLanguage(app, tag), async (screen) => {
      expect(await root(app).getAttribute('dir')).toBe(directionOf(tag));
      for (const [look, media] of Object.entries(LOOKS)) {
        await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
        expect.soft(await findings(app), `${screen}, ${look}`).toEqual([]);
      }
      const lookForRoom = async (room: string) => {
        expect.soft(await clipped(app), `${screen}, ${room}`).toEqual([]);
        await picture(app, `${screen} ${tag} ${room}`);
      };
      await withRules(root(app), ':root { font-size: 200% }', () => lookForRoom('text twice as large'));
      // On Electron the window's size is the app's own.
      if (!onElectron) await whileNarrow(app, page, 320, () => lookForRoom('320 pixels'));
    });
  });
}

test('axe finds an image without words', async ({ app }) => {
  await expect(app.popup.getByRole('main')).toBeVisible();
  expect(await findings(app)).toEqual([]);
  await app.popup.locator('body').evaluate((body) => body.append(document.createElement('img')));
  expect(await findings(app)).toContainEqual(expect.stringContaining('image-alt'));
});

test('what is cut off is found', async ({ app }) => {
  // Until then the page is an empty one that keeps its place.
  await expect(app.popup.getByRole('heading', { name: 'Where are you?' })).toBeVisible();
  expect(await clipped(app)).toEqual([]);
  await app.popup.locator('main').evaluate((main) => {
    main.append(Object.assign(document.createElement('p'), { textContent: 'Wide', style: 'width: 900px' }));
  });
  expect(await clipped(app)).not.toEqual([]);
});
