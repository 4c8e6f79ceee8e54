import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from '@playwright/test';
import { chromiumLaunchOptions } from '../../build/system-chromium.mjs';
import { buildEmptyPage } from './empty-page.ts';
import { type Bench, inTurn } from './measurement.ts';
import { popupState, standInForPreload } from './popup-state.ts';
import { serveFolder } from './serve-folder.ts';

const RUNS = 31;
const USABLE = 'usable after ';
/** Until the browser has made its new window, which takes longer than what is measured. */
const SETTLED_MS = 400;
const built = fileURLToPath(new URL('../../out/renderer', import.meta.url));

/** The popup's way from its first script to the first frame with something to press, against an empty Preact page. */
export const popup: Bench = { name: 'popup', measure };

async function measure() {
  const empty = await buildEmptyPage();
  const [popupServer, emptyServer] = await Promise.all([serveFolder(built), serveFolder(empty.folder)]);
  const browser = await chromium.launch(chromiumLaunchOptions({ whole: true }));
  try {
    await untilInteractive(browser, popupServer.url);
    const [own, bare] = await inTurn(
      RUNS,
      () => untilInteractive(browser, popupServer.url),
      () => untilInteractive(browser, emptyServer.url),
    );
    const script = await firstLoadBytes(browser, popupServer.url);
    const detail = `${own.toFixed(1)} ms to ${bare.toFixed(1)} ms`;
    return [
      { name: 'popup interactive', unit: 'ratio' as const, bound: 1.5, value: own / bare, detail },
      {
        name: 'popup JavaScript',
        unit: 'kB' as const,
        bound: 40,
        value: script / 1000,
        detail: 'all that is read for the status screen, gzip',
      },
    ];
  } finally {
    await browser.close();
    await Promise.all([popupServer.close(), emptyServer.close()]);
    await empty.remove();
  }
}

/** Milliseconds from the moment the first script is asked for to the end of the first frame that can be used. */
async function untilInteractive(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 372, height: 612 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(standInForPreload, popupState());
    await page.addInitScript(tellFirstUsableFrame, USABLE);
    // Told by the page: to ask it, Playwright would have it compile a large script of its own, in the midst of this.
    const usable = page.waitForEvent('console', (message) => message.text().startsWith(USABLE));
    await page.waitForTimeout(SETTLED_MS);
    await page.goto(url);
    return Number((await usable).text().slice(USABLE.length));
  } finally {
    await context.close();
  }
}

/** Runs in the page. */
function tellFirstUsableFrame(mark: string): void {
  new MutationObserver((_changes, observer) => {
    if (document.querySelector('button:not(:disabled), input:not(:disabled)') === null) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const end = performance.now();
        const script = performance.getEntriesByType('resource').find((entry) => /\.js$/.test(entry.name));
        console.log(mark + (end - (script?.startTime ?? Number.NaN)));
      };
      port2.postMessage(null);
    });
  }).observe(document, { childList: true, subtree: true });
}

/** Every script that is read until the whole status screen is there, compressed one by one. */
async function firstLoadBytes(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.addInitScript(standInForPreload, popupState());
    const scripts: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (new URL(response.url()).pathname.endsWith('.js')) scripts.push(response.body());
    });
    await page.goto(url);
    await page.getByRole('option').first().waitFor();
    const bodies = await Promise.all(scripts);
    if (bodies.length === 0) throw new Error('The page has read no script.');
    return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
  } finally {
    await context.close();
  }
}
