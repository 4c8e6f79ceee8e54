import { directionOf, LANGUAGES } from '../../electron/contract/language.ts';
import { expect, onElectron, test } from './driver/app.ts';
import type { App } from './driver/driver.ts';
import { speak, word } from './language-steps.ts';
import { clipped, narrowTo, picture, root } from './room.ts';
import { openPopup, row, tryIt } from './steps.ts';

const button = ({ popup }: App, name: string) => popup.getByRole('button', { name, exact: true });

async function choose(app: App, from: string, tag: string): Promise<void> {
  await app.popup.getByRole('combobox', { name: word(from, 'settings', 'language', 'title') }).selectOption(tag);
  await expect(root(app)).toHaveAttribute('lang', tag === 'system' ? 'en' : tag);
}

test('a language that is chosen is spoken at once, everywhere, and after a restart', async ({ app }) => {
  await tryIt(app);
  await app.popup.getByRole('textbox', { name: 'Status text' }).fill('Half a thought');
  await button(app, 'Settings').click();
  await choose(app, 'en', 'de');

  await expect(app.popup.getByRole('heading', { name: 'Einstellungen' })).toBeVisible();
  await expect(app.popup.getByRole('combobox', { name: 'Sprache' })).toHaveValue('de');
  await expect.poll(() => app.menuLabels()).toContain('Whereabouts beenden');
  // The menu has taken the focus.
  await openPopup(app);
  await expect(app.popup.getByRole('textbox', { name: 'Statustext' })).toHaveValue('Half a thought');
  await row(app, 'In einer Besprechung').click();
  await expect(app.popup.getByRole('region', { name: 'Jetziger Status' })).toContainText('noch 1 h');
  await expect.poll(() => app.tooltip()).toMatch(/^Whereabouts: 📅 In einer Besprechung, bis .+, noch /);

  await app.restart();
  await openPopup(app);
  await expect(root(app)).toHaveAttribute('lang', 'de');
  await button(app, 'Einstellungen').click();
  await choose(app, 'de', 'system');
  await expect(app.popup.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await expect.poll(() => app.menuLabels()).toContain('Quit Whereabouts');
});

test.describe('a German system', () => {
  test.use({ appEnv: { LC_ALL: 'de_AT.UTF-8' } });
  test.skip(onElectron, 'the language of Electron’s system is not the test’s');

  test('is followed from the first run on', async ({ app }) => {
    await expect(app.popup.getByRole('heading', { name: 'Wo bin ich gerade?' })).toBeVisible();
    await app.popup.getByRole('button', { name: /^Ohne Konto ausprobieren/ }).click();
    await expect(app.popup.getByRole('option', { name: /Im Homeoffice/ })).toContainText('bis 17:00');
    await app.popup.getByRole('button', { name: /^Emoji: / }).click();
    await app.popup.getByRole('combobox', { name: 'Emoji suchen' }).fill('krokodil');
    await expect(app.popup.getByText('1 Emoji gefunden').first()).toBeVisible();
  });
});

test.describe('room', () => {
  test.skip(onElectron, 'the window’s size is the app’s own there');

  test('every language fits into 320 pixels, from the first run on', async ({ app, page }) => {
    test.setTimeout(120_000);
    const look = async (tag: string, screen: string) => {
      await expect(root(app)).toHaveAttribute('dir', directionOf(tag));
      expect.soft(await clipped(app), `${tag}: ${screen}`).toEqual([]);
      await picture(app, `${screen} ${tag}`);
    };
    await narrowTo(page, 320);
    for (const { tag } of LANGUAGES) {
      await speak(app, tag);
      await expect(app.popup.getByRole('heading', { name: word(tag, 'first-run', 'title') })).toBeVisible();
      await look(tag, 'first run');
    }
    await speak(app, 'en');
    await tryIt(app);
    await row(app, 'In a meeting').click();
    let spoken = 'en';
    for (const { tag } of LANGUAGES) {
      await button(app, word(spoken, 'status-screen', 'foot', 'settings')).click();
      await choose(app, spoken, tag);
      spoken = tag;
      await look(tag, 'settings');
      await button(app, word(tag, 'popup', 'back')).click();
      await expect(
        app.popup.getByRole('textbox', { name: word(tag, 'status-screen', 'compose', 'text') }),
      ).toBeVisible();
      await look(tag, 'status');
    }
  });
});

test('from right to left, arrows lead where they point, and what others wrote keeps its order', async ({ app }) => {
  await tryIt(app);
  await speak(app, 'he');
  const text = app.popup.getByRole('textbox', { name: word('he', 'status-screen', 'compose', 'text') });
  await text.fill('Lunch (back at 2)');
  await text.press('Enter');
  const shown = app.popup.getByText('Lunch (back at 2)').first();
  await expect(shown).toHaveCSS('unicode-bidi', 'plaintext');

  await app.popup
    .getByRole('button', { name: word('he', 'status-screen', 'compose', 'emoji') })
    .first()
    .click();
  const search = app.popup.getByRole('combobox');
  const active = app.popup.getByRole('gridcell', { selected: true });
  const left = () => active.evaluate((cell) => cell.getBoundingClientRect().left);
  await expect(active).toBeVisible();
  const first = await left();
  await search.press('ArrowLeft');
  await expect.poll(left).toBeLessThan(first);
  await search.press('ArrowRight');
  await expect.poll(left).toBe(first);
});
