import { once } from 'node:events';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { chromiumLaunchOptions } from '../../build/system-chromium.mjs';
import { launchPreview, type Preview, spawnPreview } from '../e2e/driver/preview-driver.ts';

const main = fileURLToPath(new URL('./fixture-app/main.js', import.meta.url));

let browser: Browser;
let preview: Preview;
let page: Page;

beforeAll(async () => {
  browser = await chromium.launch(chromiumLaunchOptions());
}, 60_000);
afterAll(() => browser.close());

beforeEach(async () => {
  preview = await launchPreview({ main });
  page = await browser.newPage();
  page.setDefaultTimeout(5_000);
  await page.goto(preview.url);
  await tray('idle').waitFor();
});
afterEach(async () => {
  await page.close();
  await preview.close();
});

const tray = (words: string) => page.getByRole('button', { name: `Fixture: ${words}` });
const popup = () => page.frameLocator('iframe[title="Fixture popup"]');
const field = () => popup().getByLabel('Name');
const answer = () => popup().getByRole('status');
const active = () => page.evaluate(() => document.querySelector('iframe')?.contentDocument?.activeElement?.id);

test('a tray click toggles the popup and main says what gets the focus', async () => {
  expect(await field().isVisible()).toBe(false);
  await tray('idle').click();
  await field().waitFor();
  await vi.waitFor(async () => expect(await active()).toBe('greet'));
});

test('a press outside blurs the popup', async () => {
  await tray('idle').click();
  await field().waitFor();
  await page.mouse.click(200, 700);
  await field().waitFor({ state: 'hidden' });
});

test('an invoke carries structured-clone values both ways and the sender’s real origin', async () => {
  await tray('idle').click();
  await field().fill('Ada');
  await popup().getByRole('button', { name: 'Greet' }).click();
  await vi.waitFor(async () => expect(await answer().textContent()).toBe('Hello Ada at app://popup: true true true'));
  await tray('greeted Ada').waitFor();
});

test('invokes reach main in their order, and their answers a page whose desktop shows what they changed', async () => {
  await tray('idle').click();
  await field().waitFor();
  const numbers = await field().evaluate(async () => {
    const { fixture } = window as unknown as { fixture: { nthCall(): Promise<number> } };
    return Promise.all(Array.from({ length: 60 }, () => fixture.nthCall()));
  });
  expect(numbers).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
  for (const name of ['Ada', 'Grace', 'Joan', 'Edith', 'Barbara']) {
    const seen = await field().evaluate(async (_field, greeted) => {
      const { fixture } = window as unknown as { fixture: { greet(name: string): Promise<unknown> } };
      await fixture.greet(greeted);
      return parent.document.getElementById('tray')?.getAttribute('aria-label');
    }, name);
    expect(seen).toBe(`Fixture: greeted ${name}`);
  }
});

test('an invoke without a handler rejects as in Electron', async () => {
  await tray('idle').click();
  await popup().getByRole('button', { name: 'Missing' }).click();
  const error = "Error invoking remote method 'missing': Error: No handler registered for 'missing'";
  await vi.waitFor(async () => expect(await answer().textContent()).toBe(error));
});

test('the app’s content security policy holds in the popup', async () => {
  await tray('idle').click();
  await field().waitFor();
  expect(await popup().locator('body').getAttribute('data-inline')).toBeNull();
});

test('the menu works by mouse and by keyboard', async () => {
  await tray('idle').click({ button: 'right' });
  await page.getByRole('menuitemcheckbox', { name: 'Loud', checked: false }).click();
  await tray('loud').click({ button: 'right' });
  // Linux shows the copy that `setContextMenu` took.
  await page.getByRole('menuitemcheckbox', { name: 'Loud', checked: false }).waitFor();
  expect(await page.getByRole('menuitem', { name: 'Never' }).isDisabled()).toBe(true);
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await page.keyboard.press('ContextMenu');
  await page.getByRole('menuitem', { name: 'Open' }).waitFor();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  await tray('Lunch').waitFor();
});

test('a global shortcut works in the desktop and in the popup', async () => {
  await page.keyboard.press('Control+Shift+Y');
  await field().waitFor();
  await vi.waitFor(async () => expect(await active()).toBe('name'));
  await popup().getByRole('button', { name: 'Greet' }).focus();
  await page.keyboard.press('Control+Shift+Y');
  await vi.waitFor(async () => expect(await active()).toBe('name'));
});

test('notifications, links and waking up reach the page and the app', async () => {
  const choose = async (name: string) => {
    await page.locator('#tray').click({ button: 'right' });
    await page.getByRole('menuitem', { name }).click();
  };
  await choose('Notify');
  await page.getByRole('status').filter({ hasText: 'It is set.' }).getByRole('button', { name: 'Undo' }).click();
  await tray('undone').waitFor();
  await choose('Help');
  await page.getByRole('status').filter({ hasText: 'Would open https://example.org/help' }).waitFor();
  await page.getByRole('button', { name: 'Sleep' }).click();
  await page.getByRole('button', { name: 'Wake up' }).click();
  await tray('awake').waitFor();
});

test('a chosen file reaches the app', async () => {
  await tray('idle').click();
  await popup().getByRole('button', { name: 'Pick' }).click();
  const dialog = page.getByRole('dialog', { name: 'Choose a zuliprc file' });
  await dialog
    .getByLabel('File')
    .setInputFiles({ name: 'zuliprc', mimeType: 'text/plain', buffer: Buffer.from('[api]') });
  await dialog.getByRole('button', { name: 'Open' }).click();
  await vi.waitFor(async () => expect(await answer().textContent()).toBe('[api]'));
});

test('a second start hands its wish to the first and ends', async () => {
  const second = spawnPreview({ main, userDataDir: preview.userDataDir, args: ['lunch'] });
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
  await tray('second lunch').waitFor();
});

test('after a crash the next start has the lock', async () => {
  await preview.kill();
  expect(statSync(`${preview.userDataDir}/SingletonLock`).isFile()).toBe(true);
  preview = await launchPreview({ main, userDataDir: preview.userDataDir });
  await page.goto(preview.url);
  await tray('idle').waitFor();
});

test('quitting by the menu ends the process and the page says so', async () => {
  await tray('idle').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Quit' }).click();
  await page.getByText('Fixture has quit').waitFor();
  if (preview.process.exitCode === null) await once(preview.process, 'exit');
  expect(preview.process.exitCode).toBe(0);
});

test('only the browser with the one-time token gets in', async () => {
  const { origin } = new URL(preview.url);
  expect((await fetch(origin)).status).toBe(403);
  expect((await fetch(preview.url)).status).toBe(403);
  const context = await browser.newContext();
  expect((await (await context.newPage()).goto(preview.url))?.status()).toBe(403);
  await context.close();
  const strangeHost = await page.request.get(origin, { headers: { host: 'localhost' } });
  expect(strangeHost.status()).toBe(403);
  const foreign = await page.request.post(`${origin}/act`, { headers: { origin: 'https://evil.example' }, data: '{}' });
  expect(foreign.status()).toBe(403);
});
