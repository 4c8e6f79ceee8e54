// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { choose, paste, renderPopup, type } from './render-popup.tsx';
import { lunch, rocketChatAccount, sampleState, zulipAccount } from './sample-state.ts';

const reportedLunch = { emoji: lunch().emoji, text: 'Lunch', availability: null, until: null };

function now() {
  return within(screen.getByRole('region', { name: 'Current status' }));
}

test('shows one line when all accounts agree', async () => {
  await renderPopup({
    accounts: [zulipAccount({ reported: reportedLunch }), rocketChatAccount({ reported: reportedLunch })],
  });
  expect(now().getByText('Lunch')).toBeTruthy();
  expect(now().queryByText('Mixed')).toBeNull();
});

test('says “Mixed” and what each account shows when they differ', async () => {
  await renderPopup({ accounts: [zulipAccount({ reported: reportedLunch }), rocketChatAccount()] });
  expect(now().getByText('Mixed')).toBeTruthy();
  expect(now().getByText('🍔 Lunch')).toBeTruthy();
  expect(now().getByText('No status')).toBeTruthy();
});

test('offers more time and an end only while a status with an end runs', async () => {
  const until = Date.now() + 26 * 60_000;
  const { main } = await renderPopup({
    accounts: [zulipAccount({ desired: lunch({ until }), outcome: { kind: 'applied', at: Date.now() } })],
  });
  fireEvent.click(now().getByRole('button', { name: '+15 min' }));
  fireEvent.click(now().getByRole('button', { name: 'End now' }));
  expect(main.sentArguments('extend-status')).toEqual([{ minutes: 15 }]);
  expect(main.sentArguments('end-status')).toEqual([null]);
  expect(now().getByText(/26 min left/)).toBeTruthy();

  main.push({ accounts: [zulipAccount({ reported: reportedLunch })] });
  await waitFor(() => expect(now().queryByRole('button', { name: 'End now' })).toBeNull());
});

test('says why an account waits and tries it again', async () => {
  const outcome = { kind: 'waiting' as const, problem: { code: 'offline' as const }, nextTryAt: null };
  const { main } = await renderPopup({ accounts: [zulipAccount(), rocketChatAccount({ desired: lunch(), outcome })] });
  expect(now().getByText('waiting, offline')).toBeTruthy();
  fireEvent.click(now().getByRole('button', { name: 'Retry on Riverside' }));
  expect(main.sentArguments('retry')).toEqual([{ accountId: 'riverside' }]);
});

test('shows the age of what was read while it is read anew', async () => {
  const { main } = await renderPopup({
    accounts: [zulipAccount({ reading: true, reportedAt: Date.now() - 2 * 60_000 - 5_000 })],
  });
  expect(now().getByText('read 2 min ago')).toBeTruthy();
  main.push({ accounts: [zulipAccount()] });
  await waitFor(() => expect(now().queryByText('read 2 min ago')).toBeNull());
});

test('ignores a snapshot older than the one shown', async () => {
  const { main } = await renderPopup({ revision: 5, accounts: [zulipAccount({ reported: reportedLunch })] });
  main.push({ revision: 4, accounts: [zulipAccount()] });
  await Promise.resolve();
  expect(now().getByText('Lunch')).toBeTruthy();
});

test('sets what was composed on the chosen accounts and empties the draft', async () => {
  const { main } = await renderPopup();
  paste(screen.getByRole('button', { name: 'Emoji: none' }), '🍕');
  type(screen.getByLabelText('Status text'), '  Pizza ');
  await choose(/^Availability/, 'menuitemradio', /^Busy/);
  await choose(/^How long/, 'menuitemradio', /^1 h/);
  fireEvent.submit(screen.getByRole('form', { name: 'New status' }));

  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Status text').value).toBe(''));
  expect(main.sentArguments('set-status')).toMatchObject([
    {
      accountIds: null,
      duration: { kind: 'minutes', minutes: 60 },
      status: { emoji: { kind: 'unicode', value: '🍕' }, text: 'Pizza', availability: 'busy' },
    },
  ]);
});

test('keeps the draft and says why when it could not be set', async () => {
  const { main } = await renderPopup();
  main.answers['set-status'] = () => ({ ok: false, problem: { code: 'not-saved' } });
  type(screen.getByLabelText('Status text'), 'Lunch');
  fireEvent.submit(screen.getByRole('form', { name: 'New status' }));
  expect((await screen.findByRole('alert')).textContent).toContain('could not be written');
  expect(screen.getByLabelText<HTMLInputElement>('Status text').value).toBe('Lunch');
});

test('counts for the strictest chosen account and refuses to set what is too long', async () => {
  const { main } = await renderPopup();
  type(screen.getByLabelText('Status text'), 'x'.repeat(61));
  expect(await screen.findByText('61 of 60 characters')).toBeTruthy();
  expect(screen.getByText('1 character too long for Acme.')).toBeTruthy();
  fireEvent.submit(screen.getByRole('form', { name: 'New status' }));
  expect(main.sentArguments('set-status')).toEqual([]);
  expect(screen.getByRole('button', { name: 'Set' }).getAttribute('aria-disabled')).toBe('true');
});

test('names what a server calls an availability, and offers only what a chosen account has', async () => {
  await renderPopup({
    settings: { ...sampleState().settings, chosenAccountIds: ['acme'] },
  });
  fireEvent.click(screen.getByRole('button', { name: /^Availability/ }));
  expect((await screen.findAllByRole('menuitemradio')).map((item) => item.textContent)).toEqual([
    'As it is',
    'Online',
    'Invisible',
  ]);
});

test('says that invisible is called offline on Riverside', async () => {
  await renderPopup();
  fireEvent.click(screen.getByRole('button', { name: /^Availability/ }));
  expect(await screen.findByRole('menuitemradio', { name: /Invisible.*Offline on Riverside/ })).toBeTruthy();
});

test('remembers which accounts are chosen, and chooses all again as “all”', async () => {
  const { main } = await renderPopup();
  await choose(/^Accounts: All 2/, 'menuitemcheckbox', /Acme/);
  expect(main.sentArguments('change-settings')).toEqual([{ chosenAccountIds: ['riverside'] }]);
  main.push({ settings: { ...sampleState().settings, chosenAccountIds: ['riverside'] } });
  fireEvent.click(await screen.findByRole('menuitemcheckbox', { name: /Acme/, checked: false }));
  expect(main.sentArguments('change-settings')[1]).toEqual({ chosenAccountIds: null });
});

test('takes the first emoji of what is pasted on its button, and no words', async () => {
  const { popup } = await renderPopup();
  const button = screen.getByRole('button', { name: 'Emoji: none' });
  paste(button, 'abc');
  expect(popup.draft.emoji.value).toBeNull();
  paste(button, '👩‍💻🍕');
  expect(popup.draft.emoji.value).toEqual({ kind: 'unicode', value: '👩‍💻' });
  fireEvent.keyDown(await screen.findByRole('button', { name: 'Emoji: 👩‍💻' }), { key: 'Delete' });
  expect(popup.draft.emoji.value).toBeNull();
});

test('closes an open menu first, then the popup, with Esc', async () => {
  const { main } = await renderPopup();
  fireEvent.click(screen.getByRole('button', { name: /^How long/ }));
  const menu = await screen.findByRole('menu');
  fireEvent.keyDown(menu, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  expect(main.sentArguments('hide-popup')).toEqual([]);
  fireEvent.keyDown(screen.getByLabelText('Status text'), { key: 'Escape' });
  expect(main.sentArguments('hide-popup')).toEqual([null]);
});

test('puts the keyboard where main asks, and reads the servers anew', async () => {
  const { main } = await renderPopup();
  main.show({ screen: 'status', focus: 'presets' });
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('listbox')));
  main.show({ screen: 'status', focus: 'text' });
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Status text')));
  expect(main.sentArguments('refresh').length).toBe(2);
});
