import { expect, onTestFinished, test } from 'vitest';
import type { AccountState } from '../../electron/contract/app-state.ts';
import { startBuiltApp } from './built-app.ts';
import { afterCommand, type Command, NOTHING, type Shown, setOnPhone } from './kill-expectation.ts';
import { type Home, openHome } from './kill-home.ts';
import { liveUntilKilled, type Plan, rest } from './life.ts';
import { createRandom, type Random } from './random.ts';

const KILLS = 200;
const SIDE_BY_SIDE = 4;
const LONGEST_MS = 600_000;
/** Soon enough to be over at the next start, and late enough to have been shown before. */
const NEAR_MS = { set: 90, 'end on time': 400 };

/** The commands and the moments follow from it; WHEREABOUTS_SEED plays them again. */
const SEED = Number(process.env.WHEREABOUTS_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** For each account, what it may show. */
type World = Shown[][];

test(
  `all accounts agree with what was asked for after each of ${KILLS} kills in the middle of it`,
  async () => {
    const tally: Record<Plan, number> = { set: 0, 'end now': 0, 'end on time': 0, retry: 0 };
    const homes = await Promise.all(Array.from({ length: SIDE_BY_SIDE }, openHome));
    onTestFinished(() => Promise.all(homes.map(({ leave }) => leave())).then(() => {}), LONGEST_MS);
    const runs = homes.map((home, index) =>
      keepKilling(home, createRandom(SEED + index), KILLS / SIDE_BY_SIDE, tally).catch((error: Error) => {
        throw new Error(`${error.message}\nTo play it again: WHEREABOUTS_SEED=${SEED}`, { cause: error });
      }),
    );
    await Promise.all(runs);
    console.log(`Seed ${SEED}; kills before all servers knew: ${JSON.stringify(tally)}`);
    // Else the kills would prove nothing.
    for (const kills of Object.values(tally)) expect(kills).toBeGreaterThan(0);
  },
  LONGEST_MS,
);

async function keepKilling(home: Home, random: Random, kills: number, tally: Record<Plan, number>): Promise<void> {
  const { servers } = home;
  let worlds: World[] = [servers.map(() => [NOTHING])];
  for (let count = 1; count <= kills + 1; count += 1) {
    const app = await startBuiltApp(home.folder);
    const now = agreeWithOne(worlds, await rest(app), servers);
    if (count > kills) return app.close();

    const plan = choosePlan(random, now);
    const command = chooseCommand(random, plan, `plan ${count}`);
    const endsAt = Date.now() + (plan === 'end on time' ? NEAR_MS[plan] : NEAR_MS.set);
    const isKept = await liveUntilKilled({ app, servers, random, plan, command, endsAt });
    const asBefore: World = now.map((shown) => [shown]);
    const wanted: World = now.map((shown) => afterCommand(shown, command));
    if (!servers.every((server, index) => wanted[index]?.some(({ text }) => text === server.shown()))) tally[plan] += 1;
    worlds = isKept === null ? [asBefore, wanted] : [isKept ? wanted : asBefore];
    if (plan.startsWith('end')) worlds = await changeElsewhere(home, random, worlds, `phone ${count}`);
  }
}

function choosePlan(random: Random, now: Shown[]): Plan {
  const plan = random.oneOf<Plan>(['set', 'end now', 'end on time', 'retry']);
  return plan === 'end now' && now.every(({ running }) => running === null) ? 'set' : plan;
}

function chooseCommand(random: Random, plan: Plan, text: string): Command {
  if (plan === 'end now') return { kind: 'end' };
  const then = random.oneOf(['clear', 'restore'] as const);
  if (plan === 'end on time') return { kind: 'set', text, end: 'near', then };
  const end = random.oneOf(plan === 'set' ? (['none', 'far', 'near'] as const) : (['none', 'far'] as const));
  return { kind: 'set', text, end, then };
}

/** While the app is dead, somebody changes some of the accounts: no ending may overwrite that. */
async function changeElsewhere({ servers }: Home, random: Random, worlds: World[], text: string): Promise<World[]> {
  const changed = servers.map(() => random.number() < 0.3);
  await Promise.all(servers.filter((_, index) => changed[index]).map((server) => server.setOnPhone(text)));
  return worlds.map((world) => world.map((shown, index) => (changed[index] ? [setOnPhone(text)] : shown)));
}

/** What is shown now, which has to be the same world for all accounts. */
function agreeWithOne(worlds: World[], accounts: AccountState[], servers: Home['servers']): Shown[] {
  const facts = servers.map((server) => {
    const account = accounts.find(({ serverUrl }) => serverUrl === server.url);
    return { shown: server.shown(), account };
  });
  for (const world of worlds) {
    const fitting = facts.flatMap(({ shown, account }, index) => {
      const fits = (wanted: Shown) => wanted.text === shown && account !== undefined && saysSo(account, wanted);
      return world[index]?.find(fits) ?? [];
    });
    if (fitting.length === servers.length) return fitting;
  }
  const said = facts.map(({ shown, account }) => ({
    ...{ shown, server: account?.capabilities.serverVersion, outcome: account?.outcome, desired: account?.desired },
    reported: account?.reported?.text,
  }));
  throw new Error(`The accounts are ${JSON.stringify(said, null, 1)}\nwhere ${JSON.stringify(worlds)} was asked for.`);
}

/** The app knows what is shown, and does not claim what others have put there. */
function saysSo({ reported, outcome, desired }: AccountState, wanted: Shown): boolean {
  if (reported?.text !== wanted.text) return false;
  return wanted.isTheirs ? desired === null : outcome === null || outcome.kind === 'applied';
}
