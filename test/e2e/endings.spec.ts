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

// These wait for real ends: the shortest that can be typed is the next full minute.
const LONGEST_WAIT_MS = 80_000;
const TIME_TO_SET_MS = 15_000;
const MINUTE = 60_000;

test.describe.configure({ timeout: 45_000 + LONGEST_WAIT_MS });

/** The next full minute that leaves time to set something first: in words, and in milliseconds since the epoch. */
function soon(): { words: string; at: number } {
  const at = Math.ceil((Date.now() + TIME_TO_SET_MS) / MINUTE) * MINUTE;
  const time = new Date(at);
  return { words: `${time.getHours()}:${String(time.getMinutes()).padStart(2, '0')}`, at };
}

const patiently = { timeout: LONGEST_WAIT_MS };

test('an end while the popup is open: cleared, or put back, without a click', async ({ app, zulip, rocketChat }) => {
  await connectZulip(app, zulip);
  await connectRocketChat(app, rocketChat);
  await setStatus(app, { emoji: '🏢', text: 'At the office' });
  for (const name of ['Acme', 'Riverside']) await expectOutcome(app, name, 'set');
  const { words, at } = soon();
  await chooseRestore(app);
  await setStatus(app, { text: 'On the phone', ends: words });
  await expect.poll(() => zulip.state().you.text).toBe('On the phone');
  await expect.poll(() => rocketChat.state().you.text).toBe('On the phone');
  await expect(currentStatus(app)).toContainText(/\d+ min left/);

  await expect(currentStatus(app)).toContainText('At the office', patiently);
  expect(Date.now()).toBeGreaterThanOrEqual(at - 1_000);
  await expect.poll(() => zulip.state().you.text).toBe('At the office');
  await expect.poll(() => rocketChat.state().you).toMatchObject({ text: '🏢 At the office', until: null });
  await expect.poll(() => app.tooltip()).toBe('Whereabouts: 🏢 At the office');
  await expect(app.popup.getByRole('button', { name: 'End now' })).toHaveCount(0);
});

test('an end while offline is carried out when the network is back', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  const { words, at } = soon();
  await setStatus(app, { text: 'On the phone', ends: words });
  await expect.poll(() => zulip.state().you.text).toBe('On the phone');
  await app.setOnline(false);
  await expect.poll(() => Date.now() > at + 3_000, patiently).toBe(true);
  expect(zulip.state().you.text).toBe('On the phone');
  await app.setOnline(true);
  await expect.poll(() => zulip.state().you.text).toBe('');
  await expect.poll(() => app.tooltip()).toBe('Whereabouts: No status');
});

test('an end that passed while the app was not running is carried out at its start', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  const { words, at } = soon();
  await setStatus(app, { text: 'On the phone', ends: words });
  await expect.poll(() => zulip.state().you.text).toBe('On the phone');
  await app.close();
  await expect.poll(() => Date.now() > at + 1_000, patiently).toBe(true);
  expect(zulip.state().you.text).toBe('On the phone');
  await app.restart();
  await expect.poll(() => zulip.state().you.text).toBe('');
  await openPopup(app);
  await expect(currentStatus(app)).toContainText('No status');
});
