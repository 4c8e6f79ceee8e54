import { expect, test } from 'vitest';
import { lunch, openStatusRoom } from './status-room.ts';

const MINUTE = 60_000;
const oneHour = { kind: 'minutes', minutes: 60 } as const;

/** A room with one account on a server that ends statuses by itself. */
const openRoom = () => openStatusRoom({ accounts: ['a'], endsByItself: true });

test('“End now” after Undo ends what Undo has put back', async () => {
  const room = await openRoom();
  room.status.set(lunch(), null, oneHour);
  await room.settle();
  room.status.clear(null);
  await room.settle();
  room.undo.take(room.undo.current()?.id ?? '');
  await room.settle();
  expect(room.server('a').shown.text).toBe('Lunch');
  room.status.end();
  await room.settle();
  expect(room.server('a').shown.text).toBe('');
  expect(room.outcome('a')).toBe('applied');
});

test('a status whose end passed on its way there is over, and not refused for ever', async () => {
  const room = await openRoom();
  room.status.set(lunch({ text: 'At the office' }), null, null);
  await room.settle();
  let arrive = () => {};
  room.server('a').hold = new Promise((resolve) => {
    arrive = resolve;
  });
  room.status.set(lunch(), null, { kind: 'at', at: room.clock.now() + 5_000 });
  await room.clock.advance(6_000);
  room.server('a').failures.push({ code: 'end-in-the-past' });
  room.server('a').hold = null;
  arrive();
  await room.settle();
  expect(room.outcome('a')).toBe('applied');
  expect(room.server('a').shown.text).toBe('');
});

test('an end that only the server takes for past is refused in words', async () => {
  const room = await openRoom();
  room.status.set(lunch({ text: 'At the office' }), null, null);
  await room.settle();
  room.server('a').failures.push({ code: 'end-in-the-past' });
  room.status.set(lunch(), null, { kind: 'minutes', minutes: 15 });
  await room.settle();
  expect(room.outcome('a')).toBe('rejected');
  await room.clock.advance(15 * MINUTE);
  expect(room.server('a').shown.text).toBe('At the office');
});

test('when our clock is set, the server hears of a moment anew, and of a length not', async () => {
  for (const isMoment of [true, false]) {
    const room = await openRoom();
    const at = room.clock.now() + 60 * MINUTE;
    room.status.set(lunch(), null, isMoment ? { kind: 'at', at } : oneHour);
    await room.settle();
    room.clock.jump(20 * MINUTE);
    await room.clock.advance(MINUTE);
    const ends = room.server('a').writes.map(({ until }) => until);
    expect(ends).toEqual(isMoment ? [at, at] : [at]);
    expect(room.outcome('a')).toBe('applied');
    expect(room.server('a').shown.text).toBe('Lunch');
  }
});
