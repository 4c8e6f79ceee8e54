import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DemoRocketChat } from '../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import { granted, openAdministrationRoom, startRocketChat, startZulip } from './administration-room.ts';

let server: DemoRocketChat;
beforeEach(async () => {
  server = await startRocketChat({ extraStatuses: 120, switches: { documentedErrors: true } });
});
afterEach(() => server.close());

const names = () => server.workspace.customStatuses.map(({ name }) => name);
const typeOf = (name: string) => server.workspace.customStatuses.find((one) => one.name === name)?.statusType;

describe.each(['3.18', '6.5', '7.4', '8.5', '8.6', '8.8'])('on %s', (version) => {
  test('creates, renames without losing the type, deletes, and takes the deletion back', async () => {
    server.switches.version = version;
    const room = openAdministrationRoom({ rocketChat: server });
    const id = room.add('rocket-chat');
    expect(granted(await room.workspaceStatuses.list(id))).toHaveLength(123);
    const created = granted(await room.workspaceStatuses.save(id, null, ' In a meeting ', 'busy'));
    expect(created).toMatchObject({ name: 'In a meeting', availability: 'busy' });
    granted(await room.workspaceStatuses.save(id, created.id, 'In a call', 'invisible'));
    expect([typeOf('In a meeting'), typeOf('In a call')]).toEqual([undefined, 'offline']);
    granted(await room.workspaceStatuses.save(id, created.id, 'In a call', null));
    expect(typeOf('In a call')).toBe('');
    expect(room.workspaceStatuses.get(id).find((one) => one.id === created.id)?.availability).toBe(null);

    granted(await room.workspaceStatuses.remove(id, created.id));
    expect(names()).not.toContain('In a call');
    const offer = room.undo.current();
    expect(offer).toMatchObject({ what: 'workspace-status-deleted', label: 'In a call' });
    expect(await room.undo.take(offer?.id ?? '')).toMatchObject({ ok: true });
    expect(names()).toContain('In a call');
    expect(room.workspaceStatuses.get(id).some(({ name }) => name === 'In a call')).toBe(true);
  });
});

describe('before anything is sent', () => {
  test.each([
    [' ', 'workspace-status-name-empty'],
    ['A < B', 'workspace-status-name-forbidden-characters'],
    ["It's", 'workspace-status-name-forbidden-characters'],
    ['Focus time', 'workspace-status-name-in-use'],
  ])('“%s” is %s', async (name, code) => {
    const room = openAdministrationRoom({ rocketChat: server });
    const id = room.add('rocket-chat');
    await room.workspaceStatuses.list(id);
    expect(await room.workspaceStatuses.save(id, null, name, null)).toMatchObject({ ok: false, problem: { code } });
    expect(server.received.requests.some(({ path }) => path.includes('.create'))).toBe(false);
  });

  test('a status keeps its own name, and a name that has become free can be taken', async () => {
    const room = openAdministrationRoom({ rocketChat: server });
    const id = room.add('rocket-chat');
    const list = granted(await room.workspaceStatuses.list(id));
    const focus = list.find(({ name }) => name === 'Focus time');
    expect((await room.workspaceStatuses.save(id, focus?.id ?? '', 'Focus time', 'away')).ok).toBe(true);
    server.workspace.customStatuses = server.workspace.customStatuses.filter(({ name }) => name !== 'Travelling');
    expect((await room.workspaceStatuses.save(id, null, 'Travelling', 'away')).ok).toBe(true);
  });
});

describe('the server’s word is final', () => {
  test('a name taken meanwhile, and a status deleted meanwhile, are said and the list is read again', async () => {
    const room = openAdministrationRoom({ rocketChat: server });
    const id = room.add('rocket-chat');
    const list = granted(await room.workspaceStatuses.list(id));
    server.workspace.customStatuses.push({ _id: 'x', name: 'New one', statusType: '', _updatedAt: '' });
    expect(await room.workspaceStatuses.save(id, null, 'New one', null)).toMatchObject({
      problem: { code: 'workspace-status-name-in-use', name: 'New one' },
    });
    await expect.poll(() => room.workspaceStatuses.get(id).some(({ name }) => name === 'New one')).toBe(true);

    const gone = list.find(({ name }) => name === 'Travelling');
    server.workspace.customStatuses = server.workspace.customStatuses.filter(({ _id }) => _id !== gone?.id);
    for (const answer of [
      await room.workspaceStatuses.save(id, gone?.id ?? '', 'On the road', null),
      await room.workspaceStatuses.remove(id, gone?.id ?? ''),
    ]) {
      expect(answer).toMatchObject({ problem: { code: 'workspace-status-gone' } });
    }
    expect(room.undo.current()).toBe(null);
  });

  test('those who may not change them can still see them', async () => {
    const room = openAdministrationRoom({ rocketChat: server });
    const id = room.add('rocket-chat', 'member');
    expect(granted(await room.workspaceStatuses.list(id))).toHaveLength(123);
    expect(await room.workspaceStatuses.save(id, null, 'Mine', null)).toMatchObject({
      problem: { code: 'not-permitted' },
    });
    await expect
      .poll(() => room.rights.get(id).manageWorkspaceStatuses)
      .toMatchObject({
        problem: { code: 'permission-missing', permission: 'manage-user-status' },
      });
  });

  test('a login that is no longer taken marks the account as signed out', async () => {
    const room = openAdministrationRoom({ rocketChat: server });
    const id = room.add('rocket-chat');
    const you = server.workspace.people.find(({ username }) => username === 'you');
    if (you) you.accessToken = 'changed';
    expect(await room.workspaceStatuses.save(id, null, 'Mine', null)).toMatchObject({
      problem: { code: 'signed-out' },
    });
    expect(room.signedOut).toEqual([id]);
  });

  test('Zulip has none', async () => {
    const zulip = await startZulip();
    const room = openAdministrationRoom({ zulip });
    const id = room.add('zulip');
    await room.rights.refresh(id);
    expect(await room.workspaceStatuses.list(id)).toEqual({ ok: false, problem: { code: 'not-on-this-server' } });
    expect(room.rights.get(id).manageWorkspaceStatuses).toMatchObject({ problem: { code: 'not-on-this-server' } });
    await zulip.close();
  });
});

describe('from a file', () => {
  const CSV =
    'Name;Availability\r\nWorkshop 1;Online\r\nIn a meeting;Busy\r\nFocus time;Away\r\nA<B;\r\n"Lunch; long";Offline\r\n';
  const open = async (room: ReturnType<typeof openAdministrationRoom>, text = CSV) =>
    granted(await room.imports.open(room.add('rocket-chat'), 'statuses.csv', text)).importId;
  const rowsOf = (room: ReturnType<typeof openAdministrationRoom>) =>
    room.imports.list()[0]?.rows.map(({ name, state }) => [name, state]);

  test('shows what would happen, does it, and does nothing the second time', async () => {
    const room = openAdministrationRoom({ rocketChat: server });
    const importId = await open(room);
    expect(rowsOf(room)).toEqual([
      ['Workshop 1', 'unchanged'],
      ['In a meeting', 'create'],
      ['Focus time', 'change'],
      ['A<B', 'rejected'],
      ['Lunch; long', 'create'],
    ]);
    expect(names()).not.toContain('In a meeting');
    granted(room.imports.start(importId));
    await expect.poll(() => room.imports.list()[0]?.phase).toBe('done');
    expect(rowsOf(room)?.map(([, state]) => state)).toEqual(['unchanged', 'created', 'changed', 'rejected', 'created']);
    expect([typeOf('In a meeting'), typeOf('Focus time'), typeOf('Lunch; long')]).toEqual(['busy', 'away', 'offline']);
    granted(room.imports.close(importId));

    const count = names().length;
    await open(room);
    expect(rowsOf(room)?.map(([, state]) => state)).toEqual([
      ...['unchanged', 'unchanged', 'unchanged', 'rejected', 'unchanged'],
    ]);
    expect(names()).toHaveLength(count);
  });

  test('waits when the server asks for it, can be cancelled, and goes on where it stopped', async () => {
    const room = openAdministrationRoom({ rocketChat: server });
    const importId = await open(room, JSON.stringify(['One', 'Two', 'Three']));
    const error = 'Error, too many requests. You must wait 47 seconds before trying this. [error-too-many-requests]';
    server.faults.next({ path: '.create', status: 429, body: { success: false, error }, times: 1 });
    granted(room.imports.start(importId));
    await expect.poll(() => room.imports.list()[0]?.pausedUntil).not.toBe(null);
    granted(room.imports.cancel(importId));
    await expect.poll(() => room.imports.list()[0]?.phase).toBe('done');
    expect(rowsOf(room)?.map(([, state]) => state)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    granted(room.imports.start(importId));
    await room.clock.advance(48_000);
    await expect.poll(() => room.imports.list()[0]?.phase).toBe('done');
    expect(rowsOf(room)?.map(([, state]) => state)).toEqual(['created', 'created', 'created']);
  });
});
