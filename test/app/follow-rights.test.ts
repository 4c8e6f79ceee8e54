import { expect, onTestFinished, test } from 'vitest';
import { createAdministrationHandlers } from '../../electron/app/administration-handlers.ts';
import { type DemoRocketChat, startDemoRocketChat } from '../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import { startDemoZulip } from '../../electron/demo/zulip/demo-zulip.ts';
import { rocketCaller } from '../demo/rocket-chat/rocket-caller.ts';
import { createFakeClock } from '../status/fake-clock.ts';
import { openApp, passwordOf } from './open-app.ts';

const START = new Date(2026, 10, 23, 12, 0).getTime();
const patiently = { timeout: 15_000, interval: 5 };
const ALLOWED = { allowed: true };
const without = (permission: string) => ({ allowed: false, problem: { code: 'permission-missing', permission } });

/** Signed in, followed, and nothing asks by itself any more: the popup is closed. */
async function openFollowed(kind: 'zulip' | 'rocket-chat', demo: Parameters<typeof passwordOf>[1]) {
  const clock = createFakeClock(START);
  const app = await openApp({ clock, signIn: [passwordOf(kind, demo)] });
  await app.start();
  const [{ id } = { id: '' }] = app.accounts.list();
  app.settings.change({ presentAccountIds: [id] });
  const account = () => app.state.get().accounts[0];
  await expect.poll(() => app.reports.get(id).live, patiently).toBe(true);
  await expect.poll(() => account()?.rights.setOthersStatus, patiently).toEqual(ALLOWED);
  /** What a moment later is in the app's state. */
  const soon = async <T>(read: (shown: NonNullable<ReturnType<typeof account>>) => T) => {
    await clock.advance(500);
    const shown = account();
    return shown === undefined ? undefined : read(shown);
  };
  return { app, soon, account };
}

async function openRocketChat() {
  const demo = await startDemoRocketChat();
  onTestFinished(() => demo.close());
  // Somebody else who administers the workspace.
  demo.workspace.people.find(({ id }) => id === demo.credentials.member.userId)?.roles.push('admin');
  const opened = await openFollowed('rocket-chat', demo);
  await expect.poll(() => opened.account()?.workspaceStatuses.length, patiently).toBe(3);
  const administrator = rocketCaller(demo, 'member');
  const ask = async (path: string, body: object) => {
    const reply = await administrator(path, body);
    expect(reply.status).toBe(200);
    return reply.body;
  };
  return { demo, ask, ...opened };
}

const setRoles = (change: Record<string, string[]>) => ({
  permissions: Object.entries(change).map(([_id, roles]) => ({ _id, roles })),
});

test('permissions taken away and given back on Rocket.Chat arrive without the popup being opened', async () => {
  const { ask, soon } = await openRocketChat();
  await ask('/v1/permissions.update', setRoles({ 'manage-user-status': [], 'edit-other-user-info': ['bot'] }));
  await expect
    .poll(() => soon(({ rights }) => rights), patiently)
    .toEqual({
      manageWorkspaceStatuses: without('manage-user-status'),
      setOthersStatus: without('edit-other-user-info'),
    });
  await ask('/v1/permissions.update', setRoles({ 'manage-user-status': ['admin'], 'edit-other-user-info': ['user'] }));
  await expect
    .poll(() => soon(({ rights }) => rights), patiently)
    .toEqual({ manageWorkspaceStatuses: ALLOWED, setOthersStatus: ALLOWED });
});

test.each([true, false])('a role taken away and given back arrives, roles displayed: %s', async (displayRoles) => {
  const { demo, ask, soon } = await openRocketChat();
  demo.switches.displayRoles = displayRoles;
  const role = { roleId: 'admin', username: demo.credentials.you.login };
  await ask('/v1/roles.removeUserFromRole', role);
  const manage = () => soon(({ rights }) => rights.manageWorkspaceStatuses);
  await expect.poll(manage, patiently).toEqual(without('manage-user-status'));
  await ask('/v1/roles.addUserToRole', role);
  await expect.poll(manage, patiently).toEqual(ALLOWED);
});

test('the workspace’s statuses follow what others create, rename and delete', async () => {
  const { ask, soon } = await openRocketChat();
  const names = () => soon(({ workspaceStatuses }) => workspaceStatuses.map(({ name }) => name));
  const created = await ask('/v1/custom-user-status.create', { name: 'Workshop', statusType: 'busy' });
  await expect.poll(names, patiently).toEqual(['Focus time', 'Out for lunch', 'Travelling', 'Workshop']);
  const { _id } = created.customUserStatus;
  await ask('/v1/custom-user-status.update', { _id, name: 'At a fair', statusType: 'busy' });
  await expect.poll(names, patiently).toContain('At a fair');
  await ask('/v1/custom-user-status.delete', { customUserStatusId: _id });
  await expect.poll(names, patiently).toEqual(['Focus time', 'Out for lunch', 'Travelling']);
});

test('many changes in a row don’t use up what the workspace lets people ask', async () => {
  const { demo, ask, soon } = await openRocketChat();
  demo.received.clear();
  for (let index = 0; index < 20; index += 1) {
    await ask('/v1/custom-user-status.create', { name: `Workshop ${index}`, statusType: 'busy' });
    await soon(() => null);
  }
  const asked = () => demo.received.requests.filter(({ path }) => path.endsWith('custom-user-status.list')).length;
  expect(asked()).toBeLessThan(4);
  await expect.poll(() => soon(({ workspaceStatuses }) => workspaceStatuses.length), patiently).toBe(23);
});

test('what was taken away while the connection was broken is noticed once it is back', async () => {
  const { demo, soon, app } = await openRocketChat();
  const [{ id } = { id: '' }] = app.accounts.list();
  demo.faults.offline = true;
  await expect.poll(() => app.reports.get(id).live, patiently).toBe(false);
  takeAway(demo, 'manage-user-status');
  demo.faults.offline = false;
  await expect
    .poll(() => soon(({ rights }) => rights.manageWorkspaceStatuses), patiently)
    .toEqual(without('manage-user-status'));
});

/** While nobody can be told. */
function takeAway(demo: DemoRocketChat, permission: string): void {
  for (const one of demo.workspace.permissions) if (one._id === permission) one.roles = [];
}

test('without a connection, looking for people or opening the workspace’s statuses asks again', async () => {
  const demo = await startDemoRocketChat();
  onTestFinished(() => demo.close());
  const clock = createFakeClock(START);
  const app = await openApp({ clock, signIn: [passwordOf('rocket-chat', demo)] });
  const [{ id: accountId } = { id: '' }] = app.accounts.list();
  const rights = () => app.state.get().accounts[0]?.rights;
  await expect.poll(() => rights()?.setOthersStatus, patiently).toEqual(ALLOWED);
  const run = createAdministrationHandlers(app.administration, () => Promise.reject(new Error('No file here.')));
  takeAway(demo, 'manage-user-status');
  await clock.advance(61_000);
  await run['list-workspace-statuses']({ accountId });
  await expect.poll(() => rights()?.manageWorkspaceStatuses, patiently).toEqual(without('manage-user-status'));
  takeAway(demo, 'edit-other-user-info');
  await clock.advance(61_000);
  await run['find-people']({ accountId, query: 'rosa' });
  await expect.poll(() => rights()?.setOthersStatus, patiently).toEqual(without('edit-other-user-info'));
});

test('another role on Zulip arrives without the popup being opened, and while the queue was lost too', async () => {
  const demo = await startDemoZulip();
  onTestFinished(() => demo.close());
  const { soon } = await openFollowed('zulip', demo);
  const setOthers = () => soon(({ rights }) => rights.setOthersStatus);
  demo.changeRole('you', 400);
  const needed = { allowed: false, problem: { code: 'administrator-needed' } };
  await expect.poll(setOthers, patiently).toEqual(needed);
  demo.changeRole('you', 200);
  await expect.poll(setOthers, patiently).toEqual(ALLOWED);
  demo.queues.forgetAll();
  demo.changeRole('you', 400);
  await expect.poll(setOthers, patiently).toEqual(needed);
});
