import { type DemoZulip, startDemoZulip } from '../../electron/demo/zulip/demo-zulip.ts';
import { test as base, expect } from './driver/app.ts';
import type { App } from './driver/driver.ts';
import { connectZulip } from './steps.ts';

/** An organisation with 400 people more than usual, with the screen for others open. */
const test = base.extend<{ zulip: DemoZulip }>({
  zulip: [
    async ({ app }, use) => {
      const server = await startDemoZulip({ extraPeople: 400 });
      await connectZulip(app, server);
      await app.popup.getByRole('button', { name: 'People', exact: true }).click();
      await expect(app.popup.getByRole('heading', { name: 'People' })).toBeVisible();
      await use(server);
      await server.close();
    },
    { auto: true },
  ],
});

const finder = ({ popup }: App) => popup.getByRole('combobox', { name: 'Find people' });
const job = ({ popup }: App, name: string) => popup.getByRole('region', { name });
const textOf = (server: DemoZulip, name: string) =>
  server.realm.people.find(({ fullName }) => fullName === name)?.status?.text ?? '';

/** With the keyboard alone: the first that is found. */
async function add(app: App, name: string): Promise<void> {
  await finder(app).pressSequentially(name);
  await expect(app.popup.getByRole('option').first()).toContainText(name);
  await finder(app).press('Enter');
  await expect(app.popup.getByRole('button', { name: `Take out ${name}` })).toBeVisible();
}

test('sets a status for three, tries again for the one that failed, and takes it all back', async ({ app, zulip }) => {
  const { popup } = app;
  for (const name of ['Colleague 400', 'Colleague 222', 'Mei Lin']) await add(app, name);
  await expect(popup.getByText('For 3 people on Acme, not for you.')).toBeVisible();
  const mei = zulip.realm.people.find(({ fullName }) => fullName === 'Mei Lin');
  const refusal = { result: 'error', msg: 'Insufficient permission', code: 'BAD_REQUEST' };
  zulip.faults.next({ path: `/users/${mei?.userId}/status`, method: 'POST', status: 400, body: refusal });
  await popup.getByRole('textbox', { name: 'Their status text' }).fill('At the offsite');
  await popup.getByRole('button', { name: 'Set for 3 people' }).press('Enter');

  const card = job(app, 'At the offsite on Acme');
  await expect(card.getByRole('status')).toHaveText('Set for 2 of 3');
  await expect(card.getByRole('listitem').filter({ hasText: 'Mei Lin' })).toContainText('not set');
  expect([textOf(zulip, 'Colleague 400'), textOf(zulip, 'Mei Lin')]).toEqual(['At the offsite', '']);
  expect(textOf(zulip, 'You')).toBe('');
  await card.getByRole('button', { name: 'Retry failed' }).press('Enter');
  await expect(card.getByRole('status')).toHaveText('Set for 3 of 3');
  expect(textOf(zulip, 'Mei Lin')).toBe('At the offsite');
  await card.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(card.getByRole('status')).toHaveText('Taken back for 3');
  expect(textOf(zulip, 'Colleague 222')).toBe('');
  await card.getByRole('button', { name: 'Close' }).press('Enter');
  await expect(card).toHaveCount(0);
});

test('says plainly who ends it', async ({ app }) => {
  const { popup } = app;
  await add(app, 'Mei Lin');
  await popup.getByRole('textbox', { name: 'Their status text' }).fill('Away');
  await popup.getByRole('button', { name: 'How long: ' }).click();
  await popup.getByRole('menuitemradio', { name: '30 min' }).click();
  await expect(popup.getByText(/Whereabouts ends it, but only while it runs/)).toBeVisible();
  await popup.getByRole('button', { name: 'Set for Mei Lin' }).click();
  await expect(job(app, 'Away on Acme').getByText(/Whereabouts ends it/)).toBeVisible();
});
