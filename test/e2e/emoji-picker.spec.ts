import { expect, test } from './demo-servers.ts';
import type { App } from './driver/driver.ts';
import { connectZulip, hidePopup, openPopup, pickEmoji } from './steps.ts';

const search = ({ popup }: App) => popup.getByRole('combobox', { name: 'Search emoji' });
const button = ({ popup }: App, chosen: string) => popup.getByRole('button', { name: `Emoji: ${chosen}` });
const text = ({ popup }: App) => popup.getByLabel('Status text');

async function open(app: App): Promise<void> {
  await button(app, '').click();
  await expect(search(app)).toBeFocused();
}

test('picks by mouse, and the server gets it', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  await open(app);
  await app.popup.getByRole('toolbar', { name: 'Categories' }).getByRole('button', { name: 'Food and drink' }).click();
  await app.popup.getByRole('gridcell', { name: 'red apple' }).click();
  await expect(button(app, '🍎')).toBeFocused();
  await text(app).fill('Snack');
  await text(app).press('Enter');
  await expect.poll(() => zulip.state().you.emoji).toBe('apple');
});

test('picks by keyboard alone, and Esc goes back to where it was opened', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  await button(app, 'none').focus();
  await button(app, 'none').press('Enter');
  await expect(search(app)).toBeFocused();
  await search(app).press('Escape');
  await expect(button(app, 'none')).toBeFocused();
  expect(await app.isPopupShown()).toBe(true);

  await button(app, 'none').press('Enter');
  await search(app).pressSequentially('hot bev');
  await expect(app.popup.getByRole('status').filter({ hasText: 'emoji found' })).toBeAttached();
  await search(app).press('Enter');
  await expect(button(app, '☕')).toBeFocused();
});

test('moves through the grid by arrows, Home, End and pages', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  await open(app);
  const active = () =>
    search(app).evaluate((input) => {
      const cell = input.ownerDocument.getElementById(input.getAttribute('aria-activedescendant') ?? '');
      return cell?.getAttribute('aria-label');
    });
  await expect.poll(active).toBe('grinning face');
  await search(app).press('ArrowRight');
  await expect.poll(active).toBe('grinning face with big eyes');
  await search(app).press('Home');
  await expect.poll(active).toBe('grinning face');
  await search(app).press('Control+End');
  await expect.poll(active).not.toBe('grinning face');
  const last = await active();
  await search(app).press('PageUp');
  await expect.poll(active).not.toBe(last);
  await search(app).press('Control+Home');
  await expect.poll(active).toBe('grinning face');
  await search(app).press('ArrowDown');
  await search(app).press('End');
  await expect.poll(active).not.toBe('grinning face');
});

test('each emoji stands in its own cell, whichever way one reads, and is there with the frame after a letter', async ({
  app,
  zulip,
}) => {
  await connectZulip(app, zulip);
  await open(app);
  const grid = app.popup.getByRole('grid', { name: 'Emoji' });
  const turn = (direction: string) =>
    grid.evaluate(({ ownerDocument }, dir) => ownerDocument.documentElement.setAttribute('dir', dir), direction);
  for (const query of ['', 'flag', 'beach', 'keycap']) {
    const read: string[] = [];
    for (const direction of ['ltr', 'rtl']) {
      await turn(direction);
      // What is there already would not be drawn anew.
      await search(app).evaluate(typeAndWaitForFrame, 'smile');
      expect(await search(app).evaluate(typeAndWaitForFrame, query)).toBe(query === '' ? '' : 'found');
      const { emoji, cells, astray } = await grid.evaluate(compareWithCells);
      expect(cells).toBeGreaterThan(0);
      expect(emoji).toHaveLength(cells);
      expect(astray).toEqual([]);
      read.push(emoji.join(' '));
    }
    expect(read[1]).toBe(read[0]);
  }
  await search(app).evaluate(typeAndWaitForFrame, '');
  for (const top of [400, 1900, 1500]) {
    await grid.evaluate(scrollAndWaitForFrame, top);
    const { emoji, cells, astray } = await grid.evaluate(compareWithCells);
    expect(cells).toBeGreaterThan(60);
    expect(emoji).toHaveLength(cells);
    expect(astray).toEqual([]);
  }
  if (app.desktop === null) return;
  // Where a text face has an emoji, Chromium would draw that one then, and narrower.
  await app.desktop.page.emulateMedia({ forcedColors: 'active' });
  await search(app).evaluate(typeAndWaitForFrame, 'face');
  const { emoji, cells, astray } = await grid.evaluate(compareWithCells);
  expect(cells).toBeGreaterThan(60);
  expect(emoji).toHaveLength(cells);
  expect(astray).toEqual([]);
});

test('remembers the skin tone and what is used most', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  await open(app);
  await app.popup.getByRole('button', { name: 'Skin tone' }).click();
  await app.popup.getByRole('menuitemradio', { name: 'Medium', exact: true }).click();
  await search(app).fill('wave');
  await app.popup.getByRole('gridcell', { name: 'waving hand' }).click();
  await expect(button(app, '👋🏽')).toBeVisible();
  await open(app);
  await expect(app.popup.getByRole('row').nth(1).getByRole('gridcell').first()).toHaveAccessibleName('waving hand');
  await expect(app.popup.getByRole('grid')).toContainText('👋🏽');
});

test('picks while offline, an organisation’s own too', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  await hidePopup(app);
  await app.setOnline(false);
  zulip.faults.offline = true;
  await openPopup(app);
  await pickEmoji(app, 'palm tree');
  await expect(button(app, '🌴')).toBeVisible();
  await pickEmoji(app, 'green_tick');
  await expect(button(app, ':green_tick:')).toBeVisible();
});

test('completes shortcodes and emoticons in the text', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  await text(app).pressSequentially('Tea or :coff');
  await app.popup.getByRole('option', { name: ':coffee:' }).waitFor();
  await text(app).press('Enter');
  await expect(text(app)).toHaveValue('Tea or ☕ ');
  await text(app).pressSequentially(':tada: and :-) ');
  await expect(text(app)).toHaveValue('Tea or ☕ 🎉 and 🙂 ');
});

test('moves an emoji at the start of the text to its own field, and back', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  await text(app).fill('🍕 Pizza');
  await expect(button(app, '🍕')).toBeVisible();
  await expect(text(app)).toHaveValue('Pizza');
  await text(app).press('Control+z');
  await expect(text(app)).toHaveValue('🍕 Pizza');
  await expect(button(app, 'none')).toBeVisible();
});

test('shows beforehand how it will look', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  await pickEmoji(app, '☕');
  await text(app).fill('Break');
  const look = app.popup.getByRole('region', { name: 'How it will look' });
  await expect(look).toContainText('Break');
  await expect(look).toContainText('☕');
});

/** Runs in the page: types, waits for no more than the next frame, and answers whether it says that something was found. */
async function typeAndWaitForFrame(input: HTMLElement | SVGElement, query: string): Promise<string> {
  const field = input as HTMLInputElement;
  field.value = query;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise((resolve) => requestAnimationFrame(resolve));
  return /found/.exec(field.closest('dialog')?.querySelector('[role="status"]')?.textContent ?? '')?.[0] ?? '';
}

/** Runs in the page: a scroll is told at the beginning of the next frame. */
async function scrollAndWaitForFrame({ parentElement }: HTMLElement | SVGElement, top: number): Promise<void> {
  if (parentElement !== null) parentElement.scrollTop = top;
  for (let frames = 0; frames < 2; frames += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
}

interface Compared {
  cells: number;
  /** As one reads them. */
  emoji: string[];
  /** Those that do not stand in the middle of the cell that has their name. */
  astray: string[];
}

/** Runs in the page: compares Unicode's emoji with the cells that have no picture. */
function compareWithCells(grid: HTMLElement | SVGElement): Compared {
  const reads = getComputedStyle(grid).direction === 'rtl' ? -1 : 1;
  const middle = ({ left, top, height }: DOMRect, width: number) => ({ x: left + width / 2, y: top + height / 2 });
  const shown = [...grid.querySelectorAll('[role="row"]:not([aria-hidden]) > [role="gridcell"]:not([aria-hidden])')];
  const cells = shown.filter((cell) => cell.firstElementChild === null);
  const runs = [...grid.querySelectorAll('[aria-hidden="true"]:not([role])')];
  const glyphs = runs.flatMap((run) => {
    const text = run.firstChild as Text;
    const alone = run.cloneNode() as HTMLElement;
    Object.assign(alone.style, { letterSpacing: '0px', width: 'max-content' });
    alone.textContent = '😀';
    run.after(alone);
    const { width } = alone.getBoundingClientRect();
    alone.remove();
    const range = document.createRange();
    const parts = [...new Intl.Segmenter('en').segment(text.data)].filter(({ segment }) => segment !== '\n');
    return parts.map(({ segment, index }) => {
      range.setStart(text, index);
      range.setEnd(text, index + segment.length);
      const box = range.getBoundingClientRect();
      // With the space between them it is wider than the emoji alone.
      return { segment, at: middle(box, getComputedStyle(run).letterSpacing === 'normal' ? box.width : width) };
    });
  });
  glyphs.sort(({ at: one }, { at: other }) =>
    Math.abs(one.y - other.y) > 4 ? one.y - other.y : reads * (one.x - other.x),
  );
  const astray = glyphs.filter(({ at }, index) => {
    const box = cells[index]?.getBoundingClientRect() ?? new DOMRect();
    const cell = middle(box, box.width);
    return Math.abs(cell.x - at.x) > 2 || Math.abs(cell.y - at.y) > 4;
  });
  const words = (some: typeof glyphs) => some.map(({ segment }) => segment);
  return { cells: cells.length, emoji: words(glyphs), astray: words(astray) };
}
