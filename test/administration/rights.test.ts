import { expect, test } from 'vitest';
import { createRights } from '../../electron/administration/rights.ts';
import type { Rights } from '../../electron/contract/administration.ts';
import { ok } from '../../electron/contract/result.ts';
import type { ChatServer } from '../../electron/servers/chat-server.ts';
import { createFakeClock, settle } from '../status/fake-clock.ts';

const rights = (allowed: boolean): Rights => {
  const right = allowed ? { allowed } : ({ allowed, problem: { code: 'administrator-needed' } } as const);
  return { manageWorkspaceStatuses: right, setOthersStatus: right };
};

/** A server whose answers come when the test lets them, in the order of the questions. */
function slowServer() {
  const waiting: Array<(allowed: boolean) => void> = [];
  const readRights = () => new Promise((resolve) => waiting.push((allowed: boolean) => resolve(ok(rights(allowed)))));
  const server = { administration: { readRights } } as unknown as ChatServer;
  const service = createRights({
    accounts: { find: () => ({}) as never, server: async () => ok(server), markSignedOut: () => {} },
    clock: createFakeClock(0),
  });
  const answer = async (allowed: boolean) => {
    waiting.shift()?.(allowed);
    await settle();
  };
  return { service, answer, waiting };
}

test('a change told while the server is being asked is asked for once more, and once is enough', async () => {
  const { service, answer, waiting } = slowServer();
  const done = [service.refresh('a')];
  await settle();
  done.push(service.refresh('a'), service.refresh('a'), service.refresh('a', 60_000));
  await answer(true);
  expect(service.get('a')).toEqual(rights(true));
  expect(waiting).toHaveLength(1);
  await answer(false);
  await Promise.all(done);
  expect(service.get('a')).toEqual(rights(false));
  expect(waiting).toHaveLength(0);
  void service.refresh('a');
  await settle();
  expect(waiting).toHaveLength(1);
});
