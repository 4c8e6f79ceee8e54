import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect, onElectron, test } from './driver/app.ts';
import type { App } from './driver/driver.ts';
import { addRules, clipped, narrowTo, picture, root } from './room.ts';
import { visitEveryScreen } from './screens.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const LOOKS = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'dark', forcedColors: 'active' },
} as const;

/** What axe finds, one line for each element. */
async function findings(app: App): Promise<string[]> {
  return root(app).evaluate(async (html, source) => {
    const global = globalThis as unknown as { axe?: { run(on: Document, options: RunOptions): Promise<AxeResults> } };
    // It reads `-webkit-text-fill-color`, which keeps the page's colour where the system's is painted.
    const rules = { 'color-contrast': { enabled: !matchMedia('(forced-colors: active)').matches } };
    // biome-ignore lint/security/noGlobalEval: the popup's policy lets no script in; the debugger's own is exempt.
    if (global.axe === undefined) globalThis.eval(source);
    const { violations } = (await global.axe?.run(html.ownerDocument, { rules })) ?? { violations: [] };
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.html}: ${node.failureSummary}`),
    );
  }, AXE);
}

/** As it is, and as a language that is written from right to left has it. */
async function inBothDirections(app: App, look: (direction: 'ltr' | 'rtl') => Promise<void>): Promise<void> {
  const turn = (direction: 'ltr' | 'rtl') =>
    root(app).evaluate((html, dir) => html.setAttribute('dir', dir), direction);
  await look('ltr');
  await turn('rtl');
  await look('rtl');
  await turn('ltr');
}

for (const [name, media] of Object.entries(LOOKS)) {
  test(`axe finds nothing on any screen, ${name}`, async ({ app, page }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    await visitEveryScreen(app, (screen) =>
      inBothDirections(app, async (direction) => {
        expect.soft(await findings(app), `${screen}, ${direction}`).toEqual([]);
      }),
    );
  });
}

test('axe finds an image without words', async ({ app }) => {
  await expect(app.popup.getByRole('main')).toBeVisible();
  expect(await findings(app)).toEqual([]);
  await app.popup.locator('body').evaluate((body) => body.append(document.createElement('img')));
  expect(await findings(app)).toContainEqual(expect.stringContaining('image-alt'));
});

test.describe('room', () => {
  test.skip(onElectron, 'the window’s size is the app’s own there');

  test('nothing is cut off at 320 pixels', async ({ app, page }) => {
    test.setTimeout(90_000);
    await narrowTo(page, 320);
    await visitEveryScreen(app, (screen) =>
      inBothDirections(app, async (direction) => {
        expect(await root(app).evaluate((html) => html.clientWidth)).toBe(320);
        expect.soft(await clipped(app), `${screen}, ${direction}`).toEqual([]);
        await picture(app, `320 ${screen} ${direction}`);
      }),
    );
  });

  test('nothing is cut off with text twice as large', async ({ app }) => {
    test.setTimeout(90_000);
    await expect(app.popup.getByRole('main')).toBeVisible();
    await addRules(root(app), ':root { font-size: 200% }');
    await visitEveryScreen(app, (screen) =>
      inBothDirections(app, async (direction) => {
        expect.soft(await clipped(app), `${screen}, ${direction}`).toEqual([]);
        await picture(app, `large ${screen} ${direction}`);
      }),
    );
  });

  test('what is cut off is found', async ({ app }) => {
    await expect(app.popup.getByRole('main')).toBeVisible();
    expect(await clipped(app)).toEqual([]);
    await app.popup.locator('main').evaluate((main) => {
      main.append(Object.assign(document.createElement('p'), { textContent: 'Wide', style: 'width: 900px' }));
    });
    expect(await clipped(app)).not.toEqual([]);
  });
});
