import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DemoRocketChat, startDemoRocketChat } from '../../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import { rocketCaller } from './rocket-caller.ts';

let server: DemoRocketChat;
let call: ReturnType<typeof rocketCaller>;
beforeEach(async () => {
  server = await startDemoRocketChat();
  call = rocketCaller(server, 'you');
});
afterEach(() => server.close());

const create = async (fields: object) => (await call('/v1/custom-user-status.create', fields)).body;

test('the server itself answers a missing permission with HTTP 400 and its own code', async () => {
  const { status, body } = await rocketCaller(server, 'member')('/v1/custom-user-status.create', { name: '' });
  expect([status, body]).toEqual([400, { success: false, error: '[not_authorized]', errorType: 'not_authorized' }]);
});

test('a missing name and an unknown field meet the schema on 8.x and a match on older servers', async () => {
  expect(await create({ statusType: 'busy' })).toEqual({
    success: false,
    errorType: 'invalid-params',
    error: "must have required property 'name'",
  });
  expect((await create({ name: 'A', emoji: 'x' })).error).toBe('must NOT have additional properties');
  server.switches.version = '7.4';
  expect((await create({ statusType: 'busy' })).error).toContain("Match error: Missing key 'name'");
  expect((await create({ name: 'A', emoji: 'x' })).success).toBe(true);
});

test.each(['A<B', 'A>B', 'A&B', 'A"B', "A'B"])('the name %s has a forbidden character', async (name) => {
  expect(await create({ name })).toEqual({
    success: false,
    error: `${name} is not a valid name [error-input-is-not-a-valid-field]`,
    errorType: 'error-input-is-not-a-valid-field',
    details: { method: 'insertOrUpdateUserStatus', input: name, field: 'Name' },
  });
});

test('an update without a type blanks it from 8.0 and keeps it before', async () => {
  const { _id } = (await create({ name: 'A', statusType: 'busy' })).customUserStatus;
  const update = async (fields: object) => (await call('/v1/custom-user-status.update', { _id, ...fields })).body;
  server.switches.version = '7.4';
  expect((await update({ name: 'B' })).customUserStatus).toMatchObject({ name: 'B', statusType: 'busy' });
  server.switches.version = '8.7';
  expect((await update({ name: 'B' })).customUserStatus).toMatchObject({ name: 'B', statusType: '' });
  expect((await update({ name: 'Focus time' })).errorType).toBe('Custom_User_Status_Error_Name_Already_In_Use');
});

test('an unknown id comes before the permission in an update, and after it in a deletion', async () => {
  const member = rocketCaller(server, 'member');
  expect((await member('/v1/custom-user-status.update', { _id: 'nope', name: 'A' })).body).toEqual({
    success: false,
    error: 'No custom user status found with the id of "nope".',
  });
  const nope = { customUserStatusId: 'nope' };
  expect((await member('/v1/custom-user-status.delete', nope)).body.errorType).toBe('not_authorized');
  expect((await call('/v1/custom-user-status.delete', nope)).body).toEqual({
    success: false,
    error: 'Invalid user status [Custom_User_Status_Error_Invalid_User_Status]',
    errorType: 'Custom_User_Status_Error_Invalid_User_Status',
    details: { method: 'deleteCustomUserStatus' },
  });
  expect((await call('/v1/custom-user-status.delete', {})).body.error).toContain('customUserStatusId');
});

test('the list is sorted, paged and filtered by a part of the name', async () => {
  const list = async (query: string) => (await call(`/v1/custom-user-status.list${query}`)).body;
  const names = (body: { statuses: { name: string }[] }) => body.statuses.map(({ name }) => name);
  expect(names(await list(''))).toEqual(['Focus time', 'Out for lunch', 'Travelling']);
  expect(await list('?count=1&offset=1')).toMatchObject({ count: 1, offset: 1, total: 3 });
  expect(names(await list('?name=LUNCH'))).toEqual(['Out for lunch']);
  expect((await list('?colour=red')).errorType).toBe('error-invalid-params');
  const { _id } = (await list('?name=lunch')).statuses[0];
  expect((await call('/v1/custom-user-status.delete', { customUserStatusId: _id })).body).toEqual({ success: true });
  expect((await list('')).total).toBe(2);
});
