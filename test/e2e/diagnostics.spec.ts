import { expect, test } from './driver/app.ts';
import { expectOutcome, setStatus, tryIt, ZULIP } from './steps.ts';

test('diagnostics say what runs where, and are copied without names, addresses and texts', async ({ app }) => {
  const { popup } = app;
  await tryIt(app);
  await setStatus(app, { text: 'A secret meeting' });
  await expectOutcome(app, ZULIP, 'set');
  await popup.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Settings' }).press('Enter');
  await popup.getByRole('button', { name: 'Diagnostics', exact: true }).press('Enter');
  await expect(popup.getByRole('heading', { name: 'Diagnostics', level: 1 })).toBeFocused();
  await expect(popup.getByText(/^Zulip [\d.]+ on 127\.0\.0\.1:\d+/)).toContainText('last status set');
  const report = popup.getByRole('textbox', { name: 'Report' });
  await expect(report).toHaveValue(/^Whereabouts \d/);
  await expect(report).toHaveValue(/zulip [\d.]+ at ‹server 1›: signed-in, last outcome: applied/);

  await popup.getByRole('button', { name: 'Copy report' }).press('Enter');
  await expect(popup.getByText('Copied.')).toBeVisible();
  const copied = await app.clipboard();
  expect(copied).toBe(await report.inputValue());
  for (const hidden of ['secret meeting', '127.0.0.1', 'you@', ZULIP]) expect(copied).not.toContain(hidden);

  await popup.getByRole('checkbox', { name: 'Include server addresses' }).press('Space');
  await expect(report).toHaveValue(/zulip [\d.]+ at 127\.0\.0\.1:\d+/);
  await expect(report).not.toHaveValue(/secret meeting|you@/);

  await popup.getByRole('button', { name: 'Open log folder' }).press('Enter');
  if (app.desktop !== null) await expect(app.desktop.notifications).toContainText(/Would open .*logs/);
});
