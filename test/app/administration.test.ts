import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAdministrationHandlers } from '../../electron/app/administration-handlers.ts';
import { realClock } from '../../electron/app/real-clock.ts';
import type { Services } from '../../electron/app/services.ts';
import { type DemoRocketChat, startDemoRocketChat } from '../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import { type DemoZulip, startDemoZulip } from '../../electron/demo/zulip/demo-zulip.ts';
import { granted } from '../administration/administration-room.ts';
import { openApp, passwordOf } from './open-app.ts';

let zulip: DemoZulip;
let rocketChat: DemoRocketChat;
beforeEach(async () => {
  [zulip, rocketChat] = await Promise.all([
    startDemoZulip({ extraPeople: 400 }),
    startDemoRocketChat({ extraPeople: 400, extraStatuses: 120 }),
  ]);
});
afterEach(async () => {
  await Promise.all([zulip.close(), rocketChat.close()]);
});

async function open() {
  const signIn = [passwordOf('zulip', zulip), passwordOf('rocket-chat', rocketChat)];
  const app = await openApp({ clock: realClock, signIn });
  const chooseFile = async () => ({
    ok: true as const,
    value: { name: 'list.csv', text: 'name,availability\nQuiet,Busy' },
  });
  return { app, run: createAdministrationHandlers(app.administration, chooseFile) };
}

function account(app: Services, kind: 'zulip' | 'rocket-chat') {
  const found = app.state.get().accounts.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`There is no ${kind}.`);
  return found;
}

test('after signing in, the state tells rights and the workspace’s statuses', async () => {
  const { app } = await open();
  await expect.poll(() => account(app, 'rocket-chat').workspaceStatuses.length).toBe(123);
  await expect.poll(() => account(app, 'rocket-chat').rights.manageWorkspaceStatuses).toEqual({ allowed: true });
  await expect.poll(() => account(app, 'zulip').rights.setOthersStatus).toEqual({ allowed: true });
  expect(account(app, 'zulip').workspaceStatuses).toEqual([]);
});

test('setting a status for somebody never touches one’s own, and shows as a job until it is closed', async () => {
  const { app, run } = await open();
  for (const kind of ['zulip', 'rocket-chat'] as const) {
    const accountId = account(app, kind).id;
    const found = granted(await run['find-people']({ accountId, query: 'colleague' }));
    const personIds = found.people.slice(0, 10).map(({ id }) => id);
    expect(personIds).toHaveLength(10);
    const status = { emoji: null, text: 'Offsite', availability: null, until: null, then: 'clear' } as const;
    const { jobId } = granted(await run['set-status-for']({ accountId, personIds, status }));
    const job = () => app.state.get().peopleJobs.find(({ id }) => id === jobId);
    await expect.poll(() => job()?.running, { timeout: 10_000 }).toBe(false);
    expect(new Set(job()?.outcomes.map(({ state }) => state))).toEqual(new Set(['applied']));
    expect(account(app, kind)).toMatchObject({ desired: null, outcome: null });
    granted(await run['close-people-job']({ jobId }));
    expect(job()).toBe(undefined);
  }
  expect([zulip.state().you.text, rocketChat.state().you.text]).toEqual(['', '']);
});

test('a deleted workspace status comes back through the state’s undo', async () => {
  const { app, run } = await open();
  const accountId = account(app, 'rocket-chat').id;
  const [first] = granted(await run['list-workspace-statuses']({ accountId }));
  granted(await run['delete-workspace-status']({ accountId, statusId: first?.id ?? '' }));
  expect(account(app, 'rocket-chat').workspaceStatuses).toHaveLength(122);
  granted(await app.undo.take(app.state.get().undo?.id ?? ''));
  expect(account(app, 'rocket-chat').workspaceStatuses).toHaveLength(123);
});

test('a chosen file is previewed before anything is sent', async () => {
  const { app, run } = await open();
  const accountId = account(app, 'rocket-chat').id;
  const { importId } = granted(await run['choose-workspace-status-file']({ accountId }));
  const shown = () => app.state.get().workspaceStatusImports[0];
  expect(shown()).toMatchObject({ id: importId, fileName: 'list.csv', phase: 'preview', rows: [{ name: 'Quiet' }] });
  granted(await run['start-workspace-status-import']({ importId }));
  await expect.poll(() => shown()?.rows[0]?.state).toBe('created');
  granted(await run['close-workspace-status-import']({ importId }));
  expect(shown()).toBe(undefined);
});

test('nothing of a removed account is left', async () => {
  const { app, run } = await open();
  const accountId = account(app, 'zulip').id;
  granted(await run['find-people']({ accountId, query: 'mei' }));
  granted(await app.accounts.remove(accountId));
  const status = { emoji: null, text: 'Offsite', availability: null, until: null, then: 'clear' } as const;
  expect(await run['set-status-for']({ accountId, personIds: ['12'], status })).toMatchObject({ ok: false });
  expect(app.state.get().peopleJobs).toEqual([]);
});
