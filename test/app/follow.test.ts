import { expect, onTestFinished, test } from 'vitest';
import { startDemoRocketChat } from '../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import { type DemoZulip, startDemoZulip } from '../../electron/demo/zulip/demo-zulip.ts';
import { createFakeClock } from '../status/fake-clock.ts';
import { openApp, passwordOf } from './open-app.ts';

const START = new Date(2026, 10, 23, 12, 0).getTime();
const patiently = { timeout: 15_000, interval: 5 };

async function openFollowing(switches: { heartbeatMs?: number } = {}) {
  const demo = await startDemoZulip({ switches });
  onTestFinished(() => demo.close());
  const app = await openApp({ clock: createFakeClock(START), signIn: [passwordOf('zulip', demo)] });
  await app.start();
  const [{ id } = { id: '' }] = app.accounts.list();
  await expect.poll(() => app.reports.get(id).live, patiently).toBe(true);
  return { demo, app, account: () => app.state.get().accounts[0], report: () => app.reports.get(id) };
}

/** As another client of the same person. */
async function setOnPhone(demo: DemoZulip, text: string): Promise<void> {
  const { login, token } = demo.credentials.you;
  const reply = await fetch(`${demo.url}/api/v1/users/me/status`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${login}:${token}`)}` },
    body: new URLSearchParams({ status_text: text }),
  });
  expect(reply.status).toBe(200);
}

const paths = (demo: DemoZulip) => demo.received.requests.map(({ method, path }) => `${method} ${path}`);

/** Until what starting up asks for has been answered and only the poll is left. */
async function comeToRest(demo: DemoZulip): Promise<void> {
  await expect.poll(() => demo.queues.size, patiently).toBe(1);
  for (let before = -1; before !== demo.received.requests.length; ) {
    before = demo.received.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

test('a change made elsewhere appears without asking', async () => {
  const { demo, account } = await openFollowing();
  await comeToRest(demo);
  demo.received.clear();
  await setOnPhone(demo, 'From my phone');
  await expect.poll(() => account()?.reported?.text, patiently).toBe('From my phone');
  expect(paths(demo).filter((path) => path.startsWith('GET') && !path.endsWith('/events'))).toEqual([]);
});

test('a change made elsewhere overrules ours, and says so at once', async () => {
  const { demo, app, account } = await openFollowing();
  const lunch = { emoji: null, text: 'Lunch', availability: null, until: null, then: 'clear' } as const;
  app.status.set(lunch, null, null);
  await expect.poll(() => account()?.outcome?.kind, patiently).toBe('applied');
  await setOnPhone(demo, 'From my phone');
  await expect.poll(() => account()?.outcome?.kind, patiently).toBe('superseded');
  app.status.end();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(demo.state().you.text).toBe('From my phone');
});

test('a queue that the server has forgotten is replaced, and what changed meanwhile appears', async () => {
  const { demo, account } = await openFollowing();
  await comeToRest(demo);
  demo.queues.forgetAll();
  await setOnPhone(demo, 'Meanwhile');
  await expect.poll(() => account()?.reported?.text, patiently).toBe('Meanwhile');
  await expect.poll(() => demo.queues.size, patiently).toBe(1);
});

test('heartbeats keep the one queue of an account, and idle costs nothing but the held request', async () => {
  const { demo, report } = await openFollowing({ heartbeatMs: 150 });
  await comeToRestBesidePolls(demo);
  demo.received.clear();
  await new Promise((resolve) => setTimeout(resolve, 700));
  const polls = paths(demo);
  expect(polls.length).toBeGreaterThan(1);
  expect([...new Set(polls)]).toEqual(['GET /api/v1/events']);
  expect(new Set(demo.received.requests.map(({ query }) => new URLSearchParams(query).get('queue_id'))).size).toBe(1);
  expect(report().live).toBe(true);
  expect(demo.queues.size).toBe(1);
});

async function comeToRestBesidePolls(demo: DemoZulip): Promise<void> {
  const others = () => paths(demo).filter((path) => !path.endsWith('/events')).length;
  for (let before = -1; before !== others(); ) {
    before = others();
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}

test('the queue is given back when the app quits', async () => {
  const { demo, app } = await openFollowing();
  await comeToRest(demo);
  await app.quit();
  await expect.poll(() => demo.queues.size, patiently).toBe(0);
});

test('a new version, a new name and other rights are noticed at the next contact', async () => {
  const demo = await startDemoRocketChat({ version: '8.5' });
  onTestFinished(() => demo.close());
  const clock = createFakeClock(START);
  const app = await openApp({ clock, signIn: [passwordOf('rocket-chat', demo)] });
  await app.start();
  const account = () => app.state.get().accounts[0];
  expect(account()?.capabilities).toMatchObject({
    serverVersion: expect.stringMatching(/^8.5/),
    endsByItself: false,
    mayChangeText: true,
  });
  Object.assign(demo.switches, { version: '8.7', messageChange: false });
  demo.workspace.name = 'Lakeside';
  demo.received.clear();
  await app.facts.refresh();
  expect(demo.received.requests).toEqual([]);
  await clock.advance(11 * 60_000);
  await app.facts.refresh();
  expect(account()).toMatchObject({
    serverName: 'Lakeside',
    capabilities: { serverVersion: expect.stringMatching(/^8.7/), endsByItself: true, mayChangeText: false },
  });
});

test('only who asked for it looks present on Rocket.Chat, while the computer is in use', async () => {
  const demo = await startDemoRocketChat();
  onTestFinished(() => demo.close());
  const app = await openApp({ clock: createFakeClock(START), signIn: [passwordOf('rocket-chat', demo)] });
  await app.start();
  const [{ id } = { id: '' }] = app.accounts.list();
  const you = demo.workspace.people.find(({ username }) => username === demo.credentials.you.login);
  const connections = () => you?.connections;
  expect(connections()).toBe(0);
  app.settings.change({ presentAccountIds: [id] });
  await expect.poll(connections, patiently).toBe(1);
  await expect.poll(() => app.reports.get(id).live, patiently).toBe(true);
  app.setInUse(false);
  await expect.poll(connections, patiently).toBe(0);
  app.setInUse(true);
  await expect.poll(connections, patiently).toBe(1);
  app.settings.change({ presentAccountIds: [] });
  await expect.poll(connections, patiently).toBe(0);
});
