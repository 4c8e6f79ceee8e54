import { type DemoRocketChat, startDemoRocketChat } from '../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import { type DemoZulip, startDemoZulip } from '../../electron/demo/zulip/demo-zulip.ts';
import { test as base, expect } from './driver/app.ts';
import type { App } from './driver/driver.ts';
import {
  chip,
  connectRocketChat,
  connectZulip,
  currentStatus,
  expectOutcome,
  openChoice,
  openPopup,
  ROCKET_CHAT,
  row,
  savePreset,
  setStatus,
  tryIt,
  ZULIP,
} from './steps.ts';

const test = base.extend<{ zulip: DemoZulip; rocketChat: DemoRocketChat }>({
  zulip: async ({ browserName: _ }, use) => {
    const zulip = await startDemoZulip({ organization: ZULIP });
    await use(zulip);
    await zulip.close();
  },
  rocketChat: async ({ browserName: _ }, use) => {
    const rocketChat = await startDemoRocketChat({ organization: ROCKET_CHAT });
    await use(rocketChat);
    await rocketChat.close();
  },
});

const ENDS: Record<string, (app: App) => Promise<void>> = {
  'a restart': (app) => app.restart(),
  'a crash': (app) => app.crashAndRestart(),
};

async function makePreset(app: App, text: string): Promise<void> {
  const { popup } = app;
  await popup.getByRole('button', { name: 'Presets', exact: true }).click();
  await popup.getByRole('button', { name: 'New preset' }).click();
  await popup.getByRole('textbox', { name: 'Text', exact: true }).fill(text);
  await savePreset(app);
  await popup.getByRole('button', { name: 'Back' }).click();
}

async function switchShortcutOff({ popup }: App): Promise<void> {
  await popup.getByRole('button', { name: 'Settings' }).click();
  await popup.getByRole('button', { name: 'Switch off' }).click();
  await expect(popup.getByRole('button', { name: 'Change the shortcut, now None' })).toBeVisible();
  await popup.getByRole('button', { name: 'Back' }).click();
}

/** Leaves the other account out, and the menu. */
async function chooseOnlyZulip(app: App): Promise<void> {
  const menu = await openChoice(app, 'Accounts');
  await menu.getByRole('menuitemcheckbox').filter({ hasText: ROCKET_CHAT }).click();
  await menu.press('Escape');
  await expect(app.popup.getByRole('button', { name: `Accounts: ${ZULIP}` })).toBeVisible();
}

for (const [name, end] of Object.entries(ENDS)) {
  test(`${name} loses nothing`, async ({ app, zulip, rocketChat }) => {
    const { popup } = app;
    await connectZulip(app, zulip);
    await connectRocketChat(app, rocketChat);
    await makePreset(app, 'At the dentist');
    await switchShortcutOff(app);
    await chooseOnlyZulip(app);
    await setStatus(app, { emoji: '🍔', text: 'Lunch', duration: '1 h' });
    await expectOutcome(app, ZULIP, 'set');
    zulip.received.clear();

    await end(app);
    await openPopup(app);
    await expect(currentStatus(app)).toContainText('Lunch');
    await expect(popup.getByRole('progressbar', { name: 'Time left' })).toBeVisible();
    for (const server of [ZULIP, ROCKET_CHAT]) await expect(chip(app, server)).not.toContainText('sign in');
    await expect(popup.getByRole('button', { name: `Accounts: ${ZULIP}` })).toBeVisible();
    await expect(popup.getByRole('group', { name: 'Presets' }).getByRole('option').last()).toContainText(
      'At the dentist',
    );
    await expect(popup.getByRole('group', { name: 'Recent' }).getByRole('option')).toHaveText(/Lunch\s*1 h/);
    await popup.getByRole('button', { name: 'Settings' }).click();
    await expect(popup.getByRole('button', { name: 'Change the shortcut, now None' })).toBeVisible();

    expect(zulip.state().you.text).toBe('Lunch');
    const sentAgain = zulip.received.requests.filter(({ method, path }) => method === 'POST' && /status/.test(path));
    expect(sentAgain, 'what the server has is not sent again').toEqual([]);
    await popup.getByRole('button', { name: 'Back' }).click();
    await row(app, 'At the dentist').click();
    await expect.poll(() => zulip.state().you.text).toBe('At the dentist');
  });
}

test('what was asked for while offline arrives after a crash', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  zulip.faults.offline = true;
  await setStatus(app, { text: 'On a train' });
  await expect(chip(app, ZULIP)).toContainText('waiting');
  await app.crashAndRestart();
  zulip.faults.offline = false;
  await openPopup(app);
  await app.popup.getByRole('button', { name: `Retry on ${ZULIP}` }).click();
  await expect.poll(() => zulip.state().you.text).toBe('On a train');
});

test('the try-it mode comes back with both servers', async ({ app }) => {
  await tryIt(app);
  await setStatus(app, { emoji: '🍔', text: 'Lunch', duration: '1 h' });
  for (const server of [ZULIP, ROCKET_CHAT]) await expectOutcome(app, server, 'set');
  await app.restart();
  await openPopup(app);
  for (const server of [ZULIP, ROCKET_CHAT]) {
    await expect(chip(app, server)).toBeVisible();
    await expect(chip(app, server)).not.toContainText('sign in');
  }
  await row(app, 'Commuting').click();
  for (const server of [ZULIP, ROCKET_CHAT]) await expectOutcome(app, server, 'set');
  await expect(currentStatus(app)).toContainText('Commuting');
});

test('an account that was signed out while the app was off says so', async ({ app, zulip, rocketChat }) => {
  await connectZulip(app, zulip);
  await connectRocketChat(app, rocketChat);
  for (const person of zulip.realm.people) person.apiKey = 'f'.repeat(32);
  for (const person of rocketChat.workspace.people) person.loginTokens.clear();
  await app.restart();
  await openPopup(app);
  for (const server of [ZULIP, ROCKET_CHAT]) {
    await expect(chip(app, server)).toContainText('sign in again');
    await expect(app.popup.getByRole('button', { name: `Sign in to ${server} again` })).toBeVisible();
  }
});
