import { expect, test } from './demo-servers.ts';
import {
  chooseRestore,
  connectRocketChat,
  connectZulip,
  currentStatus,
  expectOutcome,
  openPopup,
  setStatus,
} from './steps.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A server tells its time in whole seconds. */
const NEARLY_MS = 5_000;

test('an end while the popup is open: cleared, or put back, without a click', async ({
  app,
  zulip,
  rocketChat,
  time,
}) => {
  await connectZulip(app, zulip);
  await connectRocketChat(app, rocketChat);
  await setStatus(app, { emoji: '🏢', text: 'At the office' });
  for (const name of ['Acme', 'Riverside']) await expectOutcome(app, name, 'set');
  await chooseRestore(app);
  await setStatus(app, { text: 'On the phone', ends: '5m' });
  await expect.poll(() => zulip.state().you.text).toBe('On the phone');
  await expect.poll(() => rocketChat.state().you.text).toBe('On the phone');
  await expect(currentStatus(app)).toContainText(/[45] min left/);

  // The computer sleeps through most of it; the rest passes before the user's eyes.
  const at = rocketChat.state().you.until ?? 0;
  const asleep = at - time.now() - 4_000;
  time.pass(asleep);
  await app.sleep(asleep);
  await expect(currentStatus(app)).toContainText('On the phone');
  await expect(currentStatus(app)).not.toContainText(/[45] min left/);
  expect(zulip.state().you.text).toBe('On the phone');

  await expect(currentStatus(app)).toContainText('At the office');
  expect(time.now()).toBeGreaterThanOrEqual(at - 1_000);
  await expect.poll(() => zulip.state().you.text).toBe('At the office');
  await expect.poll(() => rocketChat.state().you).toMatchObject({ text: '🏢 At the office', until: null });
  await expect.poll(() => app.tooltip()).toBe('Whereabouts: 🏢 At the office');
  await expect(app.popup.getByRole('button', { name: 'End now' })).toHaveCount(0);
});

test('an end while offline is carried out when the network is back', async ({ app, zulip, time }) => {
  await connectZulip(app, zulip);
  await setStatus(app, { text: 'On the phone', duration: '15 min' });
  await expect.poll(() => zulip.state().you.text).toBe('On the phone');
  await app.setOnline(false);
  time.pass(HOUR);
  await app.sleep(HOUR);
  await expectOutcome(app, 'Acme', 'waiting');
  expect(zulip.state().you.text).toBe('On the phone');
  await app.setOnline(true);
  await expect.poll(() => zulip.state().you.text).toBe('');
  await expect.poll(() => app.tooltip()).toBe('Whereabouts: No status');
});

test('an end that passed while the app was not running is carried out at its start', async ({ app, zulip, time }) => {
  await connectZulip(app, zulip);
  await setStatus(app, { text: 'On the phone', duration: '15 min' });
  await expect.poll(() => zulip.state().you.text).toBe('On the phone');
  await app.close();
  expect(zulip.state().you.text).toBe('On the phone');
  time.pass(HOUR);
  await app.restart(HOUR);
  await expect.poll(() => zulip.state().you.text).toBe('');
  await openPopup(app);
  await expect(currentStatus(app)).toContainText('No status');
});

test('a clock that somebody sets neither ends a length early nor makes it longer', async ({
  app,
  zulip,
  rocketChat,
  time,
}) => {
  await connectZulip(app, zulip);
  await connectRocketChat(app, rocketChat);
  const before = time.now();
  await setStatus(app, { text: 'Lunch', duration: '45 min' });
  for (const name of ['Acme', 'Riverside']) await expectOutcome(app, name, 'set');
  await app.setClock(2 * HOUR);
  // The app looks at the clock once a minute, and when it wakes up.
  time.pass(1_000);
  await app.sleep(1_000);
  await expect(currentStatus(app)).toContainText(/until .*4[345] min left/);
  await app.popup.getByRole('button', { name: '+15 min' }).click();
  await expect(currentStatus(app)).toContainText(/until .*(5[89] min|1 h) left/);

  // The server's own clock is right, so it has been told of the end in its time.
  const until = () => rocketChat.state().you.until ?? 0;
  await expect.poll(until).toBeGreaterThanOrEqual(before + HOUR - NEARLY_MS);
  expect(until()).toBeLessThanOrEqual(time.now() + HOUR + NEARLY_MS);
  expect([zulip.state().you.text, rocketChat.state().you.text]).toEqual(['Lunch', 'Lunch']);
});
