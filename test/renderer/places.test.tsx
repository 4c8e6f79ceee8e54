// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { choose, paste, renderPopup, type } from './render-popup.tsx';

async function goTo(place: 'Accounts' | 'Presets' | 'Settings') {
  fireEvent.click(within(screen.getByRole('navigation')).getByRole('button', { name: place }));
  await screen.findByRole('heading', { name: place });
}

test('removes an account only after asking', async () => {
  const { main } = await renderPopup();
  await goTo('Accounts');
  fireEvent.click(screen.getByRole('button', { name: 'Remove Acme' }));
  const question = within(await screen.findByRole('group', { name: /^Remove Acme\?/ }));
  expect(main.sentArguments('remove-account')).toEqual([]);
  fireEvent.click(question.getByRole('button', { name: 'Remove' }));
  expect(main.sentArguments('remove-account')).toEqual([{ accountId: 'acme' }]);
});

test('who goes elsewhere while a preset is saved stays there', async () => {
  const { main, popup } = await renderPopup();
  const saving = Promise.withResolvers<void>();
  main.answers['save-preset'] = () => saving.promise.then(() => ({ ok: true, value: { presetId: 'new' } }));
  await goTo('Presets');
  fireEvent.click(screen.getByRole('button', { name: 'New preset' }));
  type(await screen.findByLabelText('Text'), 'Lunch');
  fireEvent.submit(document.querySelector('form') as HTMLFormElement);
  popup.goBack();
  popup.goBack();
  saving.resolve();
  await saving.promise;
  await new Promise((passed) => setTimeout(passed));
  expect(popup.screen.value.name).toBe('status');
});

test('makes a preset', async () => {
  const { main } = await renderPopup();
  main.answers['save-preset'] = () => ({ ok: true, value: { presetId: 'new' } });
  await goTo('Presets');
  fireEvent.click(screen.getByRole('button', { name: 'New preset' }));
  type(await screen.findByLabelText('Text'), 'Lunch');
  paste(screen.getByRole('button', { name: 'Emoji: none' }), '🍔');
  await choose(/^How long/, 'menuitemradio', /^30 min/);
  fireEvent.click(screen.getByLabelText('Only these'));
  await choose(/^Accounts: All 2/, 'menuitemcheckbox', /Riverside/);
  fireEvent.submit(document.querySelector('form') as HTMLFormElement);
  await screen.findByRole('heading', { name: 'Presets' });
  expect(main.sentArguments('save-preset')[0]).toEqual({
    presetId: null,
    preset: {
      emoji: { kind: 'unicode', value: '🍔' },
      fallbackEmoji: null,
      text: 'Lunch',
      availability: null,
      duration: { kind: 'minutes', minutes: 30 },
      then: 'clear',
      accountIds: ['acme'],
    },
  });
});

test('says at the field why a preset can’t be saved', async () => {
  const { main } = await renderPopup();
  main.answers['save-preset'] = () => ({ ok: false, problem: { code: 'preset-name-empty' } });
  await goTo('Presets');
  fireEvent.click(screen.getByRole('button', { name: /^Edit Busy/ }));
  fireEvent.submit((await screen.findByLabelText('Text')).closest('form') as HTMLFormElement);
  expect((await screen.findByRole('alert')).textContent).toContain('A preset needs a text');
});

test('moves presets with Alt and the arrows', async () => {
  const { main } = await renderPopup();
  await goTo('Presets');
  fireEvent.keyDown(screen.getByRole('button', { name: /^Edit Busy/ }), { key: 'ArrowDown', altKey: true });
  expect(main.sentArguments('order-presets')[0]?.presetIds.slice(0, 3)).toEqual(['meeting', 'busy', 'commuting']);
  expect(await screen.findByText('Busy is now 2 of 7.')).toBeTruthy();
});

test('a second move begins where the first one ends, though it is not saved yet', async () => {
  const { main } = await renderPopup();
  await goTo('Presets');
  const press = () =>
    fireEvent.keyDown(screen.getByRole('button', { name: /^Edit Busy/ }), { key: 'ArrowDown', altKey: true });
  press();
  await screen.findByText('Busy is now 2 of 7.');
  press();
  await screen.findByText('Busy is now 3 of 7.');
  expect(main.sentArguments('order-presets')[1]?.presetIds.slice(0, 3)).toEqual(['meeting', 'commuting', 'busy']);
});

test('a move that can’t be saved is taken back on the screen', async () => {
  const { main } = await renderPopup();
  main.answers['order-presets'] = () => ({ ok: false, problem: { code: 'not-saved' } });
  await goTo('Presets');
  fireEvent.keyDown(screen.getByRole('button', { name: /^Edit Busy/ }), { key: 'ArrowDown', altKey: true });
  await screen.findByRole('alert');
  expect(screen.getAllByRole('button', { name: /^Edit/ })[0]?.textContent).toContain('Busy');
});

test('deletes a preset and offers to undo it for as long as main does', async () => {
  const { main } = await renderPopup();
  await goTo('Presets');
  fireEvent.click(screen.getByRole('button', { name: 'Delete Busy' }));
  expect(main.sentArguments('delete-preset')).toEqual([{ presetId: 'busy' }]);
  main.push({ undo: { id: 'u1', what: 'preset-deleted', label: 'Busy', until: Date.now() + 60_000 } });
  expect(await screen.findByText('“Busy” deleted')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(main.sentArguments('undo')).toEqual([{ undoId: 'u1' }]);
  main.push({ undo: { id: 'u1', what: 'preset-deleted', label: 'Busy', until: Date.now() - 1 } });
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
});

test('records a shortcut while global ones are silent', async () => {
  const { main } = await renderPopup();
  await goTo('Settings');
  fireEvent.click(screen.getByRole('button', { name: /^Change the shortcut/ }));
  const recorder = await screen.findByLabelText('Press the keys…');
  await waitFor(() => expect(main.sentArguments('record-shortcut')).toEqual([{ recording: true }]));
  fireEvent.keyDown(recorder, { key: 'k', code: 'KeyK' });
  expect((await screen.findByRole('alert')).textContent).toContain('together with another key');
  fireEvent.keyDown(recorder, { key: 'K', code: 'KeyK', ctrlKey: true, shiftKey: true });
  await waitFor(() => expect(main.sentArguments('record-shortcut').at(-1)).toEqual({ recording: false }));
  expect(main.sentArguments('change-settings')).toEqual([{ shortcut: 'CommandOrControl+Shift+K' }]);
});

test('says when a shortcut is taken', async () => {
  const problem = { code: 'shortcut-taken' as const, accelerator: 'CommandOrControl+Shift+K' };
  await renderPopup({ shortcut: { accelerator: 'Alt+Y', registered: true, unconfirmed: false, problem } });
  await goTo('Settings');
  expect(screen.getByRole('alert').textContent).toContain('belongs to another app');
});

test('chooses what happens at quitting', async () => {
  const { main } = await renderPopup();
  await goTo('Settings');
  fireEvent.click(screen.getByRole('radio', { name: 'Clear my status' }));
  expect(main.sentArguments('change-settings')).toEqual([{ onQuit: 'clear' }]);
});

test('goes back with Esc before it closes', async () => {
  const { main } = await renderPopup();
  await goTo('Settings');
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(await screen.findByRole('form', { name: 'New status' })).toBeTruthy();
  expect(main.sentArguments('hide-popup')).toEqual([]);
});

test('says notices in words until they are dismissed', async () => {
  const { main } = await renderPopup({ notices: [{ id: 'n1', kind: 'keychain', state: 'locked' }] });
  expect(screen.getByText(/keychain is locked.*sign in again next time/i)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(main.sentArguments('dismiss-notice')).toEqual([{ noticeId: 'n1' }]);
});
