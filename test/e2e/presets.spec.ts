import type { Locator } from '@playwright/test';
import { test as base, expect } from './driver/app.ts';
import type { App } from './driver/driver.ts';
import { currentStatus, openPopup, pickEmoji, row, setStatus, tryIt } from './steps.ts';

const ORIGINALS = [
  'Busy',
  'In a meeting',
  'Commuting',
  'Out sick',
  'Vacationing',
  'Working remotely',
  'At the office',
] as const;

/** In try-it mode, with the status screen shown. */
const test = base.extend<{ started: undefined }>({
  started: [
    async ({ app }, use) => {
      await tryIt(app);
      await use(undefined);
    },
    { auto: true },
  ],
});

const rows = ({ popup }: App, group: 'Presets' | 'Recent'): Locator =>
  popup.getByRole('group', { name: group }).getByRole('option').locator('.row-text');
const preset = ({ popup }: App, name: string): Locator =>
  popup.getByRole('listitem').filter({ has: popup.getByRole('button', { name: `Edit ${name}` }) });
const list = ({ popup }: App): Locator => popup.getByRole('listbox', { name: 'Presets and recent statuses' });

async function openPresets({ popup }: App): Promise<void> {
  await popup.getByRole('button', { name: 'Presets', exact: true }).click();
  await expect(popup.getByRole('heading', { name: 'Presets' })).toBeVisible();
}

async function expectOrder(app: App, names: readonly string[]): Promise<void> {
  await expect(app.popup.getByRole('button', { name: /^Edit / }).locator('.row-text')).toHaveText([...names]);
}

test('makes a preset, which then sets all that it names', async ({ app }) => {
  const { popup } = app;
  await openPresets(app);
  await popup.getByRole('button', { name: 'New preset' }).click();
  await pickEmoji(app, '🦷');
  await popup.getByRole('textbox', { name: 'Text', exact: true }).fill('At the dentist');
  await popup.getByRole('button', { name: 'How long: ' }).click();
  await popup.getByRole('menuitemradio', { name: '2 h' }).click();
  await popup.getByRole('button', { name: 'Availability: ' }).click();
  await popup.getByRole('menuitemradio', { name: /^Away/ }).click();
  await popup.getByRole('button', { name: 'Save' }).click();
  await expectOrder(app, [...ORIGINALS, 'At the dentist']);
  await popup.getByRole('button', { name: 'Back' }).click();
  await row(app, 'At the dentist').click();
  await expect(currentStatus(app)).toContainText('At the dentist');
  await expect(currentStatus(app)).toContainText('2 h left');
  await expect(currentStatus(app).getByText('Away').first()).toBeVisible();
});

test('refuses a preset without a text, and says why', async ({ app }) => {
  await openPresets(app);
  await app.popup.getByRole('button', { name: 'New preset' }).click();
  await app.popup.getByRole('button', { name: 'Save' }).click();
  await expect(app.popup.getByRole('alert')).toHaveText('A preset needs a text; it is also its name.');
  await app.popup.getByRole('button', { name: 'Cancel' }).click();
  await expectOrder(app, ORIGINALS);
});

test('changes a preset where it stands', async ({ app }) => {
  await openPresets(app);
  await app.popup.getByRole('button', { name: 'Edit Commuting' }).click();
  await app.popup.getByRole('textbox', { name: 'Text', exact: true }).fill('On the bus');
  await app.popup.getByRole('button', { name: 'Save' }).click();
  await expectOrder(
    app,
    ORIGINALS.map((name) => (name === 'Commuting' ? 'On the bus' : name)),
  );
});

test('deletes a preset, and takes that back', async ({ app }) => {
  await openPresets(app);
  await app.popup.getByRole('button', { name: 'Delete In a meeting' }).click();
  await expectOrder(
    app,
    ORIGINALS.filter((name) => name !== 'In a meeting'),
  );
  await app.popup.getByRole('button', { name: 'Undo' }).click();
  await expectOrder(app, ORIGINALS);
});

test('restores the originals, and takes that back', async ({ app }) => {
  const { popup } = app;
  await openPresets(app);
  for (const name of ['Busy', 'Vacationing']) await popup.getByRole('button', { name: `Delete ${name}` }).click();
  const left = ORIGINALS.filter((name) => name !== 'Busy' && name !== 'Vacationing');
  await expectOrder(app, left);
  await popup.getByRole('button', { name: 'Restore the originals' }).click();
  await expectOrder(app, ORIGINALS);
  await popup.getByRole('button', { name: 'Undo' }).click();
  await expectOrder(app, left);
});

test('moves presets by dragging', async ({ app }) => {
  const [first, second, ...others] = ORIGINALS;
  await openPresets(app);
  await preset(app, first).dragTo(preset(app, 'Commuting'));
  await expectOrder(app, [second, others[0] ?? '', first, ...others.slice(1)]);
});

test('moves presets by the keyboard, and says where they are', async ({ app }) => {
  const { popup } = app;
  const [first, second, ...others] = ORIGINALS;
  await openPresets(app);
  await popup.getByRole('button', { name: `Move ${first}` }).press('ArrowDown');
  await expectOrder(app, [second, first, ...others]);
  await expect(popup.getByText(`${first} is now 2 of 7.`)).toBeAttached();
  await expect(popup.getByRole('button', { name: `Move ${first}` })).toBeFocused();
  await popup.getByRole('button', { name: `Edit ${first}` }).press('Alt+ArrowUp');
  await expectOrder(app, ORIGINALS);
  await popup.getByRole('button', { name: 'Back' }).click();
  await expect(rows(app, 'Presets')).toHaveText([...ORIGINALS]);
});

test('keeps the last ten different statuses, the newest first', async ({ app }) => {
  const texts = Array.from({ length: 11 }, (_, index) => `Status ${index + 1}`);
  for (const text of [...texts, 'Status 5', 'Busy without a hammer']) {
    await setStatus(app, { text });
    await expect(currentStatus(app).getByText(text, { exact: true }).first()).toBeVisible();
  }
  const newest = ['Busy without a hammer', 'Status 5', 'Status 11', 'Status 10', 'Status 9', 'Status 8'];
  await expect(rows(app, 'Recent')).toHaveText([...newest, 'Status 7', 'Status 6', 'Status 4', 'Status 3']);
  await row(app, 'Status 8').click();
  await expect(rows(app, 'Recent').first()).toHaveText('Status 8');
  await expect(rows(app, 'Recent')).toHaveCount(10);
});

test('digits set the first nine while the list has the keyboard', async ({ app }) => {
  await list(app).focus();
  await list(app).press('3');
  await expect(currentStatus(app)).toContainText('Commuting');
  await list(app).press('7');
  await expect(currentStatus(app)).toContainText('At the office');
  // There is no ninth: nothing happens.
  await list(app).press('9');
  await expect(currentStatus(app)).toContainText('At the office');
  const text = app.popup.getByRole('textbox', { name: 'Status text' });
  await text.pressSequentially('3');
  await expect(text).toHaveValue('3');
});

test('letters filter, Enter sets, Esc leaves the filter and then the popup', async ({ app }) => {
  await list(app).focus();
  await list(app).pressSequentially('off');
  await expect(app.popup.getByText('Filter: off')).toBeVisible();
  await expect(app.popup.getByRole('option')).toHaveCount(1);
  await list(app).press('Enter');
  await expect(currentStatus(app)).toContainText('At the office');
  await list(app).press('Escape');
  await expect(rows(app, 'Presets')).toHaveText([...ORIGINALS]);
  await list(app).pressSequentially('zzz');
  await expect(app.popup.getByText('Nothing with “zzz”.')).toBeVisible();
  await list(app).press('Escape');
  expect(await app.isPopupShown()).toBe(true);
  await list(app).press('Escape');
  await expect.poll(() => app.isPopupShown()).toBe(false);
  await openPopup(app);
  await expect(app.popup.getByText(/^Filter/)).toHaveCount(0);
});
