import { describe, expect, test } from 'vitest';
import { lunch, openStatusRoom } from './status-room.ts';

const OFFLINE = { code: 'offline' } as const;

describe('setting a status', () => {
  test('reaches every account with one request each and nothing read first', async () => {
    const room = await openStatusRoom({ accounts: ['a', 'b', 'c'] });
    expect(room.status.set(lunch(), null, null)).toEqual({ ok: true, value: null });
    await room.settle();
    for (const id of ['a', 'b', 'c']) {
      expect(room.server(id).writes).toHaveLength(1);
      expect(room.server(id).reads).toBe(0);
      expect(room.outcome(id)).toBe('applied');
    }
  });

  test('puts all wishes on disk in one write before anything is sent', async () => {
    const room = await openStatusRoom();
    room.status.set(lunch(), null, null);
    expect(room.disk.writes).toBe(1);
    expect(room.server('acme').writes).toHaveLength(0);
  });

  test('what is told is on disk: after a crash that very moment nothing is sent again', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    room.status.set(lunch(), null, null);
    for (let turns = 0; room.outcome('a') !== 'applied' && turns < 100; turns += 1) await Promise.resolve();
    expect(room.outcome('a')).toBe('applied');
    const next = await room.restart();
    expect(next.outcome('a')).toBe('applied');
    expect(room.server('a').writes).toHaveLength(1);
  });

  test('goes to the chosen accounts only', async () => {
    const room = await openStatusRoom();
    room.choose(['club']);
    room.status.set(lunch(), null, null);
    await room.settle();
    expect(room.server('acme').writes).toHaveLength(0);
    expect(room.server('club').writes).toHaveLength(1);
  });

  test('one account that never answers does not hold up the other', async () => {
    const room = await openStatusRoom();
    room.server('acme').hold = new Promise(() => {});
    room.status.set(lunch(), null, null);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(room.outcome('club')).toBe('applied');
    expect(room.outcome('acme')).toBe('sending');
  });

  test('one account that rejects says why and leaves the other alone', async () => {
    const room = await openStatusRoom();
    room.server('acme').failures.push({ code: 'text-too-long', length: 61, max: 60 });
    room.status.set(lunch(), null, null);
    await room.settle();
    expect(room.account('acme')?.outcome).toEqual({
      kind: 'rejected',
      problem: { code: 'text-too-long', length: 61, max: 60 },
    });
    expect(room.outcome('club')).toBe('applied');
  });

  test('a fault of our own is said once and not tried in a circle', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    let tries = 0;
    room.server('a').writeStatus = async () => {
      tries += 1;
      throw new Error('A fault of ours');
    };
    room.status.set(lunch(), null, null);
    await room.settle();
    expect(room.account('a')?.outcome).toEqual({ kind: 'rejected', problem: { code: 'internal' } });
    expect(tries).toBe(1);
  });

  test('a newer wish made while the first is on its way wins', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    let release = () => {};
    room.server('a').hold = new Promise((resolve) => {
      release = resolve;
    });
    room.status.set(lunch(), null, null);
    await new Promise((resolve) => setTimeout(resolve, 5));
    room.status.set(lunch({ text: 'Meeting' }), null, null);
    room.server('a').hold = null;
    release();
    await room.settle();
    expect(room.server('a').shown.text).toBe('Meeting');
    expect(room.server('a').writes.map(({ text }) => text)).toEqual(['Lunch', 'Meeting']);
  });

  test('refuses what says nothing, what is over already, and no accounts at all', async () => {
    const room = await openStatusRoom();
    const refused = (result: ReturnType<typeof room.status.set>) => (result.ok ? null : result.problem.code);
    expect(refused(room.status.set(lunch({ emoji: null, text: '  ' }), null, null))).toBe('nothing-to-set');
    expect(refused(room.status.set(lunch({ until: room.clock.now() - 1 }), null, null))).toBe('end-in-the-past');
    const empty = await openStatusRoom({ accounts: [] });
    expect(refused(empty.status.set(lunch(), null, null))).toBe('no-accounts');
  });

  test('is not lost when the disk is full', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    room.disk.full = true;
    room.status.set(lunch(), null, null);
    await room.settle();
    expect(room.server('a').shown.text).toBe('Lunch');
  });
});

describe('trying again', () => {
  test('waits longer each time, never over five minutes, and then arrives by itself', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    room.server('a').down = OFFLINE;
    room.status.set(lunch(), null, null);
    await room.settle();
    expect(room.account('a')?.outcome).toMatchObject({ kind: 'waiting', problem: OFFLINE });
    await room.clock.advance(3_600_000);
    const outcome = room.account('a')?.outcome;
    expect(outcome?.kind === 'waiting' && (outcome.nextTryAt ?? 0) - room.clock.now()).toBeLessThanOrEqual(300_000);
    room.server('a').down = null;
    await room.clock.advance(300_000);
    expect(room.outcome('a')).toBe('applied');
    expect(room.server('a').writes).toHaveLength(1);
  });

  test("honours a server's own wait", async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    room.server('a').failures.push({ code: 'rate-limited', host: 'a', waitMs: 47_000 });
    room.status.set(lunch(), null, null);
    await room.settle();
    await room.clock.advance(46_900);
    expect(room.server('a').writes).toHaveLength(0);
    await room.clock.advance(1_000);
    expect(room.outcome('a')).toBe('applied');
  });

  test('several accounts behind one limited address are staggered', async () => {
    const accounts = Array.from({ length: 12 }, (_, index) => `a${index}`);
    const room = await openStatusRoom({ accounts, oneAddress: true });
    for (const id of accounts) room.server(id).failures.push({ code: 'rate-limited', host: 'x', waitMs: 10_000 });
    room.status.set(lunch(), null, null);
    await room.settle();
    const arrived = () => accounts.filter((id) => room.outcome(id) === 'applied').length;
    await room.clock.advance(11_000);
    expect(arrived()).toBe(5);
    await room.clock.advance(60_000);
    expect(arrived()).toBe(10);
    await room.clock.advance(60_000);
    expect(arrived()).toBe(12);
  });

  test('happens at once on Retry, also for a rejected one', async () => {
    const room = await openStatusRoom();
    room.server('acme').failures.push({ code: 'not-permitted' });
    room.server('club').failures.push(OFFLINE);
    room.status.set(lunch(), null, null);
    await room.settle();
    room.status.retry(null);
    await room.settle();
    expect([room.outcome('acme'), room.outcome('club')]).toEqual(['applied', 'applied']);
  });

  test('a revoked secret pauses the account until its user signs in again', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    room.server('a').down = { code: 'signed-out' };
    room.status.set(lunch(), null, null);
    await room.settle();
    expect(room.account('a')?.signIn).toBe('needed');
    await room.clock.advance(3_600_000);
    room.server('a').down = null;
    room.accounts.signInAgain('a');
    room.status.retry('a');
    await room.settle();
    expect(room.outcome('a')).toBe('applied');
  });

  test('goes on after a restart', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    room.server('a').down = OFFLINE;
    room.status.set(lunch(), null, null);
    await room.settle();
    room.server('a').down = null;
    const next = await room.restart();
    await next.settle();
    expect(next.outcome('a')).toBe('applied');
    expect(next.server('a').shown.text).toBe('Lunch');
  });

  test('nothing ticks when nothing is pending', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    room.status.set(lunch(), null, null);
    await room.settle();
    await room.clock.advance(60_000);
    expect(room.clock.pendingTimers()).toBe(0);
  });
});
