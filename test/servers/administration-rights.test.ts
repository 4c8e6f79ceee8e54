import { afterEach, expect, test } from 'vitest';
import { openAdministrationRoom, startRocketChat, startZulip } from '../administration/administration-room.ts';

const closing: Array<() => Promise<void>> = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function rocketChatRights(version: string, who: 'you' | 'member') {
  const rocketChat = await startRocketChat({ version });
  closing.push(rocketChat.close);
  const room = openAdministrationRoom({ rocketChat });
  const id = room.add('rocket-chat', who);
  expect(room.rights.get(id).setOthersStatus).toMatchObject({ problem: { code: 'rights-unknown' } });
  await room.rights.refresh(id);
  return room.rights.get(id);
}

const allowed = { allowed: true };
const missing = (permission: string) => ({ allowed: false, problem: { code: 'permission-missing', permission } });

test.each(['3.18', '6.5', '7.4', '8.5', '8.6', '8.8'])(
  'Rocket.Chat %s tells what administrators and members may do',
  async (version) => {
    expect(await rocketChatRights(version, 'you')).toEqual({
      manageWorkspaceStatuses: allowed,
      setOthersStatus: allowed,
    });
    expect(await rocketChatRights(version, 'member')).toEqual({
      manageWorkspaceStatuses: missing('manage-user-status'),
      setOthersStatus: missing('edit-other-user-info'),
    });
  },
);

test('a workspace before 2.4 has no statuses to manage', async () => {
  expect(await rocketChatRights('2.1', 'you')).toMatchObject({
    manageWorkspaceStatuses: { allowed: false, problem: { code: 'server-too-old', needed: '2.4' } },
    setOthersStatus: allowed,
  });
});

test.each([
  [80, 'server-too-old'],
  [200, 'server-too-old'],
  [406, 'server-too-old'],
  [407, null],
  [512, null],
])('Zulip at feature level %i: %s', async (featureLevel, reason) => {
  const zulip = await startZulip({ featureLevel });
  closing.push(zulip.close);
  const room = openAdministrationRoom({ zulip });
  const id = room.add('zulip');
  await room.rights.refresh(id);
  const right = room.rights.get(id).setOthersStatus;
  expect(right.allowed ? null : right.problem.code).toBe(reason);
  await room.rights.refresh(room.add('zulip', 'member'));
  expect(room.rights.get('zulip-member').setOthersStatus.allowed).toBe(false);
});

test('rights are asked again only when they are old, and told when they change', async () => {
  const zulip = await startZulip();
  closing.push(zulip.close);
  const room = openAdministrationRoom({ zulip });
  const id = room.add('zulip');
  let told = 0;
  room.rights.onChange(() => {
    told += 1;
  });
  await room.rights.refresh(id, 60_000);
  await room.rights.refresh(id, 60_000);
  expect(zulip.received.requests.filter(({ path }) => path.endsWith('/users/me'))).toHaveLength(1);
  zulip.changeRole('you', 400);
  await room.clock.advance(60_000);
  await room.rights.refresh(id, 60_000);
  expect(room.rights.get(id).setOthersStatus).toMatchObject({ problem: { code: 'administrator-needed' } });
  expect(told).toBe(2);
});
