// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import type { LinkQuestion } from '../../electron/contract/command-line.ts';
import { renderPopup } from './render-popup.tsx';

const EMOJI = { kind: 'unicode', value: '🍔' } as const;
const SET: LinkQuestion = {
  id: 'link-1',
  kind: 'set',
  emoji: EMOJI,
  text: 'Lunch',
  duration: { kind: 'time', hour: 13, minute: 0 },
  targets: ['acme', 'riverside'],
};
const PRESET: LinkQuestion = { id: 'link-2', kind: 'preset', presetId: 'busy', targets: ['acme'] };

const dialog = async () => within(await screen.findByRole('alertdialog'));
const isReady = (button: HTMLElement) => expect(button.getAttribute('aria-disabled')).toBeNull();

test('shows what a link would set and where, and takes no key or click that was meant for something else', async () => {
  const { main } = await renderPopup({ link: SET });
  const question = await dialog();
  const title = question.getByRole('heading', { name: 'A link wants to set your status' });
  await waitFor(() => expect(document.activeElement).toBe(title));
  const words = screen.getByRole('alertdialog').textContent;
  for (const word of ['🍔', 'Lunch', 'until 13:00', 'Acme and Riverside']) expect(words).toContain(word);
  const set = question.getByRole('button', { name: 'Set' });
  fireEvent.click(set);
  expect(main.sentArguments('answer-link'), 'too soon after it came').toEqual([]);
  await waitFor(() => isReady(set));
  fireEvent.click(set);
  expect(main.sentArguments('answer-link')).toEqual([{ linkId: 'link-1', answer: 'yes' }]);
});

test('Escape means not now, and the popup stays open', async () => {
  const { main } = await renderPopup({ link: SET });
  await dialog();
  fireEvent.keyDown(screen.getByRole('alertdialog'), { key: 'Escape' });
  expect(main.sentArguments('answer-link')).toEqual([{ linkId: 'link-1', answer: 'not-now' }]);
  expect(main.sentArguments('hide-popup')).toEqual([]);
});

test('a newer link takes the place of the one before, with a pause and a choice of its own', async () => {
  const { main } = await renderPopup({ link: PRESET });
  const first = await dialog();
  fireEvent.click(first.getByRole('checkbox', { name: 'Always allow this preset from links' }));
  await waitFor(() => isReady(first.getByRole('button', { name: 'Set' })));
  main.push({ link: { ...PRESET, id: 'link-3', presetId: 'sick' } });
  await waitFor(() => expect(screen.getByRole('alertdialog').textContent).toContain('Out sick'));
  const next = await dialog();
  expect(next.getByRole<HTMLInputElement>('checkbox').checked).toBe(false);
  fireEvent.click(next.getByRole('button', { name: 'Set' }));
  expect(main.sentArguments('answer-link'), 'a click for the first does not answer the second').toEqual([]);
  fireEvent.click(next.getByRole('checkbox'));
  await waitFor(() => isReady(next.getByRole('button', { name: 'Set' })));
  fireEvent.click(next.getByRole('button', { name: 'Set' }));
  expect(main.sentArguments('answer-link')).toEqual([{ linkId: 'link-3', answer: 'always' }]);
});

test('what is open below stays as it is and can’t be reached meanwhile', async () => {
  const { main } = await renderPopup();
  const text = screen.getByRole<HTMLInputElement>('textbox', { name: 'Status text' });
  fireEvent.input(text, { target: { value: 'Half a thou' } });
  main.push({ link: { id: 'link-4', kind: 'clear', targets: ['acme'] } });
  const question = await dialog();
  question.getByRole('heading', { name: 'A link wants to clear your status' });
  expect(text.closest('[inert]')).not.toBeNull();
  main.push({ link: null });
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(text.isConnected && text.value).toBe('Half a thou');
  expect(text.closest('[inert]')).toBeNull();
});

test('says why a link can’t be used, and offers nothing but to close', async () => {
  const { main } = await renderPopup({
    link: { id: 'link-5', kind: 'refused', refusal: { reason: 'preset', typed: 'lunhc' } },
  });
  const question = await dialog();
  question.getByText('There is no preset “lunhc”.');
  expect(question.getAllByRole('button').map((button) => button.textContent)).toEqual(['Close']);
  fireEvent.click(question.getByRole('button', { name: 'Close' }));
  expect(main.sentArguments('answer-link')).toEqual([{ linkId: 'link-5', answer: 'not-now' }]);
});

test('a question about a preset that has been deleted meanwhile can’t be said yes to', async () => {
  await renderPopup({ link: { ...PRESET, presetId: 'gone' } });
  const question = await dialog();
  question.getByText('Its preset is no longer there.');
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(question.getByRole('button', { name: 'Set' }).getAttribute('aria-disabled')).toBe('true');
});
