import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DemoRocketChat, startDemoRocketChat } from '../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import { type DemoZulip, startDemoZulip } from '../../electron/demo/zulip/demo-zulip.ts';
import type { IdleOrder, IdleReport } from './idle-app.ts';
import type { Bench } from './measurement.ts';

const ACCOUNTS = 10;
const IDLE_MS = Number(process.env.WHEREABOUTS_IDLE_SECONDS ?? 60) * 1000;
/** Signing in, first readings and opening the held connections are over by then. */
const SETTLE_MS = 5_000;
/** Of one account's status; each wish changes those of all ten. */
const FEW_CHANGES = 100;
const MANY_CHANGES = 10_000;
/** Of one processor. What an idle program may take before a battery or a fan would notice. */
const CPU_PERCENT = 0.5;
const HEAP_MB = 2;

const app = fileURLToPath(new URL('./idle-app.ts', import.meta.url));

/**
 * What the app costs while nothing happens: everything below its desktop, in a process of its own, signed in to ten
 * real servers and left alone; next to a process that holds nothing but a timer. Afterwards the heap: what thousands
 * of changes leave behind.
 */
export const idle: Bench = { name: 'idle', measure };

type Demo = DemoZulip | DemoRocketChat;

async function measure() {
  const demos = await Promise.all(Array.from({ length: ACCOUNTS }, (_, index) => startDemo(index)));
  const folder = await mkdtemp(join(tmpdir(), 'whereabouts-bench-'));
  try {
    // Both at the same time: what slows the machine slows both.
    const empty = idleProcess({ folder: null, signIns: [], ...WINDOW, wishes: [] });
    const own = await idleProcess(
      { folder, signIns: demos.map(signInOf), ...WINDOW, wishes: [FEW_CHANGES / ACCOUNTS, MANY_CHANGES / ACCOUNTS] },
      demos,
    );
    const cpu = own.cpuMs - (await empty).cpuMs;
    const [few = 0, many = 0] = own.heaps;
    return [
      {
        name: 'idle requests',
        unit: 'requests' as const,
        bound: 0,
        value: own.requests,
        detail: `besides held ones, ${ACCOUNTS} accounts in ${IDLE_MS / 1000} s`,
      },
      {
        name: 'idle processor time',
        unit: '%' as const,
        bound: CPU_PERCENT,
        value: (100 * Math.max(0, cpu)) / IDLE_MS,
        detail: `${own.cpuMs.toFixed(0)} ms to ${(await empty).cpuMs.toFixed(0)} ms of an empty process`,
      },
      {
        name: 'heap growth',
        unit: 'MB' as const,
        bound: HEAP_MB,
        value: (many - few) / 1e6,
        detail: `from ${FEW_CHANGES} changes to ${MANY_CHANGES}, ${(many / 1e6).toFixed(1)} MB then`,
      },
    ];
  } finally {
    await Promise.all(demos.map((demo) => demo.close()));
    await rm(folder, { recursive: true, force: true });
  }
}

const WINDOW = { settleMs: SETTLE_MS, idleMs: IDLE_MS };

function startDemo(index: number): Promise<Demo> {
  return index % 2 === 0 ? startDemoZulip() : startDemoRocketChat();
}

function signInOf(demo: Demo, index: number): IdleOrder['signIns'][number] {
  const { login, password } = demo.credentials.you;
  return { way: 'password', kind: index % 2 === 0 ? 'zulip' : 'rocket-chat', url: demo.url, login, password };
}

/** Runs a process to its end, and counts what the servers got during its idle time. */
function idleProcess(order: IdleOrder, demos: readonly Demo[] = []): Promise<IdleReport & { requests: number }> {
  const child = fork(app, { execArgv: ['--expose-gc'] });
  let requests = Number.NaN;
  return new Promise((resolve, reject) => {
    child.on('message', (message: 'idle-begins' | 'idle-ends' | IdleReport) => {
      if (message === 'idle-begins') for (const demo of demos) demo.received.clear();
      else if (message === 'idle-ends') requests = demos.flatMap(newRequests).length;
      else resolve({ ...message, requests });
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code !== 0) reject(new Error(`The idle process ended with ${code}.`));
    });
    child.send(order);
  });
}

/** A held request that was answered, by a heartbeat or an event, is asked anew: that is holding it. */
function newRequests({ received }: Demo): string[] {
  return received.requests.filter(({ method, path }) => !isHeld(method, path)).map(({ path }) => path);
}

function isHeld(method: string, path: string): boolean {
  return method === 'GET' && path.endsWith('/api/v1/events');
}
