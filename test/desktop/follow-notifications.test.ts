import { beforeAll, expect, test } from 'vitest';
import { standIn } from '../../build/preview/stand-in/electron-main.ts';
import { createListeners } from '../../electron/contract/listeners.ts';
import { followNotifications } from '../../electron/desktop/follow-notifications.ts';
import { createNotifier } from '../../electron/desktop/notifications.ts';
import { account, appState, LUNCH, NOW } from './app-state-samples.ts';

beforeAll(() => standIn.becomeReady());

test('a refusal shows once; its button tries again, and another refusal is news', () => {
  const done: unknown[] = [];
  const refused = { kind: 'rejected', problem: { code: 'not-permitted' } } as const;
  let state = appState({ accounts: [account('acme')] });
  const changes = createListeners<void>();
  followNotifications({
    getState: () => state,
    onState: changes.add,
    isPopupShown: () => false,
    notify: createNotifier('icon.png'),
    toldNudges: { has: () => false, add: () => undefined },
    run: async (name, argument) => void done.push([name, argument]),
    show: () => undefined,
    now: () => NOW,
  });
  state = appState({ accounts: [account('acme', { wish: 1, desired: LUNCH, outcome: refused })] });
  const shown = () => standIn.state().notifications;
  changes.tell();
  changes.tell();
  expect(shown().map(({ title, actions }) => [title, ...actions])).toEqual([['Not set on acme', 'Retry']]);
  standIn.act({ do: 'notification-action', id: shown()[0]?.id ?? 0, index: 0 });
  expect(done).toEqual([['retry', { accountId: 'acme' }]]);
  expect(shown()).toEqual([]);
  changes.tell();
  expect(shown()).toHaveLength(1);
});
