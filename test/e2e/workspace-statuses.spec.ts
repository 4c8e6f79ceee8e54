import { type DemoRocketChat, startDemoRocketChat } from '../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import { test as base, expect } from './driver/app.ts';
import type { App } from './driver/driver.ts';
import { connectRocketChat, currentStatus } from './steps.ts';

const EXTRA = 120;
const ALL = EXTRA + 3;

/** A workspace with 120 statuses more than usual, on the screen that lists them. */
const test = base.extend<{ workspace: DemoRocketChat }>({
  workspace: [
    async ({ app }, use) => {
      const server = await startDemoRocketChat({ extraStatuses: EXTRA });
      await connectRocketChat(app, server);
      await openList(app);
      await use(server);
      await server.close();
    },
    { auto: true },
  ],
});

async function openList(app: App): Promise<void> {
  await app.popup.getByRole('button', { name: 'People', exact: true }).click();
  await app.popup.getByRole('button', { name: /^Workspace statuses of Riverside/ }).click();
  await expect(app.popup.getByText(/^\d+ statuses$/)).toBeVisible();
}

const names = (server: DemoRocketChat) => server.workspace.customStatuses.map(({ name }) => name);
const rows = ({ popup }: App) => popup.getByRole('list', { name: 'Workspace statuses' }).getByRole('listitem');

test('lists and searches all of them, creates, refuses a double, renames, deletes and takes that back', async ({
  app,
  workspace,
}) => {
  const { popup } = app;
  await expect(rows(app)).toHaveCount(ALL);
  await popup.getByRole('searchbox', { name: 'Search' }).fill('workshop 11');
  await expect(rows(app)).toHaveCount(11);

  await popup.getByRole('button', { name: 'New status' }).click();
  await popup.getByRole('textbox', { name: 'Name' }).fill('Out for lunch');
  await popup.getByRole('radio', { name: 'Offline' }).check();
  await popup.getByRole('button', { name: 'Save' }).click();
  await expect(popup.getByRole('alert')).toHaveText('There is a workspace status called “Out for lunch” already.');
  await expect(popup.getByRole('textbox', { name: 'Name' })).toHaveValue('Out for lunch');
  await expect(popup.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await popup.getByRole('textbox', { name: 'Name' }).fill('Out for dinner');
  await popup.getByRole('button', { name: 'Save' }).click();
  await expect(rows(app)).toHaveCount(ALL + 1);
  expect(workspace.workspace.customStatuses.at(-1)).toMatchObject({ name: 'Out for dinner', statusType: 'offline' });

  await popup.getByRole('button', { name: /^Edit Out for dinner/ }).click();
  await popup.getByRole('textbox', { name: 'Name' }).fill('Out for supper');
  await popup.getByRole('button', { name: 'Save' }).click();
  await expect(rows(app).filter({ hasText: 'Out for supper' })).toContainText('Offline');

  await popup.getByRole('button', { name: 'Delete Out for supper' }).click();
  await expect(rows(app)).toHaveCount(ALL);
  expect(names(workspace)).not.toContain('Out for supper');
  await popup.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(app)).toHaveCount(ALL + 1);
  expect(names(workspace)).toContain('Out for supper');
});

test('creates several from a file, and none of them twice', async ({ app, workspace }) => {
  const { popup } = app;
  const file = 'name,availability\nOn call,Online\nFocus time,busy\nA<B,away\nFire drill,offline\n';
  const importFile = async () => {
    const chosen = app.chooseFile('team.csv', file);
    // A native dialog is answered before it opens.
    if (app.desktop === null) await chosen;
    await popup.getByRole('button', { name: 'From a file…' }).click();
    await chosen;
    return popup.getByRole('region', { name: /^From .*team\.csv$/ });
  };
  const card = await importFile();
  await expect(card.getByRole('listitem').filter({ hasText: 'Focus time' })).toContainText('there already');
  await expect(card.getByRole('listitem').filter({ hasText: 'A<B' })).toContainText('can’t contain <');
  await card.getByRole('button', { name: 'Create 2' }).click();
  await expect(card.getByRole('listitem').filter({ hasText: 'Fire drill' })).toContainText('created');
  expect(names(workspace).slice(-2)).toEqual(['On call', 'Fire drill']);
  await card.getByRole('button', { name: 'Close' }).click();
  const again = await importFile();
  await expect(again.getByRole('listitem').filter({ hasText: 'there already' })).toHaveCount(3);
  await expect(again.getByRole('button', { name: /^Create/ })).toHaveCount(0);
});

test('a status is copied to one’s presets, and set like one', async ({ app }) => {
  const { popup } = app;
  await popup.getByRole('button', { name: 'Copy Focus time to my presets' }).click();
  await expect(popup.getByText('“Focus time” is among your presets now.')).toBeVisible();
  await popup.getByRole('button', { name: 'Back' }).click();
  await popup.getByRole('button', { name: 'Back' }).click();
  await expect(popup.getByRole('group', { name: 'Presets' }).getByRole('option', { name: 'Focus time' })).toBeVisible();
  await popup
    .getByRole('group', { name: 'Statuses of Riverside' })
    .getByRole('option', { name: /^Travelling/ })
    .click();
  await expect(currentStatus(app)).toContainText('Travelling');
});
