import { describe, expect, test } from 'vitest';
import { lunch, openStatusRoom } from './status-room.ts';

describe('quitting', () => {
  test('keeps the status, or clears it, as chosen', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    room.status.set(lunch(), null, null);
    await room.settle();
    await room.status.quit('keep');
    expect(room.server('a').shown.text).toBe('Lunch');
    const next = await room.restart();
    await next.status.quit('clear');
    expect(next.server('a').shown.text).toBe('');
  });

  test('never hangs more than three seconds', async () => {
    const room = await openStatusRoom({ accounts: ['a'] });
    room.status.set(lunch(), null, null);
    await room.settle();
    room.server('a').hold = new Promise(() => {});
    let quit = false;
    void room.status.quit('clear').then(() => {
      quit = true;
    });
    await room.clock.advance(2_900);
    expect(quit).toBe(false);
    await room.clock.advance(100);
    expect(quit).toBe(true);
  });
});
