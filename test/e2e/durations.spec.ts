import type { DemoZulip } from '../../electron/demo/zulip/demo-zulip.ts';
import { expect, test } from './demo-servers.ts';
import {
  chooseRestore,
  connectRocketChat,
  connectZulip,
  currentStatus,
  expectOutcome,
  openChoice,
  openTypedEnd,
  row,
  setStatus,
} from './steps.ts';

const MINUTE = 60_000;

/** What another device does: it asks the server itself. */
async function setFromPhone({ url, credentials }: DemoZulip, text: string): Promise<void> {
  const { login, token } = credentials.you;
  const reply = await fetch(`${url}/api/v1/users/me/status`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${login}:${token}`)}` },
    body: new URLSearchParams({ status_text: text }),
  });
  expect(reply.ok).toBe(true);
}

test('a length by click: the end shows, counts down, moves, and can be brought on', async ({
  app,
  zulip,
  rocketChat,
  time,
}) => {
  await connectZulip(app, zulip);
  await connectRocketChat(app, rocketChat);
  const before = Date.now();
  await setStatus(app, { emoji: '🍔', text: 'Lunch', duration: '45 min' });
  await expectOutcome(app, 'Acme', 'set');
  await expectOutcome(app, 'Riverside', 'set');
  await expect(currentStatus(app)).toContainText(/until .*4[45] min left/);
  await expect(app.popup.getByRole('progressbar', { name: 'Time left' })).toBeVisible();
  await expect.poll(() => app.tooltip()).toMatch(/^Whereabouts: 🍔 Lunch, until /);

  // This server ends it by itself, so it knows the end; Zulip does not.
  const until = () => rocketChat.state().you.until ?? 0;
  expect(until()).toBeGreaterThanOrEqual(before + 45 * MINUTE);
  expect(until()).toBeLessThanOrEqual(Date.now() + 45 * MINUTE);
  expect(zulip.state().you.until).toBeNull();

  time.pass(10 * MINUTE);
  await app.sleep(10 * MINUTE);
  await expect(currentStatus(app)).toContainText(/until .*3[45] min left/);

  await app.popup.getByRole('button', { name: '+15 min' }).click();
  await expect(currentStatus(app)).toContainText(/until .*(49|50) min left/);
  await expect.poll(until).toBeGreaterThanOrEqual(before + 60 * MINUTE);

  await app.popup.getByRole('button', { name: 'End now' }).click();
  await expect(currentStatus(app)).toContainText('No status');
  await expect.poll(() => zulip.state().you.text).toBe('');
  await expect.poll(() => rocketChat.state().you).toMatchObject({ text: '', until: null });
  await expect(app.popup.getByRole('button', { name: 'End now' })).toHaveCount(0);
});

test('the lengths offered say where they lead', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  const menu = await openChoice(app, 'How long');
  const items = await menu.getByRole('menuitemradio').allInnerTexts();
  expect(items.map((text) => text.split('\n')[0]?.trim())).toEqual([
    'no end',
    '15 min',
    '30 min',
    '45 min',
    '1 h',
    '2 h',
    '4 h',
    expect.stringMatching(/^until (17:00|5:00\sPM)$/),
    'until tomorrow',
    'until Monday',
  ]);
  expect(items[1]).toMatch(/until \S+/);
  await menu.press('Escape');
});

test('a preset brings its length, and the menu can move and end it', async ({ app, rocketChat }) => {
  await connectRocketChat(app, rocketChat);
  const before = Date.now();
  await row(app, 'Commuting').click();
  await expect(currentStatus(app)).toContainText(/until .*(29|30) min left/);
  await app.chooseMenuItem('1 h longer');
  await expect.poll(() => rocketChat.state().you.until ?? 0).toBeGreaterThanOrEqual(before + 90 * MINUTE);
  await app.chooseMenuItem('15 min longer');
  await expect.poll(() => rocketChat.state().you.until ?? 0).toBeGreaterThanOrEqual(before + 105 * MINUTE);
  await app.chooseMenuItem('End now');
  await expect.poll(() => rocketChat.state().you.text).toBe('');
});

test('an end in one’s own words is said while typing', async ({ app, rocketChat }) => {
  await connectRocketChat(app, rocketChat);
  await openTypedEnd(app);
  const ends = app.popup.getByRole('textbox', { name: 'Ends' });
  await expect(ends).toBeFocused();
  await expect(ends).toHaveAccessibleDescription(/^Such as 45m/);
  await ends.fill('when pigs fly');
  await expect(ends).toHaveAccessibleDescription('That is not understood, or already over.');
  await expect(app.popup.getByRole('button', { name: 'OK' })).toBeDisabled();
  await ends.fill('2 weeks');
  await expect(ends).toHaveAccessibleDescription(/^until \S+ \S+$/);
  await ends.fill('1h30');
  await expect(ends).toHaveAccessibleDescription(/^until .+, in 1 h 30 min$/);
  await app.popup.getByRole('button', { name: 'OK' }).click();
  await expect(app.popup.getByRole('button', { name: 'How long: 1 h 30 min' })).toBeVisible();

  const before = Date.now();
  await setStatus(app, { text: 'Lunch' });
  await expect.poll(() => rocketChat.state().you.until ?? 0).toBeGreaterThanOrEqual(before + 90 * MINUTE);
  expect(rocketChat.state().you.until).toBeLessThanOrEqual(Date.now() + 90 * MINUTE);
});

test('an end by keyboard alone', async ({ app, rocketChat }) => {
  await connectRocketChat(app, rocketChat);
  const press = (key: string) => app.popup.locator(':focus').press(key);
  const type = (text: string) => app.popup.locator(':focus').pressSequentially(text);
  const pill = app.popup.getByRole('button', { name: /^How long/ });
  await app.popup.getByRole('textbox', { name: 'Status text' }).focus();
  await type('Lunch');
  await press('Tab');
  await press('Tab');
  await expect(pill).toBeFocused();
  await press('ArrowDown');
  await press('ArrowDown');
  await press('ArrowDown');
  await press('Enter');
  await expect(pill).toHaveAccessibleName('How long: 30 min');

  await expect(pill).toBeFocused();
  await press('Enter');
  await press('t');
  await press('Enter');
  await type('2h');
  await press('Enter');
  await expect(pill).toHaveAccessibleName('How long: 2 h');
  const before = Date.now();
  await app.popup.getByRole('textbox', { name: 'Status text' }).focus();
  await press('Enter');
  await expect.poll(() => rocketChat.state().you.until ?? 0).toBeGreaterThanOrEqual(before + 120 * MINUTE);
});

test('until tomorrow is said in words', async ({ app, rocketChat }) => {
  await connectRocketChat(app, rocketChat);
  await setStatus(app, { text: 'Out sick', duration: 'until tomorrow' });
  await expect(currentStatus(app)).toContainText('until tomorrow');
  const midnight = new Date();
  midnight.setHours(24, 0, 0, 0);
  await expect.poll(() => rocketChat.state().you.until).toBe(midnight.getTime());
});

test('Undo puts back what was there before', async ({ app, zulip, rocketChat }) => {
  await connectZulip(app, zulip);
  await connectRocketChat(app, rocketChat);
  await setStatus(app, { text: 'At my desk' });
  await expect.poll(() => zulip.state().you.text).toBe('At my desk');
  await expectOutcome(app, 'Riverside', 'set');
  await setStatus(app, { text: 'Lunch', duration: '1 h' });
  await expect.poll(() => zulip.state().you.text).toBe('Lunch');
  await expectOutcome(app, 'Riverside', 'set');

  await app.popup.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => zulip.state().you.text).toBe('At my desk');
  await expect.poll(() => rocketChat.state().you).toMatchObject({ text: 'At my desk', until: null });
  await expect(currentStatus(app)).toContainText('At my desk');
  await expect(currentStatus(app)).toContainText('no end');
});

test('a status changed elsewhere is shown, and no longer ended here', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  await setStatus(app, { text: 'Lunch', duration: '1 h' });
  await expectOutcome(app, 'Acme', 'set');
  await setFromPhone(zulip, 'Set on my phone');
  await expectOutcome(app, 'Acme', 'changed elsewhere');
  await expect(currentStatus(app)).toContainText('Set on my phone');
  await expect.poll(() => app.tooltip()).toBe('Whereabouts: Set on my phone');
  await expect(app.popup.getByRole('button', { name: 'End now' })).toHaveCount(0);
  expect(await app.menuLabels()).not.toContain('End now');
  expect(zulip.state().you.text).toBe('Set on my phone');
});

test('“then put back what was there before” does so at End now, once', async ({ app, zulip, rocketChat }) => {
  await connectZulip(app, zulip);
  await connectRocketChat(app, rocketChat);
  await setStatus(app, { emoji: '🏢', text: 'At the office' });
  await expectOutcome(app, 'Acme', 'set');
  await expectOutcome(app, 'Riverside', 'set');
  await chooseRestore(app);
  await setStatus(app, { text: 'Lunch', duration: '1 h' });
  await expect.poll(() => zulip.state().you.text).toBe('Lunch');
  await expect.poll(() => rocketChat.state().you.text).toBe('Lunch');

  await app.popup.getByRole('button', { name: 'End now' }).click();
  await expect.poll(() => zulip.state().you).toMatchObject({ text: 'At the office', emoji: 'office' });
  await expect.poll(() => rocketChat.state().you).toMatchObject({ text: '🏢 At the office', until: null });
  await expect(currentStatus(app)).toContainText('At the office');
  await expect(app.popup.getByRole('button', { name: 'End now' })).toHaveCount(0);
});
