import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DemoRocketChat, startDemoRocketChat } from '../../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import type { RocketPersonKey } from '../../../electron/demo/rocket-chat/workspace.ts';
import { rocketCaller } from './rocket-caller.ts';

// biome-ignore lint/suspicious/noExplicitAny: frames of any shape are looked at field by field.
type Frame = any;

let server: DemoRocketChat;
const open: WebSocket[] = [];
beforeEach(async () => {
  server = await startDemoRocketChat({ prefix: '/chat' });
});
afterEach(async () => {
  for (const socket of open.splice(0)) socket.close();
  await server.close();
});

/** A DDP client on Node's own WebSocket. */
async function connect() {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/websocket`);
  open.push(socket);
  const frames: Frame[] = [];
  let wake = () => {};
  socket.addEventListener('message', ({ data }) => {
    frames.push(JSON.parse(String(data)));
    wake();
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  const send = (message: object) => socket.send(JSON.stringify(message));
  const next = async (isIt: (frame: Frame) => boolean): Promise<Frame> => {
    for (;;) {
      const index = frames.findIndex(isIt);
      if (index >= 0) return frames.splice(index, 1)[0];
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  send({ msg: 'connect', version: '1', support: ['1'] });
  expect(await next(({ msg }) => msg === 'connected')).toHaveProperty('session');
  return { socket, send, next, frames };
}

async function connectAs(who: RocketPersonKey) {
  const client = await connect();
  client.send({ msg: 'method', method: 'login', id: 'in', params: [{ resume: server.credentials[who].token }] });
  const { result } = await client.next(({ msg, id }) => msg === 'result' && id === 'in');
  expect(result).toMatchObject({ id: server.credentials[who].userId, type: 'resume' });
  return client;
}

async function subscribe(client: Awaited<ReturnType<typeof connect>>, name: string, ...params: unknown[]) {
  const id = `${name} ${params[0]}`;
  client.send({ msg: 'sub', id, name, params });
  await client.next(({ msg, subs }) => msg === 'ready' && subs.includes(id));
}

test('pings are answered with their id', async () => {
  const client = await connect();
  client.send({ msg: 'ping', id: 'p1' });
  expect(await client.next(({ msg }) => msg === 'pong')).toEqual({ msg: 'pong', id: 'p1' });
});

test('a wrong token is refused and nothing can be subscribed to without a login', async () => {
  const client = await connect();
  client.send({ msg: 'method', method: 'login', id: '1', params: [{ resume: 'wrong' }] });
  expect((await client.next(({ id }) => id === '1')).error).toMatchObject({ error: 403, errorType: 'Meteor.Error' });
  client.send({ msg: 'sub', id: '2', name: 'stream-notify-logged', params: ['user-status', false] });
  expect((await client.next(({ id }) => id === '2')).msg).toBe('nosub');
});

test('logging in makes a person online, and leaving makes them offline', async () => {
  const me = async () => (await rocketCaller(server, 'member')('/v1/me')).body;
  expect(await me()).toMatchObject({ status: 'offline', statusConnection: 'offline' });
  const client = await connectAs('member');
  expect(await me()).toMatchObject({ status: 'online', statusConnection: 'online' });
  await rocketCaller(server, 'member')('/v1/users.setStatus', { status: 'busy', message: 'x' });
  expect(await me()).toMatchObject({ status: 'busy' });
  client.socket.close();
  await expect.poll(me).toMatchObject({ status: 'offline', statusConnection: 'offline', statusDefault: 'busy' });
});

test('a change of status arrives in all three streams', async () => {
  const client = await connectAs('you');
  const { userId } = server.credentials.you;
  await subscribe(client, 'stream-notify-logged', 'user-status', false);
  await subscribe(client, 'stream-notify-user', `${userId}/userData`, false);
  await subscribe(client, 'stream-user-presence', '', { added: [userId] });
  const end = Date.now() + 3_600_000;
  const fields = { status: 'busy', message: 'In a call', expiresAt: new Date(end).toISOString() };
  await rocketCaller(server, 'you')('/v1/users.setStatus', fields);
  const claim = ['manual', { $date: end }];
  const frame = (eventName: string) => client.next(({ fields: sent }) => sent?.eventName === eventName);
  expect((await frame('user-status')).fields.args).toEqual([
    [userId, 'you', 3, 'In a call', 'You', ['user', 'admin'], ...claim],
  ]);
  expect((await frame(`${userId}/userData`)).fields.args[0].diff).toMatchObject({
    status: 'busy',
    statusText: 'In a call',
  });
  const presence = await client.next(({ collection }) => collection === 'stream-user-presence');
  expect(presence.fields).toEqual({ uid: userId, args: [['you', 3, 'In a call', ...claim]] });
  await rocketCaller(server, 'you')('/v1/users.setStatus', { status: 'online', message: '' });
  expect((await frame(`${userId}/userData`)).fields.args[0].unset).toEqual({ statusText: 1 });
});

test('custom statuses are told when they change and when they go', async () => {
  const client = await connectAs('member');
  await subscribe(client, 'stream-notify-logged', 'updateCustomUserStatus', false);
  await subscribe(client, 'stream-notify-logged', 'deleteCustomUserStatus', false);
  const admin = rocketCaller(server, 'you');
  const { _id } = (await admin('/v1/custom-user-status.create', { name: 'A', statusType: 'busy' })).body
    .customUserStatus;
  const told = (event: string) => client.next(({ fields }) => fields?.eventName === event);
  expect((await told('updateCustomUserStatus')).fields.args[0].userStatusData).toMatchObject({ _id, name: 'A' });
  await admin('/v1/custom-user-status.delete', { customUserStatusId: _id });
  expect((await told('deleteCustomUserStatus')).fields.args[0].userStatusData._id).toBe(_id);
});

test('changed permissions and roles are told to everybody who listens', async () => {
  const client = await connectAs('member');
  const { member } = server.credentials;
  for (const event of ['permissions-changed', 'roles-change']) {
    await subscribe(client, 'stream-notify-logged', event, false);
  }
  await subscribe(client, 'stream-notify-user', `${member.userId}/userData`, false);
  const told = async (event: string) => (await client.next(({ fields }) => fields?.eventName === event)).fields.args;
  const admin = rocketCaller(server, 'you');
  const permissions = [{ _id: 'manage-user-status', roles: ['admin', 'user'] }];
  expect((await admin('/v1/permissions.update', { permissions })).body.permissions).toContainEqual(
    expect.objectContaining(permissions[0]),
  );
  const [first, second] = await told('permissions-changed');
  expect([first, second]).toEqual(['updated', { ...permissions[0], _updatedAt: expect.any(String) }]);
  await admin('/v1/roles.addUserToRole', { roleId: 'moderator', username: member.login });
  const u = { _id: member.userId, username: member.login };
  expect(await told('roles-change')).toEqual([{ type: 'added', _id: 'moderator', u }]);
  const roles = ['user', 'moderator'];
  expect(await told(`${member.userId}/userData`)).toEqual([
    { type: 'updated', id: member.userId, diff: { roles }, unset: {} },
  ]);
});

test('only who may changes permissions and roles, and only to what there is', async () => {
  const member = rocketCaller(server, 'member');
  const admin = rocketCaller(server, 'you');
  const set = (_id: string, ...roles: string[]) => ({ permissions: [{ _id, roles }] });
  const role = (roleId: string) => ({ roleId, username: 'rosa.lind' });
  expect(await member('/v1/permissions.update', set('manage-user-status', 'user'))).toMatchObject({ status: 403 });
  expect(await member('/v1/roles.addUserToRole', role('admin'))).toMatchObject({ status: 403 });
  expect((await admin('/v1/permissions.update', set('fly', 'user'))).body.errorType).toBe('error-invalid-permission');
  expect((await admin('/v1/permissions.update', set('view-d-room', 'king'))).body.errorType).toBe('error-invalid-role');
  expect((await admin('/v1/roles.addUserToRole', role('user'))).body.errorType).toBe('error-user-already-in-role');
  expect((await admin('/v1/roles.removeUserFromRole', role('admin'))).body.errorType).toBe('error-user-not-in-role');
  expect((await admin('/v1/permissions.listAll')).body.update).toEqual(server.workspace.permissions);
});

test('a status can be set over the connection, long texts and all', async () => {
  const client = await connectAs('member');
  client.send({ msg: 'method', method: 'setUserStatus', id: 's', params: ['away', '🌴'.repeat(20_000)] });
  expect(await client.next(({ id }) => id === 's')).toEqual({ msg: 'result', id: 's', result: null });
  expect(server.people().find(({ login }) => login === 'rosa.lind')).toMatchObject({
    availability: 'away',
    text: '🌴'.repeat(60),
  });
});

test.each([100, 300, 70_000])('a name of %i characters arrives whole', async (length) => {
  const client = await connectAs('member');
  await subscribe(client, 'stream-notify-logged', 'updateCustomUserStatus', false);
  await rocketCaller(server, 'you')('/v1/custom-user-status.create', { name: 'é'.repeat(length) });
  const told = await client.next(({ msg }) => msg === 'changed');
  expect(told.fields.args[0].userStatusData.name).toBe('é'.repeat(length));
});

test('from 8.8 a hidden person’s change looks like offline without a text', async () => {
  server.switches.version = '8.8';
  const { you, member } = server.credentials;
  server.workspace.people.find(({ id }) => id === you.userId)?.hiddenFrom.add(member.userId);
  const client = await connectAs('member');
  await subscribe(client, 'stream-user-presence', '', { added: [you.userId] });
  await connectAs('you');
  await rocketCaller(server, 'you')('/v1/users.setStatus', { status: 'busy', message: 'secret plans' });
  client.send({ msg: 'ping', id: 'after' });
  await client.next(({ id }) => id === 'after');
  const told = client.frames.filter(({ msg }) => msg === 'changed').map(({ fields }) => fields.args[0]);
  expect(told).toEqual([
    ['you', 0, ''],
    ['you', 0, ''],
  ]);
});

test('what is no longer subscribed to is no longer told', async () => {
  const client = await connectAs('you');
  await subscribe(client, 'stream-notify-logged', 'user-status', false);
  client.send({ msg: 'unsub', id: 'stream-notify-logged user-status' });
  await client.next(({ msg }) => msg === 'nosub');
  await rocketCaller(server, 'you')('/v1/users.setStatus', { status: 'busy', message: 'x' });
  client.send({ msg: 'ping' });
  expect(await client.next(({ msg }) => msg === 'pong')).toEqual({ msg: 'pong' });
  expect(client.frames.filter(({ msg }) => msg === 'changed')).toEqual([]);
});

test('the end of a status is told by itself', async () => {
  const client = await connectAs('you');
  await subscribe(client, 'stream-notify-logged', 'user-status', false);
  const expiresAt = new Date(Date.now() + 150).toISOString();
  await rocketCaller(server, 'you')('/v1/users.setStatus', { status: 'busy', message: 'short', expiresAt });
  const ended = await client.next(({ fields }) => fields?.args?.[0]?.[2] === 1);
  expect(ended.fields.args[0][3]).toBe('');
});

test('nothing is told while presence is not broadcast', async () => {
  server.switches.broadcast = false;
  const client = await connectAs('you');
  await subscribe(client, 'stream-notify-logged', 'user-status', false);
  await rocketCaller(server, 'you')('/v1/users.setStatus', { status: 'busy', message: 'x' });
  client.send({ msg: 'ping', id: 'after' });
  await client.next(({ id }) => id === 'after');
  expect(client.frames.filter(({ msg }) => msg === 'changed')).toEqual([]);
});

test('closing the server ends open connections', async () => {
  const client = await connectAs('you');
  const closed = new Promise((resolve) => client.socket.addEventListener('close', resolve));
  await server.close();
  await closed;
});
