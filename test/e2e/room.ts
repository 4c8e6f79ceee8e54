import { expect, type Locator, type Page, test } from '@playwright/test';
import type { App } from './driver/driver.ts';

export const root = ({ popup }: App): Locator => popup.locator('html');

/** What is wider than the room it has, one line for each element. Texts that end in an ellipsis may be cut. */
export async function clipped(app: App): Promise<string[]> {
  return root(app).evaluate((html) =>
    [html, ...html.querySelectorAll('body, body *')]
      .filter((element) => {
        const { overflowX, textOverflow, display } = getComputedStyle(element);
        if (textOverflow === 'ellipsis' || display === 'inline' || element.matches('input, .sr-only')) return false;
        const { left, right } = element.getBoundingClientRect();
        const pokesOut = right > html.clientWidth + 1 || left < -1;
        return pokesOut || (overflowX !== 'visible' && element.scrollWidth > element.clientWidth);
      })
      .map((element) => `${element.tagName}.${element.className}: ${element.scrollWidth} > ${element.clientWidth}`),
  );
}

/** Adds style rules to the page that an element is in, past its policy. */
export async function addRules(element: Locator, css: string): Promise<void> {
  await element.evaluate((inPage, rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    inPage.ownerDocument.adoptedStyleSheets.push(sheet);
  }, css);
}

/** Has the rules in the page that an element is in while something is looked at, once the page has followed them. */
export async function withRules(element: Locator, css: string, look: () => Promise<void>): Promise<void> {
  await addRules(element, css);
  await element.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined)))),
  );
  await look();
  await element.evaluate(({ ownerDocument }) => void ownerDocument.adoptedStyleSheets.pop());
}

const narrowerRules = (width: number) => `iframe[data-window] { width: ${width}px !important }`;

/** As a narrower window would make it; the desktop's page places the popup in a frame. */
export async function narrowTo(page: Page, width: number): Promise<void> {
  await addRules(page.locator(':root').first(), narrowerRules(width));
}

export async function whileNarrow(app: App, page: Page, width: number, look: () => Promise<void>): Promise<void> {
  const widthOf = () => root(app).evaluate((html) => html.clientWidth);
  const before = await widthOf();
  await withRules(page.locator(':root').first(), narrowerRules(width), async () => {
    await expect.poll(widthOf, { intervals: [20] }).toBe(width);
    // Else lines far out of sight would keep the width that they were last seen with.
    await withRules(root(app), '* { content-visibility: visible !important }', look);
  });
  await expect.poll(widthOf, { intervals: [20] }).toBe(before);
}

/** Only when asked for: `WHEREABOUTS_SCREENSHOTS=1` leaves what the popup shows in the test's folder. */
export async function picture({ desktop }: App, name: string): Promise<void> {
  if (desktop === null || process.env.WHEREABOUTS_SCREENSHOTS !== '1') return;
  const path = test.info().outputPath(`${name.replaceAll(/[^\w-]+/g, '-')}.png`);
  await desktop.page.locator('iframe[data-window]').screenshot({ path });
}
