import { expect, test } from 'vitest';
import type { PopupShown } from '../../electron/contract/commands.ts';
import type { DueNotification } from '../../electron/desktop/notification-events.ts';
import { notificationFor } from '../../electron/desktop/notification-words.ts';
import { account, LUNCH, NOW } from './app-state-samples.ts';

/** Its words, and what its button and a click on it do. */
function read(due: DueNotification) {
  const done: unknown[] = [];
  const { title, body, action, onClick } = notificationFor(due, NOW, {
    run: async (name, argument) => void done.push([name, argument]),
    retry: (ids) => done.push(['retry', ...ids]),
    show: ({ screen, accountId }: PopupShown) => done.push(['show', screen, accountId]),
  });
  action?.run();
  const byButton = done.splice(0);
  onClick();
  return { words: [title, body, action?.label], byButton, byClick: done };
}

const OPENED = ['show', 'status', undefined];
const problem = { code: 'not-permitted' } as const;

test('a status that has ended goes on for 15 minutes by its button only', () => {
  const { words, byButton, byClick } = read({ kind: 'ended', status: LUNCH, accountIds: ['acme'] });
  expect(words).toEqual(['Status ended', '🍔 Lunch is over.', '15 min longer']);
  const again = { status: { ...LUNCH, until: null }, accountIds: ['acme'], duration: { kind: 'minutes', minutes: 15 } };
  expect(byButton).toEqual([['set-status', again]]);
  expect(byClick).toEqual([OPENED]);
});

test('what was refused or waits is tried again, also by a click', () => {
  const refused = read({ kind: 'refused', account: account('acme', { aim: 'show' }), problem });
  expect(refused.words[0]).toBe('Not set on acme');
  expect(refused.byButton).toEqual([['retry', 'acme']]);
  expect(refused.byClick).toEqual([['retry', 'acme'], OPENED]);
  expect(read({ kind: 'refused', account: account('acme', { aim: 'put-back' }), problem }).words[0]).toBe(
    'Not cleared on acme',
  );
  const accounts = [account('acme', { aim: 'show' }), account('club', { aim: 'show' })];
  const waiting = read({ kind: 'waiting', accounts, problem: { code: 'offline' } });
  expect(waiting.words[0]).toBe('Not set yet on acme and club');
  expect(waiting.byButton).toEqual([['retry', 'acme', 'club']]);
});

test('a sign-in leads to the form of its account', () => {
  const { words, byButton, byClick } = read({ kind: 'sign-in', account: account('acme') });
  expect(words[0]).toBe('Sign in to acme again');
  expect(byButton).toEqual([['show', 'add-account', 'acme']]);
  expect(byClick).toEqual(byButton);
});

test('a forgotten status is cleared where it stands, by its button only', () => {
  const since = NOW - 3 * 24 * 3_600_000;
  const { words, byButton, byClick } = read({
    kind: 'forgotten',
    status: LUNCH,
    accountIds: ['acme'],
    why: 'old',
    since,
  });
  expect(words).toEqual(['Still “🍔 Lunch”?', 'It has no end and was set 3 days ago.', 'Clear']);
  expect(byButton).toEqual([['clear-status', { accountIds: ['acme'] }]]);
  expect(byClick).toEqual([OPENED]);
});
