import { type DemoRocketChat, startDemoRocketChat } from '../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import { expect, test } from './driver/app.ts';
import type { App } from './driver/driver.ts';
import { chooseFrom, connectRocketChat, currentStatus } from './steps.ts';

const HALF_AN_HOUR_MS = 30 * 60_000;
const KEPT_BY_APP = /Whereabouts ends it, but only while it runs/;

function personOf({ workspace }: DemoRocketChat, name: string) {
  const found = workspace.people.find((person) => person.name === name);
  if (found === undefined) throw new Error(`Nobody is called ${name}.`);
  return found;
}

async function chooseAccount({ popup }: App, serverName: string): Promise<void> {
  await popup.getByRole('button', { name: /^Account: / }).click();
  await popup.getByRole('menuitemradio', { name: serverName }).click();
}

/** Finds Rosa and makes her busy for half an hour; ends before it is sent. */
async function composeForRosa(app: App): Promise<void> {
  await app.popup.getByRole('combobox', { name: 'Find people' }).fill('rosa');
  await app.popup.getByRole('option', { name: /Rosa Lind/ }).click();
  await app.popup.getByRole('textbox', { name: 'Their status text' }).fill('At the offsite');
  await chooseFrom(app, 'Availability', 'Busy');
  await chooseFrom(app, 'How long', '30 min');
}

test('availability and end on 8.6, which keeps the end, and on 8.5, which does not', async ({ app }) => {
  const { popup } = app;
  const riverside = await startDemoRocketChat({ organization: 'Riverside', version: '8.6', extraPeople: 400 });
  const harbour = await startDemoRocketChat({ organization: 'Harbour', version: '8.5' });
  for (const server of [riverside, harbour]) {
    Object.assign(personOf(server, 'Rosa Lind'), { statusText: 'Reading', status: 'online', connections: 1 });
    await connectRocketChat(app, server);
  }
  await popup.getByRole('button', { name: 'People', exact: true }).click();

  await chooseAccount(app, 'Riverside');
  await popup.getByRole('combobox', { name: 'Find people' }).fill('colleague');
  await expect(popup.getByText('The first 10. Type on to find others.').first()).toBeVisible();
  const before = Date.now();
  await composeForRosa(app);
  await expect(popup.getByRole('list', { name: 'Chosen people' })).toContainText('Reading');
  await expect(popup.getByText(KEPT_BY_APP)).toHaveCount(0);
  await popup.getByRole('button', { name: 'Set for Rosa Lind' }).click();
  const there = popup.getByRole('region', { name: 'At the offsite on Riverside' });
  await expect(there.getByRole('status')).toHaveText('Set for 1 of 1');
  const rosa = personOf(riverside, 'Rosa Lind');
  expect(rosa).toMatchObject({ statusText: 'At the offsite', statusDefault: 'busy' });
  expect(Math.abs((rosa.statusExpiresAt ?? 0) - before - HALF_AN_HOUR_MS)).toBeLessThan(60_000);
  await expect(there.getByText(KEPT_BY_APP)).toHaveCount(0);

  await chooseAccount(app, 'Harbour');
  await composeForRosa(app);
  await expect(popup.getByText(KEPT_BY_APP)).toBeVisible();
  await popup.getByRole('button', { name: 'Set for Rosa Lind' }).click();
  const here = popup.getByRole('region', { name: 'At the offsite on Harbour' });
  await expect(here.getByRole('status')).toHaveText('Set for 1 of 1');
  await expect(here.getByText(KEPT_BY_APP)).toBeVisible();
  expect(personOf(harbour, 'Rosa Lind')).toMatchObject({ statusText: 'At the offsite', statusDefault: 'busy' });
  const sent = harbour.received.requests.filter(({ path }) => path.endsWith('/users.setStatus'));
  expect(sent.map(({ body }) => String(body))).toEqual([expect.not.stringContaining('expiresAt')]);

  for (const [card, server] of [
    [there, riverside],
    [here, harbour],
  ] as const) {
    await card.getByRole('button', { name: 'Undo' }).click();
    await expect(card.getByRole('status')).toHaveText('Taken back for 1');
    expect(personOf(server, 'Rosa Lind')).toMatchObject({ statusText: 'Reading', statusDefault: 'online' });
    expect([personOf(server, 'You').statusText, personOf(server, 'You').statusDefault]).toEqual(['', 'online']);
  }
  await popup.getByRole('button', { name: 'Back' }).click();
  await expect(currentStatus(app)).toContainText('No status');
  await Promise.all([riverside.close(), harbour.close()]);
});
