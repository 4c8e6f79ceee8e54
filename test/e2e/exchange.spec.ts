import { readFileSync } from 'node:fs';
import { expect, test } from './driver/app.ts';
import type { App } from './driver/driver.ts';
import { startFileServer } from './file-server.ts';
import { currentStatus, openPopup, row, tryIt } from './steps.ts';

const TEAM = {
  whereabouts: 1,
  name: 'Night shift',
  presets: [
    { emoji: ':hamburger:', text: 'Midnight lunch', duration: '45m' },
    { emoji: '🚑', text: 'On call', availability: 'busy', duration: '6:00' },
    { text: 'Elsewhere', accounts: [{ server: 'https://elsewhere.example' }] },
  ],
};

/** By keyboard: to the place in Settings that has this name. */
async function openPlace(app: App, name: string): Promise<void> {
  const { popup } = app;
  await openPopup(app);
  await popup.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Settings' }).press('Enter');
  await popup.getByRole('button', { name, exact: true }).press('Enter');
  await expect(popup.getByRole('heading', { name, level: 1 })).toBeFocused();
}

async function back(app: App, times: number): Promise<void> {
  for (let step = 0; step < times; step += 1) await app.popup.locator('body').press('Escape');
}

/** Chooses a file for the button of this name, whose dialog is answered before or after it opens. */
async function choose(app: App, button: string, name: string, content: string): Promise<void> {
  const chosen = app.chooseFile(name, content);
  if (app.desktop === null) await chosen;
  await app.popup.getByRole('button', { name: button }).press('Enter');
  await chosen;
}

async function save(app: App, name: string): Promise<string> {
  const saved = app.saveFile(name);
  if (app.desktop === null) await saved;
  await app.popup.getByRole('button', { name: 'Export…' }).press('Enter');
  const path = await saved;
  await expect(app.popup.getByText(`Saved as ${name}.`)).toBeVisible();
  return path;
}

/** Asks the team's source anew, as soon as what was asked before is answered. */
async function readNow({ popup }: App): Promise<void> {
  const button = popup.getByRole('button', { name: 'Read now' });
  await expect(button).toBeEnabled();
  await button.press('Enter');
}

const presetNames = async (app: App) =>
  app.popup.getByRole('group', { name: 'Presets', exact: true }).getByRole('option').allTextContents();

test('presets and settings go into a file and come back: merged, replaced, taken back; faults are named', async ({
  app,
}) => {
  const { popup } = app;
  await tryIt(app);
  const before = await presetNames(app);
  await openPlace(app, 'Export and import');

  const file = JSON.parse(readFileSync(await save(app, 'mine.json'), 'utf8'));
  expect(file).toMatchObject({ whereabouts: 1, settings: { onQuit: 'keep', chosenAccounts: null } });
  expect(file.presets[0]).toEqual({ emoji: '🛠️', text: 'Busy', availability: 'busy', duration: '60m' });

  await test.step('a broken file', async () => {
    await choose(app, 'Import…', 'cut.json', '{ "whereabouts": 1, "presets": [');
    await expect(popup.getByRole('alert')).toContainText('not valid JSON');
    const wrong = JSON.stringify({ whereabouts: 1, presets: [{ text: 'Lunch', duration: 'soon' }] });
    await choose(app, 'Import…', 'wrong.json', wrong);
    await expect(popup.getByRole('alert')).toContainText('“duration” of preset 1');
    await expect(popup.getByRole('heading', { level: 2, name: /would change/ })).toHaveCount(0);
  });

  const [busy] = file.presets;
  const other = {
    ...file,
    presets: [
      { ...busy, duration: '2h' },
      { emoji: '🍔', text: 'Lunch' },
    ],
    settings: { onQuit: 'clear' },
  };
  const card = popup.getByRole('region', { name: /theirs.json would change$/ });
  const rows = card.getByRole('list', { name: 'Presets' }).getByRole('listitem');

  await test.step('merging', async () => {
    await choose(app, 'Import…', 'theirs.json', JSON.stringify(other));
    await expect(card.getByRole('heading')).toBeFocused();
    await expect(rows).toHaveCount(8);
    await expect(rows.filter({ hasText: 'Busy' })).toContainText('changes');
    await expect(rows.filter({ hasText: 'Lunch' })).toContainText('new');
    await expect(rows.filter({ hasText: 'Out sick' })).toContainText('stays');
    await expect(card.getByRole('checkbox')).toHaveAccessibleName(/What happens when the app quits/);
    await card.getByRole('button', { name: 'Import' }).press('Enter');
    await expect(popup.getByText(/^Imported from .*theirs.json/).first()).toBeVisible();
    await back(app, 1);
    await expect(popup.getByRole('radio', { name: 'Clear my status' })).toBeChecked();
    await back(app, 1);
    await expect.poll(async () => (await presetNames(app)).at(-1)).toContain('Lunch');
    await expect(row(app, 'Busy')).toContainText('2 h');
  });

  await test.step('taking that back', async () => {
    await popup.getByRole('button', { name: 'Undo' }).press('Enter');
    await expect.poll(() => presetNames(app)).toEqual(before);
    await openPlace(app, 'Export and import');
  });

  await test.step('replacing, without the settings', async () => {
    await choose(app, 'Import…', 'theirs.json', JSON.stringify(other));
    await card.getByRole('radio', { name: 'Remove them' }).press('Space');
    await expect(rows.filter({ hasText: 'Out sick' })).toContainText('is removed');
    await card.getByRole('checkbox').press('Space');
    await card.getByRole('button', { name: 'Import' }).press('Enter');
    await back(app, 1);
    await expect(popup.getByRole('radio', { name: 'Leave my status as it is' })).toBeChecked();
    await back(app, 1);
    await expect(popup.getByRole('group', { name: 'Presets', exact: true }).getByRole('option')).toHaveCount(2);
  });
});

test('presets of other programs are taken over, and what can’t be is said', async ({ app }) => {
  const { popup } = app;
  await tryIt(app);
  await openPlace(app, 'Export and import');
  const raycast = [{ title: 'Deep work', emojiCode: ':partyparrot:', defaultDuration: 90, pauseNotifications: true }];
  await choose(app, 'Import…', 'presets.json', JSON.stringify(raycast));
  const notes = popup.getByRole('list', { name: 'Not taken over as it is' });
  await expect(notes).toContainText('there is no emoji :partyparrot: here');
  await expect(notes).toContainText('here it sets Busy');
  await popup.getByRole('button', { name: 'Cancel' }).press('Enter');
  await choose(
    app,
    'Import…',
    'slacks.conf',
    'PRESET_EMOJI_l=":hamburger:"\nPRESET_TEXT_l="Having lunch"\nPRESET_DUR_l="60"\n',
  );
  await popup
    .getByRole('region', { name: /would change/ })
    .getByRole('button', { name: 'Import' })
    .press('Enter');
  await back(app, 2);
  await expect(row(app, 'Having lunch')).toContainText('1 h');
});

test('a team’s presets appear with their source, are set and copied, and stay when their server is gone', async ({
  app,
}) => {
  const { popup } = app;
  const server = await startFileServer(JSON.stringify(TEAM));
  await tryIt(app);
  await openPlace(app, 'Team presets');
  const address = popup.getByRole('textbox', { name: 'Address' });
  await address.fill('http://chat.example.org/presets.json');
  await address.press('Enter');
  await expect(popup.getByRole('alert')).toContainText('not encrypted');
  await address.fill(`${server.url}?key=hidden`);
  await address.press('Enter');
  await expect(popup.getByText(`Night shift, from ${server.url.replace('http://', '')}`)).toBeVisible();
  await expect(popup.getByText('hidden')).toHaveCount(0);

  await test.step('copied', async () => {
    await popup.getByRole('button', { name: 'Copy On call to my presets' }).press('Enter');
    await expect(popup.getByText('“On call” is among your presets now.')).toBeVisible();
    await back(app, 2);
    const own = popup.getByRole('group', { name: 'Presets', exact: true });
    await expect(own.getByRole('option', { name: /On call/ })).toBeVisible();
  });

  const group = popup.getByRole('group', { name: /^Team presets of Night shift, from 127/ });
  await test.step('set from the list and from the tray’s menu', async () => {
    await expect(group.getByRole('option')).toHaveCount(2);
    await group.getByRole('option', { name: /On call/ }).click();
    await expect(currentStatus(app)).toContainText('On call');
    await app.chooseMenuItem('Team presets', '🍔 Midnight lunch, 45 min');
    await openPopup(app);
    await expect(currentStatus(app)).toContainText('Midnight lunch');
  });

  await test.step('changed, and asked for only if changed', async () => {
    await openPlace(app, 'Team presets');
    await readNow(app);
    await expect.poll(() => server.answers).toEqual([200, 304]);
    expect(server.requests.at(-1)).not.toHaveProperty('cookie');
    expect(server.requests.at(-1)).not.toHaveProperty('authorization');
    server.content = JSON.stringify({ ...TEAM, presets: [{ emoji: '🌙', text: 'Night off' }] });
    await readNow(app);
    await expect(popup.getByRole('list', { name: 'Team presets' })).toContainText('Night off');
  });

  await test.step('its server gone, also after a restart', async () => {
    await server.close();
    await readNow(app);
    await expect(popup.getByRole('alert')).toContainText('can’t be reached');
    await expect(popup.getByText('from the last time that it could be read')).toBeVisible();
    await app.restart();
    await openPopup(app);
    await expect(group.getByRole('option', { name: /Night off/ })).toBeVisible();
  });
});
