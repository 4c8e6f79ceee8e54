import { fileURLToPath } from 'node:url';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { chromiumLaunchOptions } from '../../build/system-chromium.mjs';
import { buildEmojiMartPage } from './emoji-mart-page.ts';
import { customEmoji, openPicker, type PickerPage, pressKeys, standInForPreload } from './emoji-picker-page.ts';
import { type Bench, median } from './measurement.ts';
import { popupState } from './popup-state.ts';
import { serveFolder } from './serve-folder.ts';

const RUNS = 7;
const SLOWER = 4;
const CUSTOM = 5_000;
/** Long enough for both pages to have made themselves ready. */
const IDLE_MS = 2_500;
const SEARCHES = ['coffee', 'lunch', 'home', 'sick', 'meeting', 'car', 'beach', 'acme-12', 'thumbs', 'smile'];
const built = fileURLToPath(new URL('../../out/renderer', import.meta.url));

const OURS: PickerPage = {
  button: '.emoji-button',
  root: '.emoji-picker',
  cells: '.emoji-cell',
  search: 'input.emoji-search',
};
const THEIRS: PickerPage = {
  button: '#open',
  root: 'em-emoji-picker',
  cells: '.category button[aria-posinset]',
  search: 'input[type="search"]',
};

/** Our picker next to emoji-mart's, over all Unicode emoji and 5,000 of an organisation's own, on a slow processor. */
export const emojiPicker: Bench = { name: 'emoji-picker', measure };

interface Run {
  /** Milliseconds from the click to the first frame that can be used. */
  open: number;
  /** Milliseconds from a letter to the last frame that it changes, the middle one of all. */
  key: number;
  /** What scripts hold on the page once it is open, in bytes. */
  memory: number;
}

async function measure() {
  const mart = await buildEmojiMartPage();
  const [ourServer, theirServer] = await Promise.all([serveFolder(built), serveFolder(mart.folder)]);
  const browser = await chromium.launch(chromiumLaunchOptions({ whole: true }));
  const ours: Run[] = [];
  const theirs: Run[] = [];
  try {
    for (let run = 0; run < RUNS; run += 1) {
      ours.push(await measurePage(browser, ourServer.url, OURS));
      theirs.push(await measurePage(browser, theirServer.url, THEIRS));
    }
  } finally {
    await browser.close();
    await Promise.all([ourServer.close(), theirServer.close()]);
    await mart.remove();
  }
  return [
    compared('emoji picker opens', 0.5, 'ms', ours, theirs, ({ open }) => open),
    compared('emoji picker key', 0.5, 'ms', ours, theirs, ({ key }) => key),
    compared('emoji picker memory', 1, 'MB', ours, theirs, ({ memory }) => memory / 1e6),
  ];
}

function compared(name: string, bound: number, of: string, ours: Run[], theirs: Run[], value: (run: Run) => number) {
  const [own, other] = [median(ours.map(value)), median(theirs.map(value))];
  const detail = `${own.toFixed(1)} ${of} to emoji-mart’s ${other.toFixed(1)} ${of}`;
  return { name, unit: 'ratio' as const, bound, value: own / other, detail };
}

async function measurePage(browser: Browser, url: string, picker: PickerPage): Promise<Run> {
  const context = await browser.newContext({ viewport: { width: 372, height: 612 } });
  try {
    const page = await context.newPage();
    const devTools = await context.newCDPSession(page);
    await page.addInitScript(standInForPreload, { state: popupState(), emoji: customEmoji(CUSTOM) });
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.goto(url);
    await page.waitForSelector(picker.button);
    await page.waitForTimeout(IDLE_MS);
    const open = await page.evaluate(openPicker, picker);
    const memory = await heldMemory(page, devTools);
    const keys: number[] = [];
    for (const search of SEARCHES) keys.push(...(await page.evaluate(pressKeys, { picker, search })));
    return { open, key: median(keys), memory };
  } finally {
    await context.close();
  }
}

async function heldMemory(page: Page, devTools: CDPSession): Promise<number> {
  await page.waitForTimeout(500);
  await devTools.send('HeapProfiler.enable');
  await devTools.send('HeapProfiler.collectGarbage');
  await devTools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devTools.send('Runtime.getHeapUsage');
  return usedSize;
}
