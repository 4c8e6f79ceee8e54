// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { renderPopup } from './render-popup.tsx';

async function typeEnd(text: string): Promise<HTMLInputElement> {
  fireEvent.click(await screen.findByRole('button', { name: /^How long/ }));
  fireEvent.click(screen.getByRole('menuitem', { name: 'Type an end…' }));
  const input = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Ends' });
  fireEvent.input(input, { target: { value: text } });
  return input;
}

test('says in words what a typed end means, and Enter takes it', async () => {
  const { main } = await renderPopup();
  const input = await typeEnd('1h30');
  expect(screen.getByText(/^until .+, in 1 h 30 min$/)).toBeTruthy();
  fireEvent.keyDown(input, { key: 'Enter' });
  expect(screen.queryByRole('textbox', { name: 'Ends' })).toBeNull();
  fireEvent.input(screen.getByRole('textbox', { name: 'Status text' }), { target: { value: 'Lunch' } });
  fireEvent.click(screen.getByRole('button', { name: 'Set' }));
  await expect
    .poll(() => main.sentArguments('set-status')[0])
    .toMatchObject({ duration: { kind: 'minutes', minutes: 90 }, status: { text: 'Lunch' } });
});

test('does not guess: what is not understood is said and can’t be taken', async () => {
  await renderPopup();
  const input = await typeEnd('soonish');
  expect(screen.getByText('That is not understood, or already over.')).toBeTruthy();
  fireEvent.keyDown(input, { key: 'Enter' });
  expect(screen.getByRole('textbox', { name: 'Ends' })).toBeTruthy();
});

test('Esc leaves the field and keeps the duration that was chosen', async () => {
  await renderPopup();
  const input = await typeEnd('45m');
  fireEvent.keyDown(input, { key: 'Escape' });
  expect(screen.queryByRole('textbox', { name: 'Ends' })).toBeNull();
  expect(screen.getByRole('button', { name: /^How long/ }).textContent).toContain('no end');
});

test('putting back what was there before can be asked for', async () => {
  const { main } = await renderPopup();
  fireEvent.click(await screen.findByRole('button', { name: /^How long/ }));
  fireEvent.click(screen.getByRole('menuitemcheckbox', { name: /put back/ }));
  fireEvent.input(screen.getByRole('textbox', { name: 'Status text' }), { target: { value: 'Lunch' } });
  fireEvent.click(screen.getByRole('button', { name: 'Set' }));
  await expect.poll(() => main.sentArguments('set-status')[0]).toMatchObject({ status: { then: 'restore' } });
});
