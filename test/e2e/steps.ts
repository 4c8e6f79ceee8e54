import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, type Locator } from '@playwright/test';
import type { DemoRocketChat } from '../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import type { RocketPersonKey } from '../../electron/demo/rocket-chat/workspace.ts';
import type { DemoZulip } from '../../electron/demo/zulip/demo-zulip.ts';
import type { PersonKey } from '../../electron/demo/zulip/realm.ts';
import { CLICK_AFTER_BLUR_MS } from '../../electron/desktop/popup-visibility.ts';
import type { App } from './driver/driver.ts';

/** The organisations of the try-it mode, and of demo servers that a spec starts without another name. */
export const ZULIP = 'Acme';
export const ROCKET_CHAT = 'Riverside';

/** The shortcut that a fresh app opens the popup with. */
export const SHORTCUT = 'CommandOrControl+Shift+Y';

export type SignInWayName = 'Password' | 'API key' | 'zuliprc file' | 'Access token';

export interface TypedStatus {
  emoji?: string;
  text?: string;
  /** Our own name for it, as the menu has it. */
  availability?: string;
  /** As the menu of lengths has it. */
  duration?: string;
  /** An end in one's own words, instead of a length from the menu. */
  ends?: string;
}

/** Shows the popup by a click on the tray icon, unless it is shown already. */
export async function openPopup(app: App): Promise<void> {
  await expect(async () => {
    if (!(await app.isPopupShown())) {
      // This soon after the popup has gone, a click on the icon is taken for the one that made it go.
      await sleep(CLICK_AFTER_BLUR_MS);
      if (!(await app.isPopupShown())) await app.clickTray();
    }
    await expect.poll(() => app.isPopupShown(), { timeout: 3_000 }).toBe(true);
  }).toPass();
}

/** From the status screen: Esc hides the popup, before a click elsewhere would hide it in its own time. */
export async function hidePopup(app: App): Promise<void> {
  await app.popup.getByRole('textbox', { name: 'Status text' }).press('Escape');
  await expect.poll(() => app.isPopupShown()).toBe(false);
}

/** From the first run to the status screen with the two demo servers. */
export async function tryIt(app: App): Promise<void> {
  await openPopup(app);
  await app.popup.getByRole('button', { name: /^Try it without an account/ }).click();
  await expectStatusScreen(app);
  // The first of the two already brings the screen; what is set at once would not be for the other.
  for (const server of [ZULIP, ROCKET_CHAT]) await expect(chip(app, server)).toBeVisible();
}

export async function expectStatusScreen(app: App): Promise<void> {
  await expect(app.popup.getByRole('form', { name: 'New status' })).toBeVisible();
}

/** Opens the form for another account, from the first run or from the status screen. */
export async function openAddAccount(app: App): Promise<void> {
  await openPopup(app);
  const firstRun = app.popup.getByRole('button', { name: /^Connect Zulip/ });
  const accounts = app.popup.getByRole('button', { name: 'Accounts', exact: true });
  await expect(firstRun.or(accounts)).toBeVisible();
  if (await firstRun.isVisible()) return firstRun.click();
  await accounts.click();
  await app.popup.getByRole('button', { name: 'Add account' }).click();
}

/** Opens the form for another account, types an address and sends it; what comes of that is up to the caller. */
export async function typeAddress(app: App, address: string): Promise<void> {
  await openAddAccount(app);
  await sendAddress(app, address);
}

export async function sendAddress(app: App, address: string): Promise<void> {
  await app.popup.getByRole('textbox', { name: 'Server address' }).fill(address);
  await app.popup.getByRole('button', { name: 'Continue' }).click();
}

/** Chooses one of the ways that the server has. */
export async function chooseWay(app: App, way: SignInWayName): Promise<void> {
  await app.popup.getByRole('radio', { name: way, exact: true }).check();
}

/** Fills in fields by their labels and sends the sign-in form. */
export async function signIn(app: App, fields: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(fields))
    await app.popup.getByRole('textbox', { name: label, exact: true }).fill(value);
  await app.popup.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** A field by its label. A way to sign in may have the same words; it is no field. */
export function field(app: App, label: string): Locator {
  return app.popup.locator('input:not([type=radio])').and(app.popup.getByLabel(label, { exact: true }));
}

/** From the status screen to the list of accounts. */
export async function openAccounts(app: App): Promise<void> {
  await openPopup(app);
  await app.popup.getByRole('button', { name: 'Accounts', exact: true }).click();
  await expect(app.popup.getByRole('heading', { name: 'Accounts' })).toBeVisible();
}

/** Signs in to a demo Zulip server with a password; ends on the status screen. */
export async function connectZulip(app: App, server: DemoZulip, who: PersonKey = 'you'): Promise<void> {
  const { login, password } = server.credentials[who];
  await typeAddress(app, server.url);
  await signIn(app, { 'E-mail': login, Password: password });
  await expectStatusScreen(app);
}

/** Signs in to a demo Rocket.Chat server with a password; ends on the status screen. */
export async function connectRocketChat(app: App, server: DemoRocketChat, who: RocketPersonKey = 'you'): Promise<void> {
  const { login, password } = server.credentials[who];
  await typeAddress(app, server.url);
  await signIn(app, { 'E-mail or user name': login, Password: password });
  await expectStatusScreen(app);
}

/** Sends the form of a preset, and waits until the presets are there again: Back would else lead from the form to them. */
export async function savePreset({ popup }: App): Promise<void> {
  await popup.getByRole('button', { name: 'Save' }).click();
  await expect(popup.getByRole('heading', { name: 'Presets', level: 1 })).toBeVisible();
}

/** Types a status and sends it; shows the popup first when needed. */
export async function setStatus(app: App, status: TypedStatus): Promise<void> {
  const { emoji, text, availability, duration, ends } = status;
  await openPopup(app);
  if (emoji !== undefined) await pickEmoji(app, emoji);
  if (text !== undefined) await app.popup.getByRole('textbox', { name: 'Status text' }).fill(text);
  if (availability !== undefined) await chooseFrom(app, 'Availability', availability);
  if (duration !== undefined) await chooseFrom(app, 'How long', duration);
  if (ends !== undefined) {
    await openTypedEnd(app);
    await app.popup.getByRole('textbox', { name: 'Ends' }).fill(ends);
    await app.popup.getByRole('button', { name: 'OK' }).click();
  }
  await app.popup.getByRole('button', { name: 'Set', exact: true }).click();
}

/** Finds an emoji in the picker, by the emoji itself or by words, and takes the first. */
export async function pickEmoji(app: App, query: string): Promise<void> {
  await app.popup.getByRole('button', { name: 'Emoji: ' }).click();
  const search = app.popup.getByRole('combobox', { name: 'Search emoji' });
  await search.fill(query);
  await expect(app.popup.getByRole('status').filter({ hasText: 'emoji found' })).toBeAttached();
  await search.press('Enter');
  await expect(search).toHaveCount(0);
}

/** Opens the field for an end in one's own words. */
export async function openTypedEnd(app: App): Promise<void> {
  const menu = await openChoice(app, 'How long');
  await menu.getByRole('menuitem', { name: 'Type an end…' }).click();
}

/** Asks for what was there before to be put back at the end. */
export async function chooseRestore(app: App): Promise<void> {
  const menu = await openChoice(app, 'How long');
  await menu.getByRole('menuitemcheckbox', { name: 'Then put back what was there before' }).click();
  await menu.press('Escape');
}

/** Opens one of the pills below the text field. */
export async function openChoice(app: App, label: 'Availability' | 'How long' | 'Accounts'): Promise<Locator> {
  await app.popup.getByRole('button', { name: `${label}: ` }).click();
  return app.popup.getByRole('menu', { name: label });
}

/** Chooses from one of the pills below the text field, by the beginning of an item's words. */
export async function chooseFrom(app: App, label: 'Availability' | 'How long' | 'Accounts', item: string) {
  const menu = await openChoice(app, label);
  const role = label === 'Accounts' ? 'menuitemcheckbox' : 'menuitemradio';
  await menu.getByRole(role, { name: new RegExp(`^${item}`) }).click();
}

/** A preset's or a recent status's row, by its text. */
export function row(app: App, text: string): Locator {
  return app.popup.getByRole('option', { name: text }).first();
}

/** An account's chip on the status screen: its server's name and its state in words. */
export function chip(app: App, serverName: string): Locator {
  return app.popup
    .getByRole('list', { name: 'Accounts and their states' })
    .getByRole('listitem')
    .filter({ hasText: serverName });
}

/** The part of the status screen that says what is now. */
export function currentStatus(app: App): Locator {
  return app.popup.getByRole('region', { name: 'Current status' });
}

/** Waits until the popup says what became of the last status on an account, as `set` or `waiting, offline`. */
export async function expectOutcome(app: App, serverName: string, outcome: string): Promise<void> {
  await expect(currentStatus(app).getByRole('status')).toContainText(`${serverName}: ${outcome}`);
}

/** Waits until the try-it mode's server of this organisation has all these words for you. */
export async function serverShows(app: App, organization: string, ...words: string[]): Promise<void> {
  if (app.desktop !== null) {
    const you = app.desktop.servers.getByRole('article', { name: organization }).getByRole('listitem', { name: 'You' });
    for (const word of words) await expect(you).toContainText(word);
    return;
  }
  for (const word of words) await expect.poll(() => askDemoServer(app, organization)).toContain(word);
}

/** What the demo server itself tells, where no desktop shows it. Its address stands in the app's settings. */
async function askDemoServer(app: App, organization: string): Promise<string> {
  const file = readFileSync(join(app.userDataDir, 'accounts.json'), 'utf8');
  const { accounts } = JSON.parse(file) as { accounts: { serverName: string; serverUrl: string }[] };
  const account = accounts.find(({ serverName }) => serverName === organization);
  if (account === undefined) return '';
  const reply = (await (await fetch(`${account.serverUrl}/demo/people.json`)).json()) as { people: { name: string }[] };
  return JSON.stringify(reply.people.find(({ name }) => name === 'You'));
}
