// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { expect, onTestFinished, test } from 'vitest';
import type { StatusEmoji } from '../../../electron/contract/status.ts';
import { EmojiField } from '../../../renderer/parts/emoji-field.tsx';
import { PopupContext } from '../../../renderer/popup-context.ts';
import { createPopup } from '../../../renderer/state.ts';
import { readBuiltEmoji } from '../built-emoji.ts';
import { createFakeMainProcess } from '../fake-main-process.ts';
import { sampleState } from '../sample-state.ts';

/** Closed ones too. */
const pickers = () => document.querySelectorAll('dialog[aria-label="Choose an emoji"]').length;

async function twoFields() {
  localStorage.clear();
  const popup = createPopup(createFakeMainProcess(sampleState({})), readBuiltEmoji);
  onTestFinished(() => {
    cleanup();
    popup.stop();
  });
  await waitFor(() => expect(popup.app.value).not.toBeNull());
  const chosen = [signal<StatusEmoji | null>(null), signal<StatusEmoji | null>(null)] as const;
  render(
    <PopupContext.Provider value={popup}>
      <EmojiField emoji={chosen[0]} label="First" />
      <EmojiField emoji={chosen[1]} label="Second" />
    </PopupContext.Provider>,
  );
  return chosen;
}

test('the picker stands ready before it is asked for, and knows what another field used meanwhile', async () => {
  const [first] = await twoFields();
  await waitFor(() => expect(pickers()).toBe(2), { timeout: 10_000 });
  expect(screen.queryByRole('dialog')).toBeNull();

  fireEvent.click(screen.getByRole('button', { name: /^First/ }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.input(within(dialog).getByRole('combobox'), { target: { value: 'pizza' } });
  fireEvent.click(await within(dialog).findByRole('gridcell', { name: 'pizza' }));
  expect(first.value).toEqual({ kind: 'unicode', value: '🍕' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

  fireEvent.click(screen.getByRole('button', { name: /^Second/ }));
  const second = await screen.findByRole('dialog');
  expect((await within(second).findAllByRole('gridcell'))[0]?.getAttribute('aria-label')).toBe('pizza');
  const place = within(second)
    .getAllByRole('button')
    .find((button) => button.hasAttribute('aria-current'));
  expect(place?.getAttribute('aria-label')).toBe(within(second).getAllByRole('rowheader')[0]?.textContent);
});

test('a picker that is opened again begins anew', async () => {
  await twoFields();
  for (const round of [1, 2]) {
    await waitFor(() => expect(pickers()).toBe(2), { timeout: 10_000 });
    fireEvent.click(screen.getByRole('button', { name: /^First/ }));
    const dialog = await screen.findByRole('dialog');
    const field = (await within(dialog).findByRole('combobox')) as HTMLInputElement;
    expect([round, field.value]).toEqual([round, '']);
    fireEvent.input(field, { target: { value: 'pizza' } });
    fireEvent.keyDown(field, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  }
});

test('each letter shows the first that is found, also when nothing else is found than before', async () => {
  await twoFields();
  fireEvent.click(screen.getByRole('button', { name: /^First/ }));
  const dialog = await screen.findByRole('dialog');
  const field = await within(dialog).findByRole('combobox');
  const scroller = within(dialog).getByRole('grid').parentElement;
  for (const [typed, again] of [
    ['fla', 'flag'],
    ['grinnin', 'grinning'],
  ]) {
    fireEvent.input(field, { target: { value: typed } });
    Object.assign(scroller ?? {}, { scrollTop: 400 });
    fireEvent.scroll(scroller as HTMLElement);
    fireEvent.input(field, { target: { value: again } });
    expect([again, scroller?.scrollTop]).toEqual([again, 0]);
    expect(within(dialog).getAllByRole('gridcell')[0]?.getAttribute('aria-selected')).toBe('true');
  }
});
