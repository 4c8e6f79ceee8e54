// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../electron/contract/app-state.ts';
import { renderPopup } from './render-popup.tsx';

async function openCommands(linkPresetIds: string[] = []) {
  const { main, popup } = await renderPopup({ settings: { ...DEFAULT_SETTINGS, linkPresetIds } });
  main.answers['list-ready-commands'] = () => ({
    ok: true,
    value: [
      { id: 'preset busy', presetId: 'busy', verb: 'preset', line: 'whereabouts preset Busy' },
      { id: 'clear', presetId: null, verb: 'clear', line: 'whereabouts clear' },
    ],
  });
  popup.go({ name: 'settings' });
  fireEvent.click(await screen.findByRole('button', { name: 'Commands and links' }));
  await screen.findByRole('heading', { name: 'Commands and links' });
  return main;
}

test('each preset has its command, which is copied and said to be', async () => {
  const main = await openCommands();
  const busy = within(await screen.findByRole('listitem', { name: '🛠️ Busy' }));
  busy.getByText('whereabouts preset Busy');
  fireEvent.click(busy.getByRole('button', { name: 'Copy the command for 🛠️ Busy' }));
  expect(main.sentArguments('copy-ready-command')).toEqual([{ id: 'preset busy' }]);
  await waitFor(() => expect(screen.getAllByRole('status').map((one) => one.textContent)).toContain('Copied: 🛠️ Busy'));
});

test('a preset that links may always set can be taken back', async () => {
  const main = await openCommands(['busy', 'sick', 'gone']);
  fireEvent.click(await screen.findByRole('button', { name: 'Remove 🛠️ Busy: links ask again' }));
  expect(main.sentArguments('change-settings')).toEqual([{ linkPresetIds: ['sick', 'gone'] }]);
});

test('says so where links always ask', async () => {
  await openCommands();
  screen.getByText('None. Links always ask first.');
});
