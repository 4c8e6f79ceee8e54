// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { renderPopup } from './render-popup.tsx';

function press(...keys: string[]): void {
  for (const key of keys) fireEvent.keyDown(screen.getByRole('listbox'), { key });
}

function options(): (string | null)[] {
  return screen.getAllByRole('option').map((option) => option.querySelector('.row-text')?.textContent ?? null);
}

test('digits apply the first nine presets', async () => {
  const { main } = await renderPopup();
  press('3', '9');
  expect(main.sentArguments('apply-preset')).toEqual([{ presetId: 'commuting' }]);
});

test('arrows move and Enter applies, on into the recents', async () => {
  const { main } = await renderPopup();
  press('ArrowDown');
  await waitFor(() => expect(screen.getByRole('option', { selected: true }).textContent).toContain('In a meeting'));
  press('Enter', 'End');
  await waitFor(() => expect(screen.getByRole('option', { selected: true }).textContent).toContain('Back in a minute'));
  press('Enter');
  expect(main.sentArguments('apply-preset')).toEqual([{ presetId: 'meeting' }]);
  expect(main.sentArguments('apply-recent')).toEqual([{ recentId: 'coffee' }]);
});

test('typing filters presets and recents, Esc empties the filter before it closes', async () => {
  const { main } = await renderPopup();
  press('m');
  await waitFor(() => expect(options()).toEqual(['In a meeting', 'Commuting', 'Working remotely', 'Back in a minute']));
  press('e');
  await waitFor(() => expect(options()).toEqual(['In a meeting']));
  press('Escape');
  await waitFor(() => expect(options().length).toBe(8));
  press('Escape');
  expect(main.sentArguments('hide-popup')).toEqual([null]);
});

test('a click applies a preset; a problem is said', async () => {
  const { main } = await renderPopup();
  main.answers['apply-preset'] = () => ({ ok: false, problem: { code: 'no-accounts' } });
  fireEvent.click(screen.getByRole('option', { name: /Out sick/ }));
  expect((await screen.findByRole('alert')).textContent).toContain('No account is chosen');
  expect(main.sentArguments('apply-preset')).toEqual([{ presetId: 'sick' }]);
});
