import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { AppState } from '../../electron/contract/app-state.ts';
import { createListeners } from '../../electron/contract/listeners.ts';
import { pushState } from '../../electron/ipc/push-state.ts';
import { appState } from '../desktop/app-state-samples.ts';

function createPushing() {
  const listeners = createListeners<void>();
  const sent: AppState[] = [];
  let state = appState({ revision: 0 });
  const stop = pushState({ getState: () => state, onState: listeners.add, send: (snapshot) => sent.push(snapshot) });
  const change = () => {
    state = appState({ revision: state.revision + 1 });
    listeners.tell();
  };
  return { sent, change, tell: () => listeners.tell(), stop };
}

test('many changes in one turn are one message with the newest', async () => {
  const { sent, change } = createPushing();
  for (let count = 0; count < 5; count += 1) change();
  expect(sent).toEqual([]);
  await turn();
  expect(sent.map(({ revision }) => revision)).toEqual([5]);
});

test('each later change is another message, and the same revision is not sent twice', async () => {
  const { sent, change, tell } = createPushing();
  change();
  await turn();
  tell();
  await turn();
  change();
  await turn();
  expect(sent.map(({ revision }) => revision)).toEqual([1, 2]);
});

test('nothing is sent once it has stopped, not even what was planned', async () => {
  const { sent, change, stop } = createPushing();
  change();
  stop();
  change();
  await turn();
  expect(sent).toEqual([]);
});
