import { describe, expect, test } from 'vitest';
import type { ReportedStatus } from '../../electron/contract/status.ts';
import { NOTHING } from './scripted-server.ts';
import { lunch, openStatusRoom } from './status-room.ts';

const HOUR = 3_600_000;
const oneHour = { kind: 'minutes', minutes: 60 } as const;
const working: ReportedStatus = { ...NOTHING, emoji: { kind: 'unicode', value: '🏠' }, text: 'Working remotely' };

describe('when a status ends', () => {
  test('it is cleared, at its time and not before', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    room.status.set(lunch(), null, oneHour);
    await room.settle();
    await room.clock.advance(HOUR - 1_000);
    expect(room.server('a').shown.text).toBe('Lunch');
    await room.clock.advance(1_000);
    expect(room.server('a').shown.text).toBe('');
    expect(room.account('a')?.desired).toBeNull();
  });

  test('what was there before comes back, when that was asked for', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    room.server('a').shown = working;
    await room.start();
    room.status.set(lunch({ then: 'restore' }), null, oneHour);
    await room.settle();
    await room.clock.advance(HOUR);
    expect(room.server('a').shown).toMatchObject({ text: 'Working remotely', emoji: { value: '🏠' } });
  });

  test('a status between another and its end gives back what was before both', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    room.server('a').shown = working;
    await room.start();
    room.status.set(lunch({ then: 'restore' }), null, oneHour);
    await room.settle();
    room.status.set(lunch({ text: 'Call', then: 'restore' }), null, { kind: 'minutes', minutes: 15 });
    await room.settle();
    await room.clock.advance(HOUR / 4);
    expect(room.server('a').shown.text).toBe('Working remotely');
  });

  test('what was wished for before comes back though it never got there', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    room.server('a').down = { code: 'offline' };
    room.status.set(lunch({ text: 'At the office' }), null, null);
    await room.settle();
    room.status.set(lunch({ then: 'restore' }), null, oneHour);
    room.server('a').down = null;
    await room.status.wake();
    await room.settle();
    await room.clock.advance(HOUR);
    expect(room.server('a').shown.text).toBe('At the office');
  });

  test('it is still known as ours after many wishes that never got there', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    room.status.set(lunch(), null, oneHour);
    await room.settle();
    room.server('a').down = { code: 'offline' };
    for (let count = 0; count < 20; count += 1) {
      room.status.set(lunch({ text: `Change of mind ${count}` }), null, oneHour);
      await room.settle();
    }
    room.status.end();
    room.server('a').down = null;
    await room.status.wake();
    await room.settle();
    expect(room.server('a').shown.text).toBe('');
  });

  test('a change from elsewhere is left alone and said so', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    room.status.set(lunch(), null, oneHour);
    await room.settle();
    room.server('a').shown = { ...NOTHING, text: 'From my phone' };
    await room.clock.advance(HOUR);
    expect(room.server('a').shown.text).toBe('From my phone');
    expect(room.outcome('a')).toBe('superseded');
  });

  test('an account that could not be reached ends when it can be', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    room.status.set(lunch(), null, oneHour);
    await room.settle();
    room.server('a').down = { code: 'offline' };
    await room.clock.advance(2 * HOUR);
    room.server('a').down = null;
    await room.status.wake();
    await room.settle();
    expect(room.server('a').shown.text).toBe('');
  });

  test('one that was over before it could be sent is never sent', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    room.server('a').down = { code: 'offline' };
    room.status.set(lunch(), null, oneHour);
    await room.settle();
    await room.clock.advance(2 * HOUR);
    room.server('a').down = null;
    await room.status.wake();
    await room.settle();
    expect(room.server('a').writes.some(({ text }) => text === 'Lunch')).toBe(false);
    expect(room.server('a').shown.text).toBe('');
  });

  test('an end that passed while the app was off is carried out at the start', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    room.status.set(lunch(), null, oneHour);
    await room.settle();
    room.reconciler.stop();
    room.clock.sleep(3 * 24 * HOUR);
    const next = await room.restart();
    await next.settle();
    expect(next.server('a').shown.text).toBe('');
  });

  test('an end months ahead is kept', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    room.status.set(lunch({ until: room.clock.now() + 60 * 24 * HOUR }), null, null);
    await room.settle();
    room.clock.sleep(59 * 24 * HOUR);
    await room.clock.advance(60_000);
    expect(room.server('a').shown.text).toBe('Lunch');
    room.clock.sleep(24 * HOUR);
    await room.clock.advance(60_000);
    expect(room.server('a').shown.text).toBe('');
  });

  test('a rejected newcomer does not keep the one before it from ending', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    room.status.set(lunch(), null, oneHour);
    await room.settle();
    room.server('a').failures.push({ code: 'emoji-unknown', emoji: '🫠' });
    room.status.set(lunch({ text: 'Melting' }), null, { kind: 'none' });
    await room.settle();
    expect(room.outcome('a')).toBe('rejected');
    await room.clock.advance(HOUR);
    expect(room.server('a').shown.text).toBe('');
  });
});

describe('a clock that jumps', () => {
  test.each([2 * HOUR, -2 * HOUR])('by %d ms neither shortens nor lengthens a length', async (jump) => {
    const room = await openStatusRoom({ accounts: ['a'] });
    room.status.set(lunch(), null, oneHour);
    await room.settle();
    await room.clock.advance(HOUR / 2);
    room.clock.jump(jump);
    await room.clock.advance(HOUR / 2 - 1_000);
    expect(room.server('a').shown.text).toBe('Lunch');
    await room.clock.advance(61_000);
    expect(room.server('a').shown.text).toBe('');
  });

  test('just before somebody sets a status does not count twice', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    room.clock.jump(2 * HOUR);
    room.status.set(lunch(), null, oneHour);
    await room.settle();
    await room.clock.advance(HOUR - 1_000);
    expect(room.server('a').shown.text).toBe('Lunch');
    await room.clock.advance(61_000);
    expect(room.server('a').shown.text).toBe('');
  });

  test('back does not make an old report look new', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    await room.start();
    room.clock.jump(-2 * HOUR);
    const { reads } = room.server('a');
    await room.reports.refresh();
    expect(room.server('a').reads).toBe(reads + 1);
  });

  test('a moment on the clock follows the clock', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    room.status.set(lunch(), null, { kind: 'time', hour: 15, minute: 0 });
    await room.settle();
    room.clock.jump(4 * HOUR);
    await room.clock.advance(60_000);
    expect(room.server('a').shown.text).toBe('');
  });
});

describe('a server that ends statuses by itself', () => {
  const cases = [
    ['goes back to nothing', NOTHING],
    ['puts back what was there', working],
    ['has not done so yet', { ...NOTHING, emoji: { kind: 'unicode', value: '🍔' }, text: 'Lunch' }],
  ] as const;

  test.each(cases)('and %s: nothing shows where clearing was asked for', async (_name, afterwards) => {
    const room = await openStatusRoom({ accounts: ['a'], endsByItself: true });
    room.server('a').shown = working;
    await room.start();
    room.status.set(lunch(), null, oneHour);
    await room.settle();
    room.server('a').shown = afterwards;
    await room.clock.advance(HOUR);
    expect(room.server('a').shown.text).toBe('');
  });

  test.each(cases)('and %s: the earlier one shows where that was asked for', async (_name, afterwards) => {
    const room = await openStatusRoom({ accounts: ['a'], endsByItself: true });
    room.server('a').shown = working;
    await room.start();
    room.status.set(lunch({ then: 'restore' }), null, oneHour);
    await room.settle();
    room.server('a').shown = afterwards;
    await room.clock.advance(HOUR);
    expect(room.server('a').shown.text).toBe('Working remotely');
  });

  test('and puts back an own status from before: nothing shows all the same', async () => {
    const room = await openStatusRoom({ accounts: ['a'], endsByItself: true });
    room.server('a').shown = working;
    await room.start();
    room.status.set(lunch(), null, oneHour);
    await room.settle();
    const first = room.server('a').shown;
    room.status.set(lunch({ text: 'Call' }), null, oneHour);
    await room.settle();
    room.server('a').shown = first;
    await room.clock.advance(HOUR);
    expect(room.server('a').shown.text).toBe('');
  });

  test('has not ended anything before its time: what looks like it came from elsewhere and stays', async () => {
    const room = await openStatusRoom({ accounts: ['a'], endsByItself: true });
    room.server('a').shown = working;
    await room.start();
    room.status.set(lunch(), null, oneHour);
    await room.settle();
    room.server('a').shown = working;
    room.status.extend(15);
    await room.settle();
    expect(room.server('a').shown.text).toBe('Working remotely');
    expect(room.outcome('a')).toBe('superseded');
  });

  test('hears of a later end, other servers need not', async () => {
    for (const endsByItself of [true, false]) {
      const room = await openStatusRoom({ accounts: ['a'], endsByItself });
      room.status.set(lunch(), null, oneHour);
      await room.settle();
      room.status.extend(15);
      await room.settle();
      expect(room.server('a').writes).toHaveLength(endsByItself ? 2 : 1);
      await room.clock.advance(HOUR);
      expect(room.server('a').shown.text).toBe('Lunch');
      await room.clock.advance(HOUR / 4);
      expect(room.server('a').shown.text).toBe('');
    }
  });
});

describe('while one runs', () => {
  test('"End now" ends it, but not what was set elsewhere', async () => {
    const room = await openStatusRoom();
    room.status.set(lunch(), null, oneHour);
    await room.settle();
    room.server('club').shown = { ...NOTHING, text: 'From my phone' };
    room.status.end();
    await room.settle();
    expect(room.server('acme').shown.text).toBe('');
    expect(room.server('club').shown.text).toBe('From my phone');
  });

  test('Undo puts back the running status before it, with its end', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    room.status.set(lunch(), null, oneHour);
    await room.settle();
    room.status.set(lunch({ text: 'Oops' }), null, null);
    await room.settle();
    expect(await room.undo.take(room.undo.current()?.id ?? '')).toMatchObject({ ok: true });
    await room.settle();
    expect(room.server('a').shown.text).toBe('Lunch');
    await room.clock.advance(HOUR);
    expect(room.server('a').shown.text).toBe('');
  });

  test('Undo does not bring back what would be over by now', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    room.status.set(lunch(), null, oneHour);
    await room.settle();
    await room.clock.advance(HOUR - 10_000);
    room.status.set(lunch({ text: 'Oops' }), null, null);
    await room.settle();
    await room.clock.advance(20_000);
    room.undo.take(room.undo.current()?.id ?? '');
    await room.settle();
    expect(room.server('a').shown.text).toBe('');
  });

  test('Undo lets go on what was still on its way, and calls nobody its rival', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    room.server('a').down = { code: 'offline' };
    room.status.set(lunch(), null, oneHour);
    room.status.set(lunch({ text: 'Oops' }), null, null);
    room.undo.take(room.undo.current()?.id ?? '');
    room.server('a').down = null;
    await room.status.wake();
    await room.settle();
    expect(room.outcome('a')).toBe('applied');
    expect(room.server('a').shown.text).toBe('Lunch');
  });

  test('Undo is not offered after a restart', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    room.status.set(lunch(), null, null);
    await room.settle();
    const next = await room.restart();
    expect(next.state.get().undo).toBeNull();
  });

  test('Undo is offered for a minute', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    room.status.clear(null);
    await room.settle();
    await room.clock.advance(59_000);
    expect(room.state.get().undo).not.toBeNull();
    await room.clock.advance(1_000);
    expect(room.state.get().undo).toBeNull();
  });

  test('Undo of a clear brings back what the server showed', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    room.server('a').shown = working;
    await room.start();
    room.status.clear(null);
    await room.settle();
    expect(room.server('a').shown.text).toBe('');
    room.undo.take(room.undo.current()?.id ?? '');
    await room.settle();
    expect(room.server('a').shown.text).toBe('Working remotely');
  });

  test('a change that the server tells of is shown at once, and when it is ours again, that too', async () => {
    const room = await openStatusRoom({ accounts: ['a'], live: true });
    await room.start();
    room.status.set(lunch(), null, oneHour);
    await room.settle();
    const ours = room.server('a').shown;
    await room.clock.advance(5_000);
    room.server('a').tell({ kind: 'status', status: { ...NOTHING, text: 'Elsewhere' } });
    await room.settle();
    expect(room.account('a')).toMatchObject({
      reported: { text: 'Elsewhere' },
      outcome: { kind: 'superseded' },
      desired: null,
    });
    room.server('a').tell({ kind: 'status', status: ours });
    await room.settle();
    expect(room.outcome('a')).toBe('applied');
  });
});
