// A process of its own, told what to do by its parent: signs in, waits, and reports what the waiting cost. Without a
// folder it is the empty process that the app is held against.
import '../storage/without-electron.ts';
import type { Services } from '../../electron/app/services.ts';
import type { SignInRequest } from '../../electron/contract/account.ts';
import { NO_DESKTOP_FACTS } from '../../electron/contract/app-state.ts';

export interface IdleOrder {
  /** Where the app's files go; null runs no app. */
  folder: string | null;
  signIns: SignInRequest[];
  settleMs: number;
  idleMs: number;
  /** Ascending: after this many statuses were set on all accounts the heap is measured. */
  wishes: number[];
}

export interface IdleReport {
  /** User and system time of this process while it was idle. */
  cpuMs: number;
  /** Bytes after each number of wishes, with the garbage collected. */
  heaps: number[];
}

// Never outlives its parent.
process.once('disconnect', () => process.exit(1));
process.once('message', (order: IdleOrder) => void run(order));

async function run({ folder, signIns, settleMs, idleMs, wishes }: IdleOrder): Promise<void> {
  const services = folder === null ? null : await openApp(folder, signIns);
  await wait(settleMs);
  process.send?.('idle-begins');
  const before = process.cpuUsage();
  await wait(idleMs);
  const { user, system } = process.cpuUsage(before);
  process.send?.('idle-ends');
  const heaps = services === null ? [] : await heapsAfter(services, wishes);
  process.send?.({ cpuMs: (user + system) / 1000, heaps } satisfies IdleReport, () => process.exit(0));
}

async function openApp(folder: string, signIns: SignInRequest[]): Promise<Services> {
  const { createServices } = await import('../../electron/app/services.ts');
  const { realClock } = await import('../../electron/app/real-clock.ts');
  const { ENGLISH_WORDS } = await import('../app/english-words.ts');
  const { createKeychain } = await import('../../electron/storage/keychain.ts');
  const secrets = new Map<string, string>();
  const keytar = {
    getPassword: async (_service: string, account: string) => secrets.get(account) ?? null,
    setPassword: async (_service: string, account: string, secret: string) => void secrets.set(account, secret),
    deletePassword: async (_service: string, account: string) => secrets.delete(account),
  };
  const services = createServices({
    folder,
    fetch: (url, init) => fetch(url, init),
    keychain: createKeychain({ loadKeytar: async () => keytar, service: 'Whereabouts' }),
    clock: realClock,
    newId: () => crypto.randomUUID(),
    onSecret: () => {},
    startDemo: () => Promise.reject(new Error('No demo here.')),
    desktop: () => NO_DESKTOP_FACTS,
    appVersion: '0.1.0',
    system: 'Test',
    platform: 'linux',
    languages: ['en-GB'],
    words: ENGLISH_WORDS,
  });
  for (const request of signIns) {
    const step = await services.accounts.signIn(request);
    if (!step.ok) throw new Error(`Signing in failed: ${step.problem.code}`);
  }
  await services.start();
  return services;
}

/** Statuses set one after the other, each as soon as the last one is on disk; servers get the newest. */
async function heapsAfter(services: Services, counts: readonly number[]): Promise<number[]> {
  const heaps: number[] = [];
  let made = 0;
  for (const count of counts) {
    for (; made < count; made += 1) {
      const status = { emoji: null, text: `Change ${made}`, availability: null, until: null, then: 'clear' } as const;
      const result = services.status.set(status, null, null);
      if (!result.ok) throw new Error(`Change ${made} failed: ${result.problem.code}`);
      // Lets requests, answers and events in between.
      await new Promise((resolve) => setImmediate(resolve));
    }
    await settled(services);
    heaps.push(await collectedHeap());
  }
  return heaps;
}

async function settled({ state }: Services): Promise<void> {
  const isSettled = () => state.get().accounts.every(({ outcome }) => outcome?.kind === 'applied');
  while (!isSettled()) await wait(100);
  await wait(1000);
}

/** What is held by something: finalizers run between collections, and free what they held in the next. */
async function collectedHeap(): Promise<number> {
  if (globalThis.gc === undefined) throw new Error('Start this with --expose-gc.');
  for (let round = 0; round < 6; round += 1) {
    globalThis.gc();
    await wait(100);
  }
  return process.memoryUsage().heapUsed;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
