import fc from 'fast-check';
import { afterAll, beforeAll, expect } from 'vitest';
import type { DurationRule } from '../../../electron/contract/preset.ts';
import type { Wish } from './expectation.ts';
import { type End, type Step, step } from './steps.ts';
import { type Life, openWorld } from './world.ts';

const MINUTE_MS = 60_000;

/** `npm run soak` tries ten times as many. */
export const SEQUENCES = 1_000 * Number(process.env.WHEREABOUTS_SOAK ?? 1);
/** Many times what they take on a quiet machine. */
export const LONGEST_MS = Math.max(600_000, SEQUENCES * 300);

/**
 * The same sequences in each `npm test`, so that a change is to blame for what fails; new ones in each soak. A failure
 * prints its seed, and WHEREABOUTS_SEED plays it again.
 */
const SEED = seedFrom(process.env);

function seedFrom({ WHEREABOUTS_SEED: asked, WHEREABOUTS_SOAK: soak }: NodeJS.ProcessEnv): number | null {
  if (asked !== undefined) return Number(asked);
  return soak === undefined ? 20_261_122 : null;
}

/** Plays random sequences against `groups` of servers, by turns; any breach of the expectation fails. */
export function sequencesAgainst(groups: string[][]): () => Promise<void> {
  let world: Awaited<ReturnType<typeof openWorld>>;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  return async () => {
    const group = fc.constantFrom(...groups);
    const steps = fc.array(step, { minLength: 1, maxLength: 14, size: 'max' });
    const property = fc.asyncProperty(group, steps, async (names, sequence) => {
      const life = await world.begin(world.servers.filter(({ name }) => names.includes(name)));
      for (const one of sequence) await play(life, one);
      await calmDown(life);
    });
    await fc.assert(property, { numRuns: SEQUENCES, ...(SEED !== null && { seed: SEED }) });
    expect.assertions(0);
  };
}

async function play(life: Life, one: Step): Promise<void> {
  if ('server' in one) await playAtServer(life, one);
  else if ('seconds' in one) await pass(life, one);
  else await ask(life, one);
  if (!('quick' in one && one.quick)) await life.rest();
}

async function ask(life: Life, one: Exclude<Step, { server: number } | { seconds: number }>): Promise<void> {
  const { accounts, wire } = life;
  const { status, undo, reports } = life.app();
  const each = (tell: (expectation: Life['accounts'][number]['expectation']) => void) => {
    for (const { expectation } of accounts) tell(expectation);
  };
  if (one.do === 'set') set(life, one);
  else if (one.do === 'clear') {
    each((expectation) => expectation.clear());
    status.clear(null);
  } else if (one.do === 'end') {
    each((expectation) => expectation.end());
    status.end();
  } else if (one.do === 'extend') {
    each((expectation) => expectation.extend(15 * MINUTE_MS));
    status.extend(15);
  } else if (one.do === 'undo') {
    const offer = undo.current();
    if (offer === null) return;
    each((expectation) => expectation.undo());
    undo.take(offer.id);
  } else if (one.do === 'retry') {
    each((expectation) => expectation.kick());
    status.retry(null);
  } else if (one.do === 'online') {
    wire.state.offline = false;
    each((expectation) => expectation.kick());
    void status.wake();
  } else if (one.do === 'offline') wire.state.offline = true;
  else if (one.do === 'refresh') void reports.refresh();
  else if (one.do === 'restart') await life.restart();
  else if (one.do === 'kill') await kill(life, one.turns);
}

async function kill(life: Life, turns: number): Promise<void> {
  // A jump that no process lived to notice can't be told from time that has passed: give it the minute it may take.
  if (life.hasJumped()) await life.rest().then(() => life.clock.advance(MINUTE_MS));
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  await life.kill();
}

function set(life: Life, one: Extract<Step, { do: 'set' }>): void {
  const { accounts, clock } = life;
  const { text, emoji, then, away } = one;
  const chosen = one.who === null ? accounts : accounts.slice(one.who % accounts.length).slice(0, 1);
  const words = `plan ${text}`;
  const wish: Wish = { message: `${emoji ? '🍔 ' : ''}${words}`, end: endOf(one.end, life), then };
  for (const { server, expectation } of accounts) {
    if (chosen.some((account) => account.server === server)) expectation.set(wish);
    else expectation.forgetUndo();
  }
  const ids = chosen.map(({ server }) => server.name);
  const status = {
    emoji: emoji ? ({ kind: 'unicode', value: '🍔' } as const) : null,
    text: words,
    availability: away ? ('away' as const) : null,
    until: null,
    then,
  };
  life.app().status.set(status, ids, ruleOf(one.end, clock.now()));
}

function endOf(end: End, { clock }: Life): Wish['end'] {
  if (end.kind === 'none') return null;
  const ms = end.minutes * MINUTE_MS;
  // A length goes by the time that passes, a moment by the clock on the wall.
  return end.kind === 'minutes'
    ? { clock: 'steady', at: clock.steady() + ms }
    : { clock: 'wall', at: clock.now() + ms };
}

function ruleOf(end: End, now: number): DurationRule {
  if (end.kind === 'none') return end;
  const { minutes } = end;
  return end.kind === 'minutes' ? { kind: 'minutes', minutes } : { kind: 'at', at: now + minutes * MINUTE_MS };
}

async function playAtServer(life: Life, one: Extract<Step, { server: number }>): Promise<void> {
  await life.rest();
  const account = life.accounts[one.server % life.accounts.length];
  if (account === undefined) return;
  const { server, expectation } = account;
  if (one.do === 'down' || one.do === 'up') server.faults.offline = one.do === 'down';
  else if (one.do === 'revoke') server.revoke();
  else if (one.do === 'lose-reply') life.wire.losing.add(server.url);
  else if (one.do === 'sign-in') {
    expectation.kick();
    void life.app().accounts.signIn(server.signInRequest);
  } else if (one.do === 'refuse') refuse(server.faults, one);
  // A server that ends statuses itself goes back to nothing, and somebody who clears shortly before looks just alike.
  else if (one.do === 'elsewhere' && !(one.clears && server.endsByItself)) {
    const message = one.clears ? '' : `from my phone ${Math.round(life.clock.steady() / 1_000)}`;
    server.showElsewhere(message);
    expectation.elsewhere(message);
  }
}

function refuse(faults: Life['accounts'][number]['server']['faults'], one: Extract<Step, { do: 'refuse' }>): void {
  const { status, times, waitSeconds } = one;
  for (let time = 0; time < times; time += 1) {
    if (status !== 429) faults.next({ status, body: '<h1>Not today</h1>' });
    else
      faults.next({
        status,
        body: { result: 'error', success: false, 'retry-after': waitSeconds },
        headers: { 'Retry-After': String(waitSeconds) },
      });
  }
}

async function pass(life: Life, one: Extract<Step, { seconds: number }>): Promise<void> {
  await life.rest();
  const ms = one.seconds * 1_000;
  if (one.do === 'wait') await life.clock.advance(ms);
  else if (one.do === 'sleep') {
    life.clock.sleep(ms);
    for (const { expectation } of life.accounts) expectation.kick();
    void life.app().status.wake();
  }
  // An end that a server keeps by its own, right clock has nothing to do with ours.
  else if (!life.accounts.some(({ server }) => server.endsByItself)) life.jump(ms);
}

/** Everything works again, everyone is signed in, and time enough passes for every retry. */
async function calmDown(life: Life): Promise<void> {
  const { accounts, wire, clock } = life;
  await life.rest();
  wire.state.offline = false;
  wire.losing.clear();
  for (const { server, expectation } of accounts) {
    server.faults.offline = false;
    server.faults.clear();
    expectation.kick();
  }
  const app = life.app();
  void app.status.wake();
  await life.rest();
  for (const { server, expectation } of accounts) {
    expectation.kick();
    if (app.accounts.signInState(server.name) === 'needed') void app.accounts.signIn(server.signInRequest);
  }
  await life.rest();
  await clock.advance(11 * MINUTE_MS);
  void app.reports.refresh(0);
  await life.rest();
  for (const { server, expectation } of accounts) {
    expectation.settled(app.state.get().accounts.find(({ id }) => id === server.name)?.outcome?.kind ?? null);
  }
  await app.quit();
}
