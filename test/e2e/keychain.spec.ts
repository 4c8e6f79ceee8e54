import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DemoZulip, startDemoZulip } from '../../electron/demo/zulip/demo-zulip.ts';
import { test as base, expect } from './driver/app.ts';
import type { App } from './driver/driver.ts';
import { type OwnBus, startOwnBus } from './own-bus.ts';
import { secretsInFolder } from './planted-secrets.ts';
import { chip, connectZulip, currentStatus, expectOutcome, openPopup, setStatus, signIn, ZULIP } from './steps.ts';

base.skip(process.platform !== 'linux', 'other systems have one keychain, always there');

const test = base.extend<{ zulip: DemoZulip; bus: OwnBus }>({
  zulip: async ({ browserName: _ }, use) => {
    const zulip = await startDemoZulip({ organization: ZULIP });
    await use(zulip);
    await zulip.close();
  },
});

const nowhere = test.extend({
  appEnv: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus', DISPLAY: '', WAYLAND_DISPLAY: '' },
});

const withoutKeyring = test.extend({
  bus: async ({ browserName: _ }, use) => {
    const bus = await startOwnBus('bare');
    await use(bus);
    await bus.close();
  },
  appEnv: async ({ bus }, use) => use(bus.env),
});

const withOwnKeyring = test.extend({
  bus: async ({ browserName: _ }, use) => {
    const bus = await startOwnBus('with-keyring');
    bus.startKeyring();
    await use(bus);
    await bus.close();
  },
  appEnv: async ({ bus }, use) => use(bus.env),
});

const notice = ({ popup }: App) => popup.getByRole('note');

function secretsOf(zulip: DemoZulip): Record<string, string> {
  const { password, token } = zulip.credentials.you;
  return { password, 'API key': token };
}

/** Where secrets can't be kept: all works, the user is told, and has to sign in again after a restart. */
async function worksUntilItQuits(app: App, zulip: DemoZulip, why: RegExp): Promise<void> {
  await connectZulip(app, zulip);
  await expect(notice(app)).toContainText(why);
  await expect(notice(app)).toContainText('You will sign in again next time.');
  await setStatus(app, { emoji: '🍔', text: 'Lunch' });
  await expectOutcome(app, ZULIP, 'set');
  await app.popup.getByRole('button', { name: 'Settings' }).click();
  await expect(app.popup.getByRole('main').getByText(why)).toBeVisible();

  await app.restart();
  await openPopup(app);
  await expect(chip(app, ZULIP)).toContainText('sign in again');
  expect(secretsInFolder(app.userDataDir, secretsOf(zulip))).toEqual([]);

  await app.popup.getByRole('button', { name: `Sign in to ${ZULIP} again` }).click();
  await app.popup.getByRole('button', { name: 'Continue' }).click();
  await signIn(app, { Password: zulip.credentials.you.password });
  await expect(chip(app, ZULIP)).not.toContainText('sign in again');
  await expect(currentStatus(app)).toContainText('Lunch');
}

nowhere('without a session bus the app works, and says that sign-ins are not kept', async ({ app, zulip }) => {
  await worksUntilItQuits(app, zulip, /There is no D-Bus session/);
});

withoutKeyring('without a keyring the app works, and says that sign-ins are not kept', async ({ app, zulip }) => {
  await worksUntilItQuits(app, zulip, /No keyring is running/);
});

withOwnKeyring('a locked keyring is called locked, and its account never signed out', async ({ app, bus, zulip }) => {
  await connectZulip(app, zulip);
  await setStatus(app, { text: 'Before the lock' });
  await expectOutcome(app, ZULIP, 'set');
  bus.lockKeyring();

  await app.restart();
  await openPopup(app);
  await expect(chip(app, ZULIP)).toContainText('keychain locked');
  await expect(notice(app)).toContainText('Your keychain is locked.');
  await expect(app.popup.getByRole('button', { name: /^Sign in to/ })).toHaveCount(0);

  await bus.unlockKeyring();
  await app.restart();
  await openPopup(app);
  await expect(currentStatus(app)).toContainText('Before the lock');
  await expect(chip(app, ZULIP)).not.toContainText('keychain locked');
  await expect(notice(app)).toHaveCount(0);
  expect(secretsInFolder(app.userDataDir, secretsOf(zulip))).toEqual([]);
});

withOwnKeyring('goes on with what was asked for once the keyring is unlocked', async ({ app, bus, zulip }) => {
  await connectZulip(app, zulip);
  bus.lockKeyring();
  await app.restart();
  await setStatus(app, { text: 'Typed while locked' });
  await expect(chip(app, ZULIP)).toContainText('keychain locked');

  await bus.unlockKeyring();
  // Or it has gone on by itself already.
  const retry = app.popup.getByRole('button', { name: `Retry on ${ZULIP}` });
  await retry.click({ timeout: 2_000 }).catch(() => {});
  await expectOutcome(app, ZULIP, 'set');
  expect(zulip.state().you.text).toBe('Typed while locked');
  await expect(notice(app)).toHaveCount(0);
});

test('what the search for secrets can find is found', async ({ app, zulip }) => {
  const { password } = zulip.credentials.you;
  expect(secretsInFolder(app.userDataDir, secretsOf(zulip))).toEqual([]);
  writeFileSync(
    join(app.userDataDir, 'planted.json'),
    JSON.stringify({ hidden: Buffer.from(password).toString('base64') }),
  );
  expect(secretsInFolder(app.userDataDir, secretsOf(zulip))).toEqual([expect.stringContaining('password')]);
});
