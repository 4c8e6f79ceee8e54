import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAuthorisedHttp } from '../../electron/servers/authorised-http.ts';
import { createHttp } from '../../electron/servers/http.ts';
import { type CannedServer, startCannedServer } from './canned-server.ts';

let server: CannedServer;
beforeEach(async () => {
  server = await startCannedServer();
});
afterEach(() => server.close());

const http = createHttp({ fetch, userAgent: 'Whereabouts/0.1.0 (Test)', timeoutMs: 400, maxBytes: 1000 });
const ask = () => http.requestJson({ url: new URL(`${server.url}/x`) });

test('sends who it is, a form, and reads JSON', async () => {
  server.answers['POST /x'] = { body: { hello: 'world' } };
  const reply = await http.requestJson({ url: new URL(`${server.url}/x`), method: 'POST', form: { a: 'ä &', b: '' } });
  expect(reply).toMatchObject({ ok: true, value: { status: 200, body: { hello: 'world' } } });
  expect(server.received[0]).toMatchObject({ method: 'POST', body: 'a=%C3%A4+%26&b=' });
  expect(server.received[0]?.headers['user-agent']).toBe('Whereabouts/0.1.0 (Test)');
});

test.each([
  ['a page instead of JSON', { body: '<html>Log in to the Wi-Fi</html>' }, { code: 'captive-portal' }],
  ['a portal that says so', { status: 511, body: '<html></html>' }, { code: 'captive-portal' }],
  ['no JSON at all', { headers: { 'Content-Type': 'text/plain' }, body: 'hi' }, { code: 'bad-reply' }],
  ['a bare string', { body: '"hi"', headers: { 'Content-Type': 'application/json' } }, { code: 'bad-reply' }],
  ['a gateway’s page', { status: 502, body: '<html>Bad gateway</html>' }, { code: 'server-error', httpStatus: 502 }],
  ['an error with JSON', { status: 500, body: { success: false } }, { code: 'server-error', httpStatus: 500 }],
  ['too much', { body: { long: 'x'.repeat(2000) } }, { code: 'reply-too-large' }],
  ['a redirect', { status: 302, headers: { Location: 'https://elsewhere.example/' } }, { code: 'redirected' }],
])('%s is a problem', async (_name, reply, problem) => {
  server.answers['GET /x'] = reply;
  expect(await ask()).toEqual({ ok: false, problem: expect.objectContaining({ ...problem, host: server.host }) });
});

test('a reply without a length is cut off when it grows too large', async () => {
  let closed = false;
  server.answers['GET /x'] = {
    raw: (response) => {
      response.on('close', () => {
        closed = true;
      });
      const timer = setInterval(() => response.write('x'.repeat(300)), 5);
      response.on('close', () => clearInterval(timer));
    },
  };
  expect(await ask()).toEqual({ ok: false, problem: { code: 'reply-too-large', host: server.host } });
  await expect.poll(() => closed).toBe(true);
});

test.each(['silence', 'a body that never ends'])('%s is a timeout', async (what) => {
  server.answers['GET /x'] = { raw: (response) => what === 'silence' || response.write('{') };
  expect(await ask()).toEqual({ ok: false, problem: { code: 'timeout', host: server.host } });
});

test('a refused connection is unreachable, a broken one too', async () => {
  server.answers['GET /x'] = { raw: (response) => response.destroy() };
  expect(await ask()).toEqual({ ok: false, problem: { code: 'unreachable', host: server.host } });
  await server.close();
  expect(await ask()).toEqual({ ok: false, problem: { code: 'unreachable', host: server.host } });
});

test('credentials go to their own server only, also when it redirects', async () => {
  await using other = await startCannedServer({ 'GET /stolen': { body: {} } });
  server.answers['GET /x'] = { status: 307, headers: { Location: `${other.url}/stolen` } };
  const call = createAuthorisedHttp(http, server.url, { Authorization: 'Basic secret' });
  expect(await call('/x')).toMatchObject({ ok: false, problem: { code: 'redirected' } });
  expect(server.received[0]?.headers.authorization).toBe('Basic secret');
  expect(other.received).toEqual([]);
  await expect(createAuthorisedHttp(http, 'http://a', {})('.evil.example/')).rejects.toThrow();
});

test('no problem repeats a body or a secret', async () => {
  server.answers['GET /x'] = { status: 500, body: { echo: 'hunter2' } };
  const call = createAuthorisedHttp(http, server.url, { Authorization: 'hunter2' });
  expect(JSON.stringify(await call('/x?key=hunter2'))).not.toContain('hunter2');
});

test('cookies are neither sent nor kept, and redirects not followed unless asked for', async () => {
  const inits: (RequestInit | undefined)[] = [];
  const noting = createHttp({
    userAgent: 'Whereabouts/0.1.0 (Test)',
    fetch: async (_url, init) => {
      inits.push(init);
      return Response.json({});
    },
  });
  await noting.request({ url: new URL('https://chat.example') });
  await noting.request({ url: new URL('https://chat.example'), follow: true });
  expect(inits).toMatchObject([
    { credentials: 'omit', redirect: 'error' },
    { credentials: 'omit', redirect: 'follow' },
  ]);
});
