import { describe, expect, test } from 'vitest';
import { NOTHING } from './scripted-server.ts';
import { lunch, openStatusRoom } from './status-room.ts';

const oneHour = { kind: 'minutes', minutes: 60 } as const;

describe('our own change', () => {
  test('is not taken back by an answer to a question asked before it', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    const server = room.server('a');
    const before = server.shown;
    let answer = () => {};
    const read = server.readStatus;
    server.readStatus = () =>
      new Promise((resolve) => {
        answer = () => resolve({ ok: true, value: before });
      });
    void room.reports.read('a');
    await room.settle();
    server.readStatus = read;
    room.status.set(lunch(), null, oneHour);
    await room.settle();
    answer();
    await room.settle();
    expect(room.outcome('a')).toBe('applied');
  });

  test('is not taken back by late news of the time before it', async () => {
    const room = await openStatusRoom({ accounts: ['a'], live: true });
    await room.start();
    room.status.set(lunch(), null, oneHour);
    await room.settle();
    room.server('a').tell({ kind: 'status', status: NOTHING });
    await room.settle();
    expect(room.outcome('a')).toBe('applied');
  });
});
