import type { Locator, Page } from '@playwright/test';
import { expect } from './driver/app.ts';
import type { App } from './driver/driver.ts';

const MOST_TABS = 60;

/** Keys go to whatever has the focus. */
export const keyboard = ({ desktop, popup }: App) => (desktop?.page ?? (popup as Page)).keyboard;

/** What has the keyboard, or '' where nothing that a user could see has it. */
function focused({ popup }: App): Promise<string> {
  return popup.locator('html').evaluate(({ ownerDocument: { activeElement, body } }) => {
    if (activeElement === null || activeElement === body || !activeElement.matches(':focus-visible')) return '';
    return activeElement.outerHTML;
  });
}

export async function expectFocusSeen(app: App): Promise<void> {
  await expect.poll(() => focused(app), 'something that can be seen has the keyboard').not.toBe('');
}

/** Presses keys one after the other; after each, something that can be seen has the keyboard. */
export async function press(app: App, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await keyboard(app).press(key);
    await expectFocusSeen(app);
  }
}

/** Goes on with the Tab key until something has the focus; fails when it is never reached. */
export async function tabTo(app: App, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await keyboard(app).press('Tab');
    // After the last element comes the window itself, in the preview the browser's own as well, and then the first.
    for (let out = 0; out < 2 && (await focused(app)) === ''; out += 1) await keyboard(app).press('Tab');
    await expectFocusSeen(app);
  }
  throw new Error(`${MOST_TABS} times Tab did not lead to ${target}`);
}

export const button = ({ popup }: App, name: string | RegExp): Locator =>
  popup.getByRole('button', { name, exact: true });

/** Goes to a button with the Tab key and presses it. */
export async function activate(app: App, name: string | RegExp): Promise<void> {
  await tabTo(app, button(app, name));
  await press(app, 'Enter');
}
