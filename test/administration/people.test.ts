import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DemoRocketChat } from '../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import type { DemoZulip } from '../../electron/demo/zulip/demo-zulip.ts';
import { createMemoryDisk } from '../status/memory-store.ts';
import { granted, openAdministrationRoom, startRocketChat, startZulip, workshop } from './administration-room.ts';

let zulip: DemoZulip;
let rocketChat: DemoRocketChat;
beforeEach(async () => {
  [zulip, rocketChat] = await Promise.all([
    startZulip({ extraPeople: 400 }),
    startRocketChat({ extraPeople: 400, extraStatuses: 120 }),
  ]);
});
afterEach(async () => {
  await Promise.all([zulip.close(), rocketChat.close()]);
});

type Room = ReturnType<typeof openAdministrationRoom>;

async function idsOf(room: Room, accountId: string, ...names: string[]): Promise<string[]> {
  const found = await Promise.all(names.map((name) => room.people.find(accountId, name)));
  return found.map((answer) => granted(answer).people[0]?.id ?? 'nobody');
}

const job = (room: Room) => {
  const [first] = room.people.jobs();
  if (first === undefined) throw new Error('There is no job.');
  return first;
};
const states = (room: Room) => job(room).outcomes.map(({ state }) => state);
const textOf = (name: string) => zulip.people().find(({ fullName }) => fullName === name)?.text;
const idle = (room: Room) => expect.poll(() => job(room).running, { timeout: 5_000 }).toBe(false);

describe('finding people', () => {
  test('on Zulip by name, e-mail or user name, without accents, and without oneself, bots and those who left', async () => {
    const room = openAdministrationRoom({ zulip });
    const id = room.add('zulip');
    const names = async (query: string) =>
      granted(await room.people.find(id, query)).people.map(({ fullName }) => fullName);
    expect(await names('tomas')).toEqual(['Tomás Silva']);
    expect(await names('mei@acme.example')).toEqual(['Mei Lin']);
    expect(await names('@priya')).toEqual(['Priya Raman']);
    expect(await names('colleague 399')).toEqual(['Colleague 399']);
    expect(await names('you')).toEqual([]);
    expect(await names('build bot')).toEqual([]);
    expect(await names('dora')).toEqual([]);
    expect(zulip.received.requests.filter(({ path }) => path.startsWith('/api/v1/users')).length).toBe(1);
  });

  test('tells how many there are beyond those it shows, where the server says', async () => {
    const room = openAdministrationRoom({ zulip, rocketChat });
    const on = { zulip: room.add('zulip'), rocketChat: room.add('rocket-chat') };
    const counts = async (id: string, query: string) => {
      const { people, all } = granted(await room.people.find(id, query));
      return [people.length, all];
    };
    expect(await counts(on.zulip, 'colleague')).toEqual([50, 400]);
    expect(await counts(on.zulip, 'mei')).toEqual([1, 1]);
    expect(await counts(on.rocketChat, 'colleague')).toEqual([10, null]);
    expect(await counts(on.rocketChat, 'rosa')).toEqual([1, 1]);
  });

  test('tells what they have now', async () => {
    const room = openAdministrationRoom({ zulip, rocketChat });
    const mei = zulip.realm.people.find(({ fullName }) => fullName === 'Mei Lin');
    if (mei) mei.status = { text: 'In Rome', emojiName: 'car', emojiCode: '1f697', reactionType: 'unicode_emoji' };
    const rosa = rocketChat.workspace.people.find(({ name }) => name === 'Rosa Lind');
    if (rosa) Object.assign(rosa, { statusText: 'At lunch', status: 'busy', statusDefault: 'busy' });
    expect(granted(await room.people.find(room.add('zulip'), 'mei')).people[0]?.reported).toMatchObject({
      emoji: { value: '🚗' },
      text: 'In Rome',
    });
    const found = granted(await room.people.find(room.add('rocket-chat'), 'rosa.lind@riverside.example'));
    expect(found.people[0]).toMatchObject({
      fullName: 'Rosa Lind',
      email: 'rosa.lind@riverside.example',
      reported: { text: 'At lunch' },
    });
  });
});

describe('setting for several on Zulip', () => {
  test('one fails and the others are not held up; the failed one is tried again; all is undone but what has changed', async () => {
    const room = openAdministrationRoom({ zulip });
    const id = room.add('zulip');
    const people = await idsOf(room, id, 'priya', 'mei', 'tomas');
    const priya = zulip.realm.people.find(({ fullName }) => fullName === 'Priya Raman');
    if (priya) priya.status = { text: 'Away', emojiName: '', emojiCode: '', reactionType: 'unicode_emoji' };
    zulip.faults.next({ path: `/users/${people[1]}/status`, method: 'POST', status: 500, body: {} });
    granted(await room.people.setStatusFor(id, people, workshop()));
    await idle(room);
    expect(states(room)).toEqual(['applied', 'rejected', 'applied']);
    expect(job(room).outcomes[1]?.problem).toMatchObject({ code: 'server-error' });
    expect([textOf('Priya Raman'), textOf('Mei Lin')]).toEqual(['Offsite', '']);

    expect(room.people.retry(job(room).id).ok).toBe(true);
    await idle(room);
    expect(states(room)).toEqual(['applied', 'applied', 'applied']);
    expect([textOf('Mei Lin'), textOf('You')]).toEqual(['Offsite', '']);

    const tomas = zulip.realm.people.find(({ fullName }) => fullName === 'Tomás Silva');
    if (tomas?.status) tomas.status.text = 'My own words';
    expect(room.people.undo(job(room).id).ok).toBe(true);
    await idle(room);
    expect(states(room)).toEqual(['undone', 'undone', 'left-alone']);
    expect([textOf('Priya Raman'), textOf('Mei Lin'), textOf('Tomás Silva')]).toEqual(['Away', '', 'My own words']);
    expect(job(room).canUndo).toBe(false);
  });

  test('waits when the server asks for it, goes on by itself, and can be cancelled meanwhile', async () => {
    const room = openAdministrationRoom({ zulip });
    const id = room.add('zulip');
    const people = await idsOf(room, id, 'priya', 'mei', 'tomas', 'olga');
    zulip.faults.next({
      ...{ path: `/users/${people[0]}/status`, method: 'POST', status: 429 },
      body: { result: 'error', code: 'RATE_LIMIT_HIT', msg: 'API usage exceeded rate limit', 'retry-after': 40.5 },
    });
    await room.people.setStatusFor(id, people, workshop());
    await expect.poll(() => job(room).pausedUntil).not.toBe(null);
    expect(job(room).running).toBe(true);
    await room.clock.advance(41_000);
    await idle(room);
    expect(states(room)).toEqual(['applied', 'applied', 'applied', 'applied']);
    room.people.close(job(room).id);

    zulip.faults.next({
      ...{ path: '/status', method: 'GET', status: 429, times: 4 },
      body: { result: 'error', code: 'RATE_LIMIT_HIT', msg: 'API usage exceeded rate limit', 'retry-after': 40.5 },
    });
    await room.people.setStatusFor(id, people, workshop({ text: 'Later' }));
    await expect.poll(() => job(room).pausedUntil).not.toBe(null);
    room.people.cancel(job(room).id);
    await idle(room);
    expect(states(room)).toContain('cancelled');
    expect(textOf('Olga Owner')).toBe('Offsite');
  });

  test('never for oneself, for nobody, or for a text too long', async () => {
    const room = openAdministrationRoom({ zulip });
    const id = room.add('zulip');
    const [mei = ''] = await idsOf(room, id, 'mei');
    const setFor = (ids: string[], change = {}) => room.people.setStatusFor(id, ids, workshop(change));
    expect(await setFor([mei, zulip.credentials.you.userId])).toMatchObject({ problem: { code: 'person-is-you' } });
    expect(await setFor(['12345'])).toMatchObject({ problem: { code: 'person-unknown' } });
    expect(await setFor([mei], { text: 'x'.repeat(61) })).toMatchObject({
      problem: { code: 'text-too-long', length: 61 },
    });
    expect(await setFor([mei], { until: 1 })).toMatchObject({ problem: { code: 'end-in-the-past' } });
    expect(room.people.jobs()).toEqual([]);
  });

  test('a right that was lost meanwhile is noticed', async () => {
    const room = openAdministrationRoom({ zulip });
    const id = room.add('zulip');
    await room.rights.refresh(id);
    expect(room.rights.get(id).setOthersStatus).toEqual({ allowed: true });
    const people = await idsOf(room, id, 'mei');
    const you = zulip.realm.people.find(({ fullName }) => fullName === 'You');
    if (you) you.role = 400;
    await room.people.setStatusFor(id, people, workshop());
    await idle(room);
    expect(job(room).outcomes[0]?.problem).toEqual({ code: 'not-permitted' });
    await expect
      .poll(() => room.rights.get(id).setOthersStatus)
      .toEqual({ allowed: false, problem: { code: 'administrator-needed' } });
    expect(await room.people.setStatusFor(id, people, workshop())).toMatchObject({
      problem: { code: 'administrator-needed' },
    });
  });
});

describe('ends that Zulip does not keep', () => {
  test('are carried out at their time, and only where the status still shows', async () => {
    const room = openAdministrationRoom({ zulip });
    const id = room.add('zulip');
    room.endings.start();
    const people = await idsOf(room, id, 'priya', 'mei');
    await room.people.setStatusFor(id, people, workshop({ until: room.clock.now() + 600_000 }));
    await idle(room);
    expect(job(room).endKeptBy).toBe('app');
    const mei = zulip.realm.people.find(({ fullName }) => fullName === 'Mei Lin');
    if (mei?.status) mei.status.text = 'Her own';
    await room.clock.advance(590_000);
    expect(textOf('Priya Raman')).toBe('Offsite');
    await room.clock.advance(20_000);
    await expect.poll(() => textOf('Priya Raman')).toBe('');
    expect(textOf('Mei Lin')).toBe('Her own');
    room.endings.stop();
  });

  test('are made up for when the app starts again, also after a failure', async () => {
    const disk = createMemoryDisk();
    const before = openAdministrationRoom({ zulip, disk });
    const people = await idsOf(before, before.add('zulip'), 'priya');
    await before.people.setStatusFor('zulip-you', people, workshop({ until: before.clock.now() + 1_000 }));
    await idle(before);

    const after = openAdministrationRoom({ zulip, disk });
    after.add('zulip');
    after.clock.jump(3_600_000);
    zulip.faults.next({ path: '/status', status: 502, body: 'Bad gateway' });
    after.endings.start();
    await after.clock.advance(1);
    await expect.poll(() => zulip.received.requests.at(-1)?.path).toContain('/status');
    expect(textOf('Priya Raman')).toBe('Offsite');
    await expect
      .poll(async () => {
        await after.clock.advance(61_000);
        return textOf('Priya Raman');
      })
      .toBe('');
    after.endings.stop();
  });

  test('are forgotten when the status is undone', async () => {
    const disk = createMemoryDisk();
    const room = openAdministrationRoom({ zulip, disk });
    const people = await idsOf(room, room.add('zulip'), 'priya');
    await room.people.setStatusFor('zulip-you', people, workshop({ until: room.clock.now() + 60_000 }));
    await idle(room);
    room.people.undo(job(room).id);
    await idle(room);
    expect(disk.store('others-endings', { endings: [] }).get().endings).toEqual([]);
  });
});

describe('on Rocket.Chat', () => {
  test.each(['3.18', '6.5', '7.4', '8.5', '8.6', '8.8'])(
    '%s: sets text, availability and end, and takes it back',
    async (version) => {
      rocketChat.switches.version = version;
      const room = openAdministrationRoom({ rocketChat });
      const id = room.add('rocket-chat');
      const rosa = rocketChat.workspace.people.find(({ name }) => name === 'Rosa Lind');
      if (rosa === undefined) throw new Error('There is no Rosa.');
      Object.assign(rosa, { statusText: 'Before', status: 'online', statusDefault: 'online', connections: 1 });
      const people = await idsOf(room, id, 'rosa');
      const until = room.clock.now() + 3_600_000;
      await room.people.setStatusFor(id, people, workshop({ availability: 'busy', until }));
      await idle(room);
      expect(job(room).outcomes[0]).toMatchObject({ state: 'applied', problem: null });
      expect([rosa.statusText, rosa.statusDefault]).toEqual(['🚗 Offsite', 'busy']);
      const keepsEnds = version === '8.6' || version === '8.8';
      expect(job(room).endKeptBy).toBe(keepsEnds ? 'server' : 'app');
      expect(rosa.statusExpiresAt).toBe(keepsEnds ? until : null);
      room.people.undo(job(room).id);
      await idle(room);
      expect([rosa.statusText, rosa.statusDefault]).toEqual(['Before', 'online']);
    },
  );

  test('an old server that takes the text and refuses the availability says which, and both can be undone', async () => {
    Object.assign(rocketChat.switches, { version: '7.4', invisible: false });
    const room = openAdministrationRoom({ rocketChat });
    const id = room.add('rocket-chat');
    const rosa = rocketChat.workspace.people.find(({ name }) => name === 'Rosa Lind');
    await room.people.setStatusFor(id, await idsOf(room, id, 'rosa'), workshop({ availability: 'invisible' }));
    await idle(room);
    expect(job(room).outcomes[0]).toMatchObject({ state: 'applied', notApplied: ['availability'] });
    expect(rosa?.statusText).toBe('🚗 Offsite');
    room.people.undo(job(room).id);
    await idle(room);
    expect(rosa?.statusText).toBe('');
  });

  test('without the permission the reason is known beforehand, and given by the server too', async () => {
    const room = openAdministrationRoom({ rocketChat });
    const id = room.add('rocket-chat', 'member');
    const people = await idsOf(room, id, 'ines');
    await room.people.setStatusFor(id, people, workshop());
    await idle(room);
    expect(job(room).outcomes[0]?.problem).toEqual({ code: 'not-permitted' });
    await expect
      .poll(() => room.rights.get(id).setOthersStatus)
      .toEqual({
        allowed: false,
        problem: { code: 'permission-missing', permission: 'edit-other-user-info' },
      });
  });
});
