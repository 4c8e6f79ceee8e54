import { expect, onTestFinished, test } from 'vitest';
import type { Status } from '../../../electron/contract/status.ts';
import { startDemoRocketChat } from '../../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import { createServerKinds } from '../../../electron/servers/server-kinds.ts';

const MINUTE = 60_000;
/** A reply tells its time in whole seconds. */
const NEARLY_MS = 4_000;

/** A workspace whose clock is so far ahead of ours, with somebody signed in. */
async function openWorkspace(aheadMs: number) {
  const demo = await startDemoRocketChat({ clock: () => Date.now() + aheadMs });
  onTestFinished(() => demo.close());
  const { clients } = createServerKinds({ fetch, appVersion: '0.1.0', system: 'Test' });
  const client = clients['rocket-chat'];
  const { login, password } = demo.credentials.you;
  const answer = await client.signIn({ way: 'password', kind: 'rocket-chat', url: demo.url, login, password });
  if (!answer.ok || answer.value.step !== 'signed-in') throw new Error('Signing in failed.');
  const { facts, credential, secret } = answer.value;
  demo.received.clear();
  return {
    server: client.connect({ serverUrl: demo.url, credential, ...facts }, secret),
    /** How long the workspace will still show the status, by its own clock. */
    left: () => (demo.state().you.until ?? Number.NaN) - (Date.now() + aheadMs),
    writes: () => demo.received.requests.filter(({ method }) => method === 'POST').length,
  };
}

function lunchFor(minutes: number): Status {
  return { emoji: null, text: 'Lunch', availability: null, until: Date.now() + minutes * MINUTE, then: 'clear' };
}

const near = (left: number, minutes: number) => Math.abs(left - minutes * MINUTE) < NEARLY_MS;

test.each([10, -10])('where our clock is %d min behind, a status lasts as long as was asked', async (minutes) => {
  const { server, left, writes } = await openWorkspace(minutes * MINUTE);
  await server.readStatus();
  const wanted = lunchFor(5);
  expect(await server.writeStatus(wanted, null)).toMatchObject({ ok: true, value: { until: wanted.until } });
  expect(near(left(), 5)).toBe(true);
  expect(writes()).toBe(1);
  const read = await server.readStatus();
  expect(read.ok && read.value.until).toBe(wanted.until);
});

test.each([10, -10])('%d min, first told of by the answer itself: sent once more, and right', async (minutes) => {
  const { server, left, writes } = await openWorkspace(minutes * MINUTE);
  const wanted = lunchFor(5);
  expect(await server.writeStatus(wanted, null)).toMatchObject({ ok: true, value: { until: wanted.until } });
  expect(near(left(), 5)).toBe(true);
  expect(writes()).toBe(2);
});

test.each([0, 1_500, -1_500])('%d ms are no difference: the end goes out as it is, once', async (aheadMs) => {
  const { server, left, writes } = await openWorkspace(aheadMs);
  const wanted = lunchFor(5);
  expect(await server.writeStatus(wanted, null)).toMatchObject({ ok: true });
  expect(Math.abs(left() + aheadMs - 5 * MINUTE)).toBeLessThan(1_000);
  expect(writes()).toBe(1);
});
