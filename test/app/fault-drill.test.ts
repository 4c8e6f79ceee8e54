import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import type { Services } from '../../electron/app/services.ts';
import { problemText } from '../../electron/contract/texts/problem-texts.ts';
import type { Fault } from '../../electron/demo/http/faults.ts';
import { startDemoRocketChat } from '../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import { startDemoZulip } from '../../electron/demo/zulip/demo-zulip.ts';
import { createFakeClock } from '../status/fake-clock.ts';
import { openApp, passwordOf } from './open-app.ts';

const START = new Date(2026, 10, 23, 12, 0).getTime();
const PATIENCE_MS = 400;
const WRITES = { zulip: '/users/me/status', 'rocket-chat': '/users.setStatus' } as const;
const JSON_TYPE = { 'Content-Type': 'application/json' };

/** The app waits 20 s for a reply; here somebody hangs up sooner, as the system does when the network has gone. */
function hangingUpOnce(path: string): typeof fetch {
  let isDone = false;
  return (url, init) => {
    if (isDone || !String(url).endsWith(path)) return fetch(url, init);
    isDone = true;
    const patience = AbortSignal.timeout(PATIENCE_MS);
    return fetch(url, { ...init, signal: AbortSignal.any([patience, ...(init?.signal ? [init.signal] : [])]) });
  };
}

async function openDrill(kind: keyof typeof WRITES, isSilent = false) {
  const clock = createFakeClock(START);
  const demo = kind === 'zulip' ? await startDemoZulip() : await startDemoRocketChat();
  onTestFinished(() => demo.close());
  const app = await openApp({
    clock,
    fetch: isSilent ? hangingUpOnce(WRITES[kind]) : fetch,
    signIn: [passwordOf(kind, demo)],
  });
  await app.start();
  const first = (services: Services) => services.state.get().accounts[0];
  return {
    demo,
    app,
    clock,
    account: () => first(app),
    outcome: () => first(app)?.outcome,
    writes: () => demo.received.requests.filter(({ method, path }) => method === 'POST' && path.endsWith(WRITES[kind])),
    fail: (fault: Fault) => demo.faults.next({ path: WRITES[kind], method: 'POST', ...fault }),
    set: (text: string) =>
      app.status.set({ emoji: null, text, availability: null, until: null, then: 'clear' }, null, null),
    /** Lets `ms` pass and what that starts come back. */
    async pass(ms: number) {
      await clock.advance(ms);
      await expect.poll(() => first(app)?.outcome?.kind, { timeout: 5_000, interval: 5 }).not.toBe('sending');
    },
  };
}

const FAULTS: [name: string, fault: Fault, code: string, words: RegExp][] = [
  ['a gateway’s page', { status: 502, body: '<h1>Bad gateway</h1>' }, 'server-error', /fault of its own \(502\)/],
  ['broken JSON', { body: '{"result": "succ', headers: JSON_TYPE }, 'bad-reply', /makes no sense/],
  ['a body cut off', { cutOff: true }, 'unreachable', /can’t be reached/],
  ['a body of 10 MB', { hugeBytes: 10_000_000 }, 'reply-too-large', /far more than was asked for/],
  ['silence', { hang: true }, 'timeout', /took too long/],
  ['a reset', { reset: true }, 'unreachable', /can’t be reached/],
  ['a redirect', { redirectTo: 'https://elsewhere.example/' }, 'redirected', /sends us on to another address/],
  ['a page to sign in to the Wi-Fi', { body: '<h1>Welcome</h1>' }, 'captive-portal', /answers in its place/],
  ['a portal that says so', { status: 511, body: '<h1>Pay</h1>' }, 'captive-portal', /answers in its place/],
];

const KINDS = ['zulip', 'rocket-chat'] as const;
const CASES = KINDS.flatMap((kind) => FAULTS.map((fault) => [kind, ...fault] as const));

test.each(CASES)('%s: %s is said in its own words and passes', async (kind, _name, fault, code, words) => {
  const drill = await openDrill(kind, fault.hang);
  drill.fail(fault);
  drill.set('Lunch');
  await drill.pass(0);
  const outcome = drill.outcome();
  if (outcome?.kind !== 'waiting') throw new Error(`It is ${outcome?.kind}.`);
  expect(outcome.problem.code).toBe(code);
  expect(problemText(outcome.problem)).toMatch(words);
  expect(outcome.nextTryAt).toBeGreaterThan(START);
  await drill.pass(2_000);
  expect(drill.outcome()?.kind).toBe('applied');
  expect(drill.demo.state().you.text).toBe('Lunch');
  expect(drill.writes()).toHaveLength(2);
});

test.each(KINDS)('%s: a storm of 429 is sat out as the server asks', async (kind) => {
  const drill = await openDrill(kind);
  const waitSeconds = 47.5;
  const body = { result: 'error', success: false, 'retry-after': waitSeconds };
  for (let time = 0; time < 4; time += 1) drill.fail({ status: 429, body });
  drill.set('Lunch');
  await drill.pass(0);
  for (let time = 1; time <= 4; time += 1) {
    const outcome = drill.outcome();
    if (outcome?.kind !== 'waiting') throw new Error(`It is ${outcome?.kind}.`);
    expect(problemText(outcome.problem)).toMatch(/asks us to slow down. Try again in 48 s/);
    expect(drill.writes()).toHaveLength(time);
    await drill.pass(47_900);
    expect(drill.writes()).toHaveLength(time);
    await drill.pass(100);
  }
  expect(drill.outcome()?.kind).toBe('applied');
  expect(drill.writes()).toHaveLength(5);
});

test.each(KINDS)('%s: a revoked secret waits for its user, and then goes on', async (kind) => {
  const drill = await openDrill(kind);
  drill.fail({
    status: 401,
    body: { result: 'error', code: 'INVALID_API_KEY', msg: 'Invalid API key', success: false, status: 'error' },
  });
  drill.set('Lunch');
  await drill.pass(0);
  const outcome = drill.outcome();
  if (outcome?.kind !== 'waiting') throw new Error(`It is ${outcome?.kind}.`);
  expect(outcome).toMatchObject({ problem: { code: 'signed-out' }, nextTryAt: null });
  expect(problemText(outcome.problem)).toMatch(/Sign in again/);
  expect(drill.account()?.signIn).toBe('needed');
  await drill.pass(3_600_000);
  expect(drill.writes()).toHaveLength(1);
  await drill.app.accounts.signIn(passwordOf(kind, drill.demo));
  await expect.poll(() => drill.outcome()?.kind, { timeout: 5_000 }).toBe('applied');
  expect(drill.demo.state().you.text).toBe('Lunch');
});

const TLS = [
  ['other-host.pem', /certificate of .* belongs to another address/],
  ['expired.pem', /certificate of .* has expired/],
] as const;

test.each(TLS)('the certificate %s is refused in its own words', async (file, words) => {
  const pem = (name: string) => readFileSync(new URL(`../servers/tls/${name}`, import.meta.url));
  // Issued by somebody this computer trusts, so that only its name or its date is wrong.
  const trusted = getCACertificates('default');
  setDefaultCACertificates([...trusted, pem(file).toString()]);
  onTestFinished(() => setDefaultCACertificates(trusted));
  const server = createServer({ key: pem('key.pem'), cert: pem(file) }, (_request, response) => response.end('{}'));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  onTestFinished(() => void server.close());
  const app = await openApp({ clock: createFakeClock(START), signIn: [] });
  const found = await app.accounts.findServer(`https://localhost:${(server.address() as AddressInfo).port}`);
  if (found.ok) throw new Error('It was trusted.');
  expect(found.problem.code).toBe('certificate');
  expect(problemText(found.problem)).toMatch(words);
});
