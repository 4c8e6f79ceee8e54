// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { AppState } from '../../electron/contract/app-state.ts';
import { renderPopup } from './render-popup.tsx';

async function openSettings(change: Partial<AppState> = {}) {
  const { main } = await renderPopup(change);
  fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
  await screen.findByRole('heading', { name: 'Settings' });
  return main;
}

const item = (name: string) => within(screen.getByRole('listitem', { name }));

test('records keys for a preset, and removes them', async () => {
  const state = { accelerator: 'Alt+1', registered: true, unconfirmed: false, problem: null };
  const main = await openSettings({ presetShortcuts: { busy: state } });
  fireEvent.click(screen.getByRole('button', { name: 'Change the keys for 🤒 Out sick, now None' }));
  const recorder = await screen.findByLabelText('Press the keys…');
  fireEvent.keyDown(recorder, { key: 'MediaPlayPause', code: 'MediaPlayPause' });
  expect((await screen.findByRole('alert')).textContent).toContain('Media keys');
  fireEvent.keyDown(recorder, { key: 'Dead', code: 'BracketLeft', ctrlKey: true });
  await waitFor(() => expect(main.sentArguments('record-shortcut').at(-1)).toEqual({ recording: false }));
  const use = { does: 'preset', presetId: 'sick' };
  expect(main.sentArguments('change-shortcut')).toEqual([{ use, accelerator: 'CommandOrControl+[' }]);
  fireEvent.click(screen.getByRole('button', { name: 'Remove the shortcut of 🛠️ Busy' }));
  expect(main.sentArguments('change-shortcut').at(-1)).toEqual({
    use: { does: 'preset', presetId: 'busy' },
    accelerator: null,
  });
});

test('asks for keys only once no shortcut would take them, and lets them work again whatever comes between', async () => {
  const main = await openSettings();
  const silent = Promise.withResolvers<{ ok: true; value: null }>();
  main.answers['record-shortcut'] = ({ recording }) => (recording ? silent.promise : { ok: true, value: null });
  const change = () => screen.getByRole('button', { name: 'Change the keys for 🤒 Out sick, now None' });
  fireEvent.click(change());
  await waitFor(() => expect(main.sentArguments('record-shortcut')).toEqual([{ recording: true }]));
  expect(change()).toBeTruthy();
  expect(screen.queryByLabelText('Press the keys…')).toBeNull();
  silent.resolve({ ok: true, value: null });
  const recorder = await screen.findByLabelText('Press the keys…');
  expect(document.activeElement).toBe(recorder);
  fireEvent.keyDown(recorder, { key: 'Escape', code: 'Escape' });
  await waitFor(() => expect(main.sentArguments('record-shortcut').at(-1)).toEqual({ recording: false }));
  main.answers['record-shortcut'] = () => new Promise(() => {});
  fireEvent.click(change());
  expect(screen.queryByLabelText('Press the keys…')).toBeNull();
  await waitFor(() => expect(main.sentArguments('record-shortcut').at(-1)).toEqual({ recording: true }));
  fireEvent.click(screen.getByRole('button', { name: 'Back' }));
  await waitFor(() => expect(main.sentArguments('record-shortcut').at(-1)).toEqual({ recording: false }));
});

test('says a conflict where it is, by name', async () => {
  const problem = { code: 'shortcut-in-use', accelerator: 'Alt+1', does: 'preset', name: '🛠️ Busy' } as const;
  const clearShortcut = { accelerator: null, registered: false, unconfirmed: false, problem };
  await openSettings({ clearShortcut });
  expect(item('Clear status').getByRole('alert').textContent).toContain('Alt 1 sets “🛠️ Busy” already.');
});

test('promises nothing on Wayland', async () => {
  const state = { accelerator: 'Alt+1', registered: true, unconfirmed: true, problem: null };
  await openSettings({ presetShortcuts: { busy: state } });
  expect(screen.getByText(/^Registered; confirm in your system’s settings/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Copy a command instead' }));
  expect(await screen.findByRole('heading', { name: 'Commands and links' })).toBeTruthy();
});

test.each([
  ['on', true, null],
  ['off', false, null],
  ['off-in-system', false, /switched off/],
  ['needs-approval', true, /waits for you to allow it/],
] as const)('starting at login is %s: shown as the system says', async (loginItem, checked, hint) => {
  const main = await openSettings({ loginItem });
  const box = screen.getByRole<HTMLInputElement>('checkbox', { name: /^Start at login/ });
  expect(box.checked).toBe(checked);
  if (hint !== null) expect(screen.getByText(hint)).toBeTruthy();
  await waitFor(() => expect(main.sentArguments('read-login-item')).toEqual([null]));
  fireEvent.click(box);
  expect(main.sentArguments('set-login-item')).toEqual([{ on: !checked }]);
  // Only main's word changes what is shown.
  expect(box.checked).toBe(checked);
});

test('each kind of notification by itself', async () => {
  const main = await openSettings();
  fireEvent.click(screen.getByRole('checkbox', { name: 'A status may be forgotten' }));
  const notifications = { ended: true, unsent: true, signIn: true, nudges: true };
  expect(main.sentArguments('change-settings')).toEqual([{ notifications }]);
});
