import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import type { AppState } from '../../electron/contract/app-state.ts';
import { popupState, standInForPreload } from '../bench/popup-state.ts';
import { serveFolder } from '../bench/serve-folder.ts';

const built = fileURLToPath(new URL('../../out/renderer', import.meta.url));
const usual = popupState();
const [zulip, rocketChat] = usual.accounts as [AppState['accounts'][0], AppState['accounts'][0]];

const STATES: Record<string, AppState> = {
  'two accounts': usual,
  'a status that ends': { ...usual, accounts: usual.accounts.map((account) => endsIn(account, 60)) },
  'many accounts': {
    ...usual,
    accounts: Array.from({ length: 7 }, (_, at) => ({ ...zulip, id: `${at}`, login: `${at}` })),
  },
  'two statuses': { ...usual, accounts: [endsIn(zulip, 5), { ...rocketChat, reported: null }] },
  'two long statuses': {
    ...usual,
    accounts: [saying(zulip, 'In a long meeting'), saying(rocketChat, 'Out for lunch')],
  },
  'long names': {
    ...usual,
    accounts: usual.accounts.map((account) => ({ ...account, serverName: `The ${account.serverName} of Riverside` })),
  },
  'a sign-in that is needed': { ...usual, accounts: [{ ...zulip, signIn: 'needed' }, rocketChat] },
  'something to know': { ...usual, notices: [{ id: '1', kind: 'not-saved', file: 'settings.json' }] },
};

for (const [name, state] of Object.entries(STATES)) {
  test(`with ${name}, the line to type in stays where it is first drawn`, async ({ page }) => {
    const server = await serveFolder(built);
    try {
      await page.setViewportSize({ width: 372, height: 612 });
      await page.addInitScript(standInForPreload, state);
      await page.addInitScript(notePlaces);
      await page.goto(server.url);
      await expect(page.getByRole('textbox', { name: 'Status text' })).toBeFocused();
      await expect(page.getByRole('option').first()).toBeVisible();
      expect(new Set(await places(page)).size).toBe(1);
    } finally {
      await server.close();
    }
  });
}

function saying(account: AppState['accounts'][0], text: string): AppState['accounts'][0] {
  return account.reported === null ? account : { ...account, reported: { ...account.reported, text } };
}

function endsIn(account: AppState['accounts'][0], minutes: number): AppState['accounts'][0] {
  return account.reported === null
    ? account
    : { ...account, reported: { ...account.reported, until: Date.now() + minutes * 60_000 } };
}

/** Runs in the page: with each frame, how far from its top the line is, once it is there. */
function notePlaces(): void {
  const noted: number[] = [];
  Object.assign(window, { noted });
  const note = () => {
    const field = document.querySelector('input[type="text"]');
    if (field !== null) noted.push(field.getBoundingClientRect().top);
    requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
}

/** All that were noted, a few frames after the whole screen was there. */
async function places(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame);
    return (window as unknown as { noted: number[] }).noted;
  });
}
