import { type DemoZulip, startDemoZulip } from '../../electron/demo/zulip/demo-zulip.ts';
import { test as base, expect } from './driver/app.ts';
import type { App } from './driver/driver.ts';
import { activate, expectFocusSeen, keyboard, press, tabTo } from './keyboard-steps.ts';
import { connectZulip, currentStatus } from './steps.ts';

/** An organisation with 400 people more than usual. */
const test = base.extend<{ zulip: DemoZulip }>({
  zulip: [
    async ({ app }, use) => {
      const server = await startDemoZulip({ extraPeople: 400 });
      await connectZulip(app, server);
      await use(server);
      await server.close();
    },
    { auto: true },
  ],
});

const finder = ({ popup }: App) => popup.getByRole('combobox', { name: 'Find people' });
const theirText = ({ popup }: App) => popup.getByRole('textbox', { name: 'Their status text' });
const job = ({ popup }: App, name: string) => popup.getByRole('region', { name });
const textOf = (server: DemoZulip, name: string) =>
  server.realm.people.find(({ fullName }) => fullName === name)?.status?.text ?? '';

async function openPeople(app: App): Promise<void> {
  await activate(app, 'People');
  await expect(app.popup.getByRole('heading', { name: 'People' })).toBeFocused();
}

/** Types a name and takes the first that is found. */
async function add(app: App, name: string): Promise<void> {
  await tabTo(app, finder(app));
  await keyboard(app).type(name);
  await expect(app.popup.getByRole('option')).toHaveCount(1);
  await expect(app.popup.getByRole('option')).toContainText(name);
  await press(app, 'Enter');
  await expect(app.popup.getByRole('button', { name: `Take out ${name}` })).toBeVisible();
}

test('by keyboard alone: three of 400 are found and set, one is tried again, all is taken back', async ({
  app,
  zulip,
}) => {
  const { popup } = app;
  await openPeople(app);
  await tabTo(app, finder(app));
  await keyboard(app).type('colleague');
  await expect(popup.getByText('The first 50 of 400. Type on to find others.').first()).toBeVisible();
  await press(app, 'ArrowDown', 'ArrowUp', 'ArrowUp');
  await expect(popup.getByRole('option', { selected: true })).toBeInViewport({ ratio: 0.9 });
  await keyboard(app).type(' 400');
  await expect(popup.getByRole('option')).toHaveCount(1);
  await press(app, 'Enter');
  for (const name of ['Colleague 222', 'Mei Lin']) await add(app, name);
  await expect(popup.getByText('For 3 people on Acme, not for you.')).toBeVisible();

  const mei = zulip.realm.people.find(({ fullName }) => fullName === 'Mei Lin');
  const refusal = { result: 'error', msg: 'Insufficient permission', code: 'BAD_REQUEST' };
  zulip.faults.next({ path: `/users/${mei?.userId}/status`, method: 'POST', status: 400, body: refusal });
  await tabTo(app, theirText(app));
  await keyboard(app).type('At the offsite');
  await activate(app, 'Set for 3 people');
  const card = job(app, 'At the offsite on Acme');
  await expect(card.getByRole('status')).toHaveText('Set for 2 of 3');
  await expect(card.getByRole('listitem').filter({ hasText: 'Mei Lin' })).toContainText('not set');
  expect(['Colleague 400', 'Mei Lin', 'You'].map((name) => textOf(zulip, name))).toEqual(['At the offsite', '', '']);

  // All the way round: from what was pressed past the end to the card above.
  await expect(popup.getByRole('button', { name: 'Set for' })).toBeFocused();
  await tabTo(app, card.getByRole('button', { name: 'Undo' }));
  await press(app, 'Escape');
  await expect(popup.getByText('For other people: 1 failed.')).toBeVisible();
  await expect(currentStatus(app)).toContainText('No status');
  await activate(app, 'Show the statuses of other people');
  await activate(app, 'Retry failed');
  await expect(card.getByRole('status')).toHaveText('Set for 3 of 3');
  expect(textOf(zulip, 'Mei Lin')).toBe('At the offsite');
  await activate(app, 'Undo');
  await expect(card.getByRole('status')).toHaveText('Taken back for 3');
  expect(textOf(zulip, 'Colleague 222')).toBe('');
  await activate(app, 'Close');
  await expect(card).toHaveCount(0);
  await expectFocusSeen(app);
});

test('says plainly who ends it', async ({ app }) => {
  const { popup } = app;
  await openPeople(app);
  await add(app, 'Mei Lin');
  await theirText(app).fill('Away');
  await popup.getByRole('button', { name: 'How long: ' }).click();
  await popup.getByRole('menuitemradio', { name: '30 min' }).click();
  await expect(popup.getByText(/Whereabouts ends it, but only while it runs/)).toBeVisible();
  await popup.getByRole('button', { name: 'Set for Mei Lin' }).click();
  await expect(job(app, 'Away on Acme').getByText(/Whereabouts ends it/)).toBeVisible();
});

test('a right that is lost meanwhile closes the form, says why, and keeps what was typed', async ({ app, zulip }) => {
  await openPeople(app);
  await add(app, 'Mei Lin');
  await theirText(app).fill('At the offsite');
  zulip.changeRole('you', 400);
  await expect(app.popup.getByRole('note')).toContainText('Only administrators of this organization can do this');
  await expect(app.popup.getByRole('note')).toContainText('What you typed is kept');
  // News about rights are followed up every ten seconds at most.
  await app.sleep(11_000);
  zulip.changeRole('you', 200);
  await expect(theirText(app)).toHaveValue('At the offsite');
  await expect(app.popup.getByRole('button', { name: 'Take out Mei Lin' })).toBeVisible();
});
