import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DemoZulip, startDemoZulip } from '../../../electron/demo/zulip/demo-zulip.ts';

let server: DemoZulip;
beforeEach(async () => {
  server = await startDemoZulip();
});
afterEach(() => server.close());

const ask = (path = '/api/v1/server_settings', init: RequestInit = {}) => fetch(server.url + path, init);

test('a fault befalls one request, and only one on its path', async () => {
  server.faults.next({ path: '/server_settings', status: 502, body: '<h1>Bad gateway</h1>' });
  expect((await ask('/api/v1/users')).status).toBe(401);
  const broken = await ask();
  expect([broken.status, await broken.text()]).toEqual([502, '<h1>Bad gateway</h1>']);
  expect((await ask()).status).toBe(200);
});

test('a fault can last, and be cleared', async () => {
  server.faults.next({ status: 503, times: Number.POSITIVE_INFINITY });
  expect((await ask()).status).toBe(503);
  expect((await ask()).status).toBe(503);
  server.faults.clear();
  expect((await ask()).status).toBe(200);
});

test('a delay alone answers as usual, later', async () => {
  server.faults.next({ delayMs: 120 });
  const start = performance.now();
  expect((await ask()).status).toBe(200);
  expect(performance.now() - start).toBeGreaterThan(100);
});

test('headers alone are added to the usual answer', async () => {
  server.faults.next({ headers: { 'X-Odd': 'yes' } });
  const reply = await ask();
  expect([reply.status, reply.headers.get('x-odd')]).toEqual([200, 'yes']);
});

test('hang, reset and cut off', async () => {
  server.faults.next({ hang: true });
  await expect(ask(undefined, { signal: AbortSignal.timeout(100) })).rejects.toThrow();
  server.faults.next({ reset: true });
  await expect(ask()).rejects.toThrow();
  server.faults.next({ cutOff: true });
  const half = await ask();
  expect(half.status).toBe(200);
  await expect(half.text()).rejects.toThrow();
});

test('a redirect and a huge body', async () => {
  server.faults.next({ redirectTo: 'https://elsewhere.example/' });
  const moved = await ask(undefined, { redirect: 'manual' });
  expect([moved.status, moved.headers.get('location')]).toEqual([302, 'https://elsewhere.example/']);
  server.faults.next({ hugeBytes: 3_000_001 });
  expect((await (await ask()).arrayBuffer()).byteLength).toBe(3_000_001);
});

test('offline refuses everything until it is over', async () => {
  await (await ask()).text();
  server.faults.offline = true;
  await expect(ask()).rejects.toThrow();
  server.faults.offline = false;
  expect((await ask()).status).toBe(200);
});

test('the log forgets the oldest', async () => {
  for (let n = 0; n < 3; n += 1) await (await ask()).text();
  expect(server.received.requests).toHaveLength(3);
  server.received.clear();
  expect(server.received.requests).toHaveLength(0);
});

test('HEAD is answered without a body', async () => {
  const reply = await ask(undefined, { method: 'HEAD' });
  expect([reply.status, await reply.text()]).toEqual([200, '']);
});

test('a form that cannot be read is an internal error, and the server goes on', async () => {
  const headers = { 'Content-Type': 'multipart/form-data; boundary=x' };
  expect((await ask('/api/v1/fetch_api_key', { method: 'POST', headers, body: 'broken' })).status).toBe(500);
  expect((await ask()).status).toBe(200);
});
