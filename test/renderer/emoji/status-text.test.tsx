// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { renderPopup } from '../render-popup.tsx';

const serverUrl = 'https://acme.example';
const tick = { kind: 'custom' as const, serverUrl, name: 'green_tick', code: '7' };

async function render() {
  const { main, popup } = await renderPopup();
  main.answers['list-organization-emoji'] = () => ({
    ok: true,
    value: [
      { serverUrl, serverName: 'Acme', emoji: [{ emoji: tick, aliases: [], picture: null, stillPicture: null }] },
    ],
  });
  main.answers['list-emoji-names'] = () => ({ ok: true, value: { '1f6e0': 'working_on_it tools' } });
  await popup.emoji.refresh();
  await popup.emoji.load('en');
  return { main, popup };
}

const field = () => screen.getByLabelText('Status text') as HTMLInputElement;

function typeIn(value: string): void {
  const input = field();
  input.value = value;
  input.setSelectionRange(value.length, value.length);
  fireEvent.input(input);
}

test('a server’s own name completes, though it is asked for only now', async () => {
  const { main } = await render();
  expect(main.sentArguments('list-emoji-names')).toEqual([]);
  typeIn('Fixing :working_on');
  await screen.findByRole('option', { name: /:working_on_it:/ });
  fireEvent.keyDown(field(), { key: 'Enter' });
  expect(field().value).toBe('Fixing 🛠️ ');
});

test('an organization’s own emoji goes to its own field at the start of the text, and back', async () => {
  const { popup } = await render();
  typeIn(':green_t');
  await screen.findByRole('option', { name: /:green_tick:/ });
  fireEvent.keyDown(field(), { key: 'Enter' });
  expect(popup.draft.emoji.value).toEqual(tick);
  await waitFor(() => expect(field().value).toBe(''));
  fireEvent.keyDown(field(), { key: 'z', ctrlKey: true });
  expect(popup.draft.emoji.value).toBeNull();
  expect(field().value).toBe(':green_tick: ');
});

test('further on it stays a word', async () => {
  const { popup } = await render();
  typeIn('All :green_t');
  await screen.findByRole('option', { name: /:green_tick:/ });
  fireEvent.keyDown(field(), { key: 'Enter' });
  expect(field().value).toBe('All :green_tick: ');
  expect(popup.draft.emoji.value).toBeNull();
});

test('an emoji at the start moves only where there is none yet, and comes back by Ctrl+Z or Backspace', async () => {
  const { popup } = await render();
  for (const undo of [{ key: 'z', ctrlKey: true }, { key: 'Backspace' }]) {
    typeIn('🍕 Pizza');
    await waitFor(() => expect(field().value).toBe('Pizza'));
    expect(popup.draft.emoji.value).toEqual({ kind: 'unicode', value: '🍕' });
    field().setSelectionRange(0, 0);
    fireEvent.keyDown(field(), undo);
    await waitFor(() => expect(field().value).toBe('🍕 Pizza'));
    expect(popup.draft.emoji.value).toBeNull();
    typeIn('');
  }
  popup.draft.emoji.value = { kind: 'unicode', value: '🎉' };
  typeIn('🍕 Pizza');
  expect(field().value).toBe('🍕 Pizza');
});
