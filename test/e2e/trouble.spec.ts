import type { DemoRocketChat } from '../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import type { DemoZulip } from '../../electron/demo/zulip/demo-zulip.ts';
import { expect, test } from './demo-servers.ts';
import type { App } from './driver/driver.ts';
import {
  chip,
  chooseFrom,
  connectRocketChat,
  connectZulip,
  currentStatus,
  expectOutcome,
  expectStatusScreen,
  hidePopup,
  openChoice,
  openPopup,
  pickEmoji,
  setStatus,
  signIn,
} from './steps.ts';

async function connectBoth(app: App, zulip: DemoZulip, rocketChat: DemoRocketChat): Promise<void> {
  await connectZulip(app, zulip);
  await connectRocketChat(app, rocketChat);
  await expect(chip(app, 'Acme')).toBeVisible();
}

const has = (server: DemoZulip | DemoRocketChat, text: string) =>
  expect.poll(() => server.state().you.text).toContain(text);

const writes = (server: DemoZulip | DemoRocketChat) =>
  server.received.requests.filter(({ method, path }) => method === 'POST' && /status$/i.test(path));

test('a server that is down: waiting in words, Retry, and applied when it is back', async ({
  app,
  zulip,
  rocketChat,
}) => {
  await connectBoth(app, zulip, rocketChat);
  zulip.faults.offline = true;
  await setStatus(app, { emoji: '🍔', text: 'Lunch' });

  await has(rocketChat, '🍔 Lunch');
  await expectOutcome(app, 'Riverside', 'set');
  await expectOutcome(app, 'Acme', 'waiting, server can’t be reached');
  await expect(chip(app, 'Acme')).toContainText('waiting, server can’t be reached');
  await expect(currentStatus(app)).toContainText('can’t be reached. The server may be down');

  const retry = app.popup.getByRole('button', { name: 'Retry on Acme' });
  const refused = zulip.faults.refused;
  await retry.click();
  await expect.poll(() => zulip.faults.refused).toBeGreaterThan(refused);
  await expectOutcome(app, 'Acme', 'waiting, server can’t be reached');
  zulip.faults.offline = false;
  await retry.click();
  await expectOutcome(app, 'Acme', 'set');
  await has(zulip, 'Lunch');
  await expect(retry).toHaveCount(0);
});

test('a server that is down is tried again without being asked to', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  zulip.faults.next({ method: 'POST', path: '/status', status: 502, body: '<h1>Bad gateway</h1>' });
  await setStatus(app, { text: 'Lunch' });
  await expectOutcome(app, 'Acme', 'waiting, fault on the server');
  await expect(currentStatus(app)).toContainText('has a fault of its own (502)');
  await has(zulip, 'Lunch');
  await expectOutcome(app, 'Acme', 'set');
});

test('one account rejects, the other applies: Rocket.Chat forbids own texts', async ({ app, zulip, rocketChat }) => {
  await connectBoth(app, zulip, rocketChat);
  rocketChat.switches.messageChange = false;
  await setStatus(app, { text: 'Lunch' });
  await has(zulip, 'Lunch');
  await expectOutcome(app, 'Acme', 'set');
  await expectOutcome(app, 'Riverside', 'not set, ');
  await expect(currentStatus(app)).toContainText('don’t let people change their status text');
  await expect.poll(() => app.tooltip()).toContain('1 account needs a look');

  rocketChat.switches.messageChange = true;
  await app.popup.getByRole('button', { name: 'Retry on Riverside' }).click();
  await expectOutcome(app, 'Riverside', 'set');
  await has(rocketChat, 'Lunch');
  await expect.poll(() => app.tooltip()).toBe('Whereabouts: Lunch');
});

test('one account rejects, the other applies: Zulip refuses', async ({ app, zulip, rocketChat }) => {
  await connectBoth(app, zulip, rocketChat);
  const msg = 'Only on weekdays';
  zulip.faults.next({
    method: 'POST',
    path: '/status',
    status: 400,
    body: { result: 'error', msg, code: 'BAD_REQUEST' },
  });
  await setStatus(app, { text: 'Lunch' });
  await has(rocketChat, 'Lunch');
  await expectOutcome(app, 'Riverside', 'set');
  await expectOutcome(app, 'Acme', 'not set, ');
  await expect(currentStatus(app)).toContainText(`The server refused: “${msg}”.`);
  expect(zulip.state().you.text).toBe('');
  // A refusal is no reason to ask again on one's own.
  expect(writes(zulip)).toHaveLength(1);
});

test('a revoked secret asks for a new sign-in and keeps everything else', async ({ app, zulip, rocketChat }) => {
  await connectBoth(app, zulip, rocketChat);
  const { login, password } = zulip.credentials.you;
  const you = zulip.realm.people.find(({ deliveryEmail }) => deliveryEmail === login);
  if (you === undefined) throw new Error('the demo has no you');
  you.apiKey = 'f'.repeat(32);

  await setStatus(app, { text: 'Lunch' });
  await has(rocketChat, 'Lunch');
  await expect(chip(app, 'Acme')).toContainText('sign in again');
  await expect(currentStatus(app)).toContainText('The server has signed you out. Sign in again.');
  await app.popup.getByRole('button', { name: 'Sign in to Acme again' }).click();

  await expect(app.popup.getByRole('textbox', { name: 'Server address' })).toHaveValue(zulip.url);
  await app.popup.getByRole('button', { name: 'Continue' }).click();
  await expect(app.popup.getByRole('textbox', { name: 'E-mail' })).toHaveValue(login);
  await signIn(app, { Password: password });
  await expectStatusScreen(app);
  await expect(chip(app, 'Acme')).toHaveCount(1);
  await has(zulip, 'Lunch');
  await expectOutcome(app, 'Acme', 'set');
});

test('offline: what is asked for waits, and is done when the network is back', async ({ app, zulip, rocketChat }) => {
  await connectBoth(app, zulip, rocketChat);
  await hidePopup(app);
  await app.setOnline(false);
  await setStatus(app, { text: 'On the train' });
  for (const name of ['Acme', 'Riverside']) await expectOutcome(app, name, 'waiting, offline');
  await setStatus(app, { text: 'Still on the train' });
  expect([...writes(zulip), ...writes(rocketChat)]).toEqual([]);

  await app.setOnline(true);
  await has(zulip, 'Still on the train');
  await has(rocketChat, 'Still on the train');
  await openPopup(app);
  for (const name of ['Acme', 'Riverside']) await expectOutcome(app, name, 'set');
  expect(writes(zulip)).toHaveLength(1);
});

test('a text is counted for the strictest account, and one that is too long is never sent', async ({
  app,
  zulip,
  rocketChat,
}) => {
  await connectBoth(app, zulip, rocketChat);
  const text = app.popup.getByRole('textbox', { name: 'Status text' });
  const problem = (words: string) => app.popup.getByText(words, { exact: true });

  // Zulip counts characters: an emoji of two UTF-16 units is one.
  await text.fill(`  a${'👍'.repeat(59)}  `);
  await expect(problem('60 of 60 characters')).toBeAttached();
  await text.fill('x'.repeat(61));
  await expect(problem('61 of 60 characters')).toBeAttached();
  await expect(problem('1 character too long for Acme.')).toBeVisible();
  await text.press('Enter');
  await expect(app.popup.getByRole('button', { name: 'Set', exact: true })).toBeDisabled();

  // Rocket.Chat counts UTF-16 units, and the emoji with its space counts too.
  await chooseFrom(app, 'Accounts', 'Acme');
  await app.popup.getByRole('menu', { name: 'Accounts' }).press('Escape');
  await text.fill(`xx${'👍'.repeat(60)}`);
  await expect(problem('122 of 120 characters')).toBeAttached();
  await expect(problem('2 characters too long for Riverside.')).toBeVisible();
  await text.fill('x'.repeat(118));
  await expect(problem('118 of 120 characters')).toBeAttached();
  await pickEmoji(app, '🍔');
  await expect(problem('121 of 120 characters')).toBeAttached();
  await text.press('Enter');
  expect([...writes(zulip), ...writes(rocketChat)]).toEqual([]);

  await text.fill('x'.repeat(117));
  await text.press('Enter');
  await expect.poll(() => rocketChat.state().you.text).toBe(`🍔 ${'x'.repeat(117)}`);
  expect(writes(zulip)).toEqual([]);
});

test('the availabilities are those of the chosen accounts, by the servers’ own names', async ({
  app,
  zulip,
  rocketChat,
}) => {
  await connectBoth(app, zulip, rocketChat);
  const items = async () => (await openChoice(app, 'Availability')).getByRole('menuitemradio').allInnerTexts();
  const both = (await items()).join('\n');
  expect(both).toMatch(/Online\s+Available on Acme/);
  expect(both).toMatch(/Away\s+not on Acme/);
  expect(both).toMatch(/Invisible\s+Offline on Riverside/);
  await app.popup.getByRole('menu', { name: 'Availability' }).press('Escape');

  await setStatus(app, { text: 'Deep in thought', availability: 'Invisible' });
  await expect.poll(() => zulip.state().you.availability).toBe('invisible');
  await expect.poll(() => rocketChat.state().you.availability).toBe('invisible');

  await chooseFrom(app, 'Accounts', 'Riverside');
  await app.popup.getByRole('menu', { name: 'Accounts' }).press('Escape');
  const zulipOnly = (await items()).join('\n');
  expect(zulipOnly).toContain('Invisible');
  expect(zulipOnly).not.toContain('Busy');
});

test('which accounts were chosen is remembered', async ({ app, zulip, rocketChat }) => {
  await connectBoth(app, zulip, rocketChat);
  await chooseFrom(app, 'Accounts', 'Riverside');
  await app.popup.getByRole('menu', { name: 'Accounts' }).press('Escape');
  await expect(app.popup.getByRole('button', { name: 'Accounts: Acme' })).toBeVisible();
  await setStatus(app, { text: 'Only here' });
  await has(zulip, 'Only here');
  expect(writes(rocketChat)).toEqual([]);

  await app.restart();
  await openPopup(app);
  await expect(app.popup.getByRole('button', { name: 'Accounts: Acme' })).toBeVisible();
});
