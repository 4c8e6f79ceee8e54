import { expect, test } from './driver/app.ts';
import type { App } from './driver/driver.ts';
import { activate, button, expectFocusSeen, keyboard, press, tabTo } from './keyboard-steps.ts';
import { currentStatus, openPopup } from './steps.ts';

// No mouse in here, as in keyboard.spec.ts.

async function openSettings(app: App): Promise<void> {
  await openPopup(app);
  await activate(app, /^Try it without an account/);
  await expect(app.popup.getByRole('textbox', { name: 'Status text' })).toBeFocused();
  await activate(app, 'Settings');
  await expect(app.popup.getByRole('heading', { name: 'Settings' })).toBeFocused();
}

async function openPlace(app: App, name: string): Promise<void> {
  await activate(app, name);
  await expect(app.popup.getByRole('heading', { name, level: 1 })).toBeFocused();
}

test('shortcuts for presets, notifications, and another language', async ({ app }) => {
  const { popup } = app;
  const switched = async (name: RegExp) => {
    const box = popup.getByRole('checkbox', { name });
    const before = await box.isChecked();
    await tabTo(app, box);
    await press(app, 'Space');
    await expect(box).toBeChecked({ checked: !before });
  };
  await openSettings(app);
  await activate(app, /^Change the keys for .*Commuting/);
  await expect(popup.getByRole('textbox', { name: 'Press the keys…' })).toBeFocused();
  await press(app, 'Control+Alt+1');
  await expect(button(app, /^Change the keys for .*Commuting, now Ctrl Alt 1/)).toBeFocused();
  await activate(app, /^Change the keys for .*Out sick/);
  await press(app, 'Escape');
  await expect(button(app, /^Change the keys for .*Out sick/)).toBeFocused();
  await activate(app, /^Remove the shortcut of .*Commuting/);
  await expect(button(app, /^Change the keys for .*Commuting, now None/)).toBeVisible();
  await expectFocusSeen(app);
  await switched(/was refused/);

  await tabTo(app, popup.getByRole('combobox', { name: 'Language' }));
  // A list that opens is the system's: letters choose without it.
  await keyboard(app).type('Deu', { delay: 150 });
  await expect(popup.getByRole('combobox', { name: 'Sprache' })).toBeFocused();
  await keyboard(app).type('Eng', { delay: 150 });
  await expect(popup.getByRole('combobox', { name: 'Language' })).toBeFocused();
});

test('the places behind the settings', async ({ app }) => {
  const { popup } = app;
  await openSettings(app);
  await openPlace(app, 'Export and import');
  await tabTo(app, button(app, 'Export…'));
  await tabTo(app, button(app, 'Import…'));
  await press(app, 'Escape');

  await openPlace(app, 'Team presets');
  await tabTo(app, popup.getByRole('textbox', { name: 'Address' }));
  await keyboard(app).type('http://127.0.0.1:9/presets.json');
  await press(app, 'Enter');
  await expect(button(app, 'Read now')).toBeVisible();
  await expectFocusSeen(app);
  await activate(app, 'Remove');
  await expect(popup.getByRole('textbox', { name: 'Address' })).toBeVisible();
  await expectFocusSeen(app);
  await press(app, 'Escape');

  await openPlace(app, 'Diagnostics');
  await tabTo(app, popup.getByRole('checkbox'));
  await press(app, 'Space');
  await tabTo(app, popup.getByRole('textbox', { name: 'Report' }));
  await activate(app, 'Copy report');
  await expect(popup.getByRole('status').filter({ hasText: /copied/i })).toBeVisible();
  await press(app, 'Escape');
});

test('a link’s question, and the presets that links may set', async ({ app }) => {
  const { popup } = app;
  const question = popup.getByRole('alertdialog');
  await openSettings(app);
  await app.startAgain('whereabouts://preset/commuting');
  await expect(question.getByRole('heading')).toBeFocused();
  await tabTo(app, question.getByRole('checkbox'));
  await press(app, 'Space');
  await tabTo(app, question.getByRole('button', { name: 'Set' }));
  await expect(question.getByRole('button', { name: 'Set' })).not.toHaveAttribute('aria-disabled', 'true');
  await press(app, 'Enter');
  await expect(question).toHaveCount(0);
  // Back to what was open before.
  await expectFocusSeen(app);

  await openPlace(app, 'Commands and links');
  await activate(app, /^Copy the command for .*Busy/);
  await expect(popup.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  await activate(app, /^Remove .*Commuting: links ask again/);
  await expect(popup.getByText('None. Links always ask first.')).toBeVisible();
  await expectFocusSeen(app);
  await press(app, 'Escape', 'Escape');
  await expect(currentStatus(app)).toContainText('Commuting');
  await app.startAgain('whereabouts://preset/../clear');
  await expect(question).toContainText('Nothing was changed.');
  await press(app, 'Escape');
  await expect(question).toHaveCount(0);
});
