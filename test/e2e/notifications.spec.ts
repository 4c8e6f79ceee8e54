import type { Locator } from '@playwright/test';
import { expect, test } from './demo-servers.ts';
import { onElectron } from './driver/app.ts';
import type { App } from './driver/driver.ts';
import { connectZulip, currentStatus, field, openPopup, setStatus } from './steps.ts';

const QUARTER_HOUR = 15 * 60_000;
const REFUSED = { result: 'error', msg: 'Only on weekdays', code: 'BAD_REQUEST' };

test.skip(onElectron, 'there notifications are the system’s');

function notification({ desktop }: App, title: string): Locator {
  return (desktop as NonNullable<App['desktop']>).notifications.getByRole('status').filter({ hasText: title });
}

async function hidePopup(app: App): Promise<void> {
  await app.clickTray();
  await expect.poll(() => app.isPopupShown()).toBe(false);
}

test('a refusal behind the user’s back is told with Retry; one in front of them is not', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  const refuse = () => zulip.faults.next({ method: 'POST', path: '/status', status: 400, body: REFUSED });
  refuse();
  await setStatus(app, { text: 'Lunch' });
  await expect(currentStatus(app)).toContainText('Only on weekdays');
  await hidePopup(app);
  await expect(notification(app, 'Not set on Acme')).toHaveCount(0);

  refuse();
  await app.chooseMenuItem('🚌 Commuting, 30 min');
  const refusal = notification(app, 'Not set on Acme');
  await expect(refusal).toContainText('The server refused: “Only on weekdays”.');
  await refusal.getByRole('button', { name: 'Retry' }).click();
  await expect.poll(() => zulip.state().you.text).toBe('Commuting');
  await expect(refusal).toHaveCount(0);
});

test('a status that ends while its user is here can go on for 15 minutes', async ({ app, zulip, time }) => {
  await connectZulip(app, zulip);
  await setStatus(app, { text: 'On the phone', duration: '15 min' });
  await expect.poll(() => zulip.state().you.text).toBe('On the phone');
  await hidePopup(app);
  time.pass(QUARTER_HOUR);
  await app.sleep(QUARTER_HOUR);
  await expect.poll(() => zulip.state().you.text).toBe('');
  const ended = notification(app, 'Status ended');
  await expect(ended).toContainText('On the phone is over.');
  await ended.getByRole('button', { name: '15 min longer' }).click();
  await expect.poll(() => zulip.state().you.text).toBe('On the phone');
  await openPopup(app);
  await expect(currentStatus(app)).toContainText('15 min left');
});

test('a sign-in that is needed leads to its form; switched off, nothing is told', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  const { login } = zulip.credentials.you;
  await hidePopup(app);
  for (const person of zulip.realm.people) person.apiKey = 'f'.repeat(32);
  await app.chooseMenuItem('🚌 Commuting, 30 min');
  const signIn = notification(app, 'Sign in to Acme again');
  await signIn.getByRole('button', { name: 'Sign in' }).click();
  await expect.poll(() => app.isPopupShown()).toBe(true);
  await app.popup.getByRole('button', { name: 'Continue' }).click();
  await expect(field(app, 'E-mail')).toHaveValue(login);

  await app.popup.getByRole('button', { name: 'Back' }).click();
  await app.popup.getByRole('button', { name: 'Back' }).click();
  await app.popup.getByRole('button', { name: 'Settings', exact: true }).click();
  const wanted = app.popup.getByRole('checkbox', { name: 'An account needs me to sign in again' });
  await wanted.click();
  await expect(wanted).not.toBeChecked();
});
