import { type DemoRocketChat, startDemoRocketChat } from '../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import { test as base, expect } from './driver/app.ts';
import type { App } from './driver/driver.ts';
import { activate, button, expectFocusSeen, keyboard, press, tabTo } from './keyboard-steps.ts';
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
  await activate(app, 'People');
  await activate(app, /^Workspace statuses of Riverside/);
  await expect(app.popup.getByText(/^\d+ statuses$/)).toBeVisible();
}

const names = (server: DemoRocketChat) => server.workspace.customStatuses.map(({ name }) => name);
const rows = ({ popup }: App) => popup.getByRole('list', { name: 'Workspace statuses' }).getByRole('listitem');

test('by keyboard alone: created, refused as a double, renamed, deleted and taken back, among 120', async ({
  app,
  workspace,
}) => {
  const { popup } = app;
  const name = popup.getByRole('textbox', { name: 'Name' });
  const search = async (words: string, found: number) => {
    await tabTo(app, popup.getByRole('searchbox', { name: 'Search' }));
    await keyboard(app).type(words);
    await expect(rows(app)).toHaveCount(found);
  };
  await expect(rows(app)).toHaveCount(ALL);
  await search('workshop 11', 11);
  await press(app, 'Escape');
  await expect(rows(app)).toHaveCount(ALL);

  // Backwards: forwards lie the buttons of 123 rows.
  await press(app, 'Shift+Tab', 'Shift+Tab');
  await expect(button(app, 'New status')).toBeFocused();
  await press(app, 'Enter');
  await expect(name).toBeFocused();
  await keyboard(app).type('Out for lunch');
  await tabTo(app, popup.getByRole('radio', { name: 'As it is' }));
  await press(app, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
  await activate(app, 'Save');
  await expect(popup.getByRole('alert')).toHaveText('There is a workspace status called “Out for lunch” already.');
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('Out for lunch');
  await expect(name).toHaveAccessibleDescription(/called “Out for lunch” already/);
  await expect(popup.getByRole('radio', { name: 'Offline' })).toBeChecked();
  await press(app, 'Control+A');
  await keyboard(app).type('Out for dinner');
  await press(app, 'Enter');
  await expect(rows(app)).toHaveCount(ALL + 1);
  expect(workspace.workspace.customStatuses.at(-1)).toMatchObject({ name: 'Out for dinner', statusType: 'offline' });

  await search('dinner', 1);
  await activate(app, /^Edit Out for dinner/);
  await expect(name).toBeFocused();
  await press(app, 'Control+A');
  await keyboard(app).type('Out for supper');
  await press(app, 'Enter');
  await expect(rows(app)).toHaveCount(ALL + 1);
  await search('supper', 1);
  await expect(rows(app)).toContainText('Offline');

  await activate(app, 'Delete Out for supper');
  await expect(rows(app)).toHaveCount(0);
  expect(names(workspace)).not.toContain('Out for supper');
  await activate(app, 'Undo');
  await expect(rows(app)).toHaveCount(1);
  expect(names(workspace)).toContain('Out for supper');
  await expectFocusSeen(app);
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
  const offered = popup.getByRole('group', { name: 'Statuses of Riverside' });
  await offered.getByRole('option', { name: `${ALL - 8} more…` }).click();
  await offered.getByRole('option', { name: /^Travelling/ }).click();
  await expect(currentStatus(app)).toContainText('Travelling');
});
