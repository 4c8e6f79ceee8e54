import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { AccountState } from '../../electron/contract/app-state.ts';
import type { BuiltApp } from './built-app.ts';
import type { Command } from './kill-expectation.ts';
import type { HomeServer } from './kill-home.ts';
import type { Random } from './random.ts';

/** What the kill is to fall into. */
export type Plan = 'set' | 'end now' | 'end on time' | 'retry';

/** One life of the app: a command, and a kill while it is carried out. */
export interface Life {
  app: BuiltApp;
  servers: HomeServer[];
  random: Random;
  plan: Plan;
  command: Command;
  /** When a status with a near end ends, in milliseconds since the epoch. */
  endsAt: number;
}

/** Enough for all that a wish starts, and short enough to fall into its middle. */
const LONGEST_MS = 40;
const SLOWEST_REPLY_MS = 15;
const HOUR_MS = 3_600_000;
const WRITES = { method: 'POST', path: 'tatus' };
const patiently = { timeout: 60_000, interval: 20 };

/** Gives the command and kills in its middle. Answers whether the wish was said to be kept; null: it was killed first. */
export async function liveUntilKilled(life: Life): Promise<boolean | null> {
  const { app, plan, random, servers, endsAt } = life;
  const longer = random.number() * LONGEST_MS;
  const slowReplies = servers.map(() => (random.number() < 0.5 ? random.number() * SLOWEST_REPLY_MS : null));
  const slowDown = () => {
    for (const [index, delayMs] of slowReplies.entries()) {
      if (delayMs !== null) servers[index]?.faults.next({ ...WRITES, delayMs });
    }
  };
  if (plan === 'retry') for (const { faults } of servers) faults.next({ ...WRITES, status: 500, body: 'Oops' });
  if (plan === 'set' || plan === 'end now') slowDown();
  let isKept: boolean | null = null;
  const answered = ask(life).then(
    (ok) => {
      isKept = ok;
    },
    // Killed before it could answer.
    () => {},
  );
  if (plan === 'retry' || plan === 'end on time') {
    await answered;
    // What starts up beside this may be quicker with the next try.
    const kinds = plan === 'retry' ? ['waiting', 'applied'] : ['applied'];
    await expect.poll(() => othersThan(kinds, app), patiently).toEqual([]);
    slowDown();
  }
  if (plan === 'retry') void app.run('retry', { accountId: null }).catch(() => {});
  if (plan === 'end on time') await sleep(Math.max(0, endsAt - Date.now()));
  await sleep(longer);
  await app.kill();
  await answered;
  for (const { faults } of servers) faults.clear();
  return isKept;
}

/** Answers whether the app says that it has kept the wish. */
async function ask({ app, command, endsAt }: Life): Promise<boolean> {
  if (command.kind === 'end') return (await app.run('end-status', null)).ok;
  const { text, end, then } = command;
  const until = { none: null, far: Date.now() + HOUR_MS, near: endsAt }[end];
  const status = { emoji: null, text, availability: null, until, then };
  return (await app.run('set-status', { status, accountIds: null })).ok;
}

/** The outcomes that are still to come. */
async function othersThan(kinds: string[], app: BuiltApp): Promise<unknown[]> {
  const { accounts } = await app.state();
  return accounts.flatMap(({ outcome }) => (kinds.includes(outcome?.kind ?? '') ? [] : [outcome]));
}

/** Waits until the app has nothing left to do. */
export async function rest(app: BuiltApp): Promise<AccountState[]> {
  let accounts: AccountState[] = [];
  const restless = async () => {
    ({ accounts } = await app.state());
    return accounts.filter((account) => !isAtRest(account)).map(({ kind, outcome }) => ({ kind, outcome }));
  };
  await expect.poll(restless, patiently).toEqual([]);
  return accounts;
}

function isAtRest({ reported, reading, outcome, desired }: AccountState): boolean {
  const isDecided = outcome === null || outcome.kind === 'applied' || outcome.kind === 'superseded';
  const isOver = (desired?.until ?? Number.POSITIVE_INFINITY) <= Date.now();
  return reported !== null && !reading && isDecided && !isOver;
}
