import { expect, test } from './demo-servers.ts';
import type { App } from './driver/driver.ts';
import { connectZulip } from './steps.ts';

const search = ({ popup }: App) => popup.getByRole('combobox', { name: 'Search emoji' });
const cell = ({ popup }: App, name: string) => popup.getByRole('gridcell', { name, exact: true });

async function open(app: App): Promise<void> {
  await app.popup.getByRole('button', { name: 'Emoji: ' }).click();
  await expect(search(app)).toBeFocused();
}

async function find(app: App, name: string): Promise<void> {
  await search(app).fill(name);
  await expect(cell(app, name)).toBeVisible();
}

test('offers an organisation’s own emoji with its picture, and sets it', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  await open(app);
  await app.popup.getByRole('toolbar').getByRole('button', { name: 'Acme' }).click();
  const picture = cell(app, 'green_tick').locator('img');
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await cell(app, 'green_tick').click();
  const text = app.popup.getByRole('textbox', { name: 'Status text' });
  await text.fill('Done');
  await text.press('Enter');
  await expect.poll(() => JSON.stringify(zulip.state().you)).toContain('green_tick');
});

test('does not offer a deactivated one', async ({ app, zulip }) => {
  await connectZulip(app, zulip);
  await open(app);
  await find(app, 'green_tick');
  await search(app).fill('old_logo');
  await expect(app.popup.getByRole('status').filter({ hasText: 'No emoji found' })).toBeAttached();
});

test('stays small with 5,000 of them, and finds each', async ({ app, zulip }) => {
  zulip.changeEmoji(
    Array.from({ length: 5_000 }, (_, at) => ({
      id: String(at + 1),
      name: `acme_${at}`,
      deactivated: false,
      authorId: 8,
    })),
  );
  await connectZulip(app, zulip);
  await open(app);
  await find(app, 'acme_4321');
  await search(app).fill('acme');
  await expect(app.popup.getByRole('status').filter({ hasText: '5000 emoji found' })).toBeAttached();
  expect(await app.popup.getByRole('gridcell').count()).toBeLessThan(200);
  await search(app).press('Control+End');
  await expect(cell(app, 'acme_4999')).toBeVisible();
});

test('shows letters for pictures that are missing, huge or no pictures', async ({ app, zulip }) => {
  const odd = ['missing', 'huge', 'not-a-picture'] as const;
  zulip.changeEmoji(
    odd.map((picture, at) => ({
      id: String(at + 1),
      name: `odd_${at}`,
      deactivated: false,
      authorId: 8,
      picture,
    })),
  );
  await connectZulip(app, zulip);
  await open(app);
  for (const at of odd.keys()) {
    await find(app, `odd_${at}`);
    await expect(cell(app, `odd_${at}`)).toHaveText('odd');
  }
});
