import { assembleServices, type Services } from '../../../electron/app/services.ts';
import type { Account } from '../../../electron/contract/account.ts';
import { DEFAULT_SETTINGS, NO_DESKTOP_FACTS, type Settings } from '../../../electron/contract/app-state.ts';
import type { ChatServer } from '../../../electron/servers/chat-server.ts';
import { createServerKinds, type ServerKinds } from '../../../electron/servers/server-kinds.ts';
import type { Keychain } from '../../../electron/storage/keychain.ts';
import { NO_TEAM_PRESETS } from '../../../electron/storage/team-presets-schema.ts';
import { ENGLISH_WORDS } from '../../app/english-words.ts';
import { createFakeClock, type FakeClock } from '../fake-clock.ts';
import { createMemoryDisk, type MemoryDisk } from '../memory-store.ts';
import { createExpectation, type Expectation } from './expectation.ts';
import { isStatusWrite, type ModelServer, messageIn, plain, startModelServers } from './servers.ts';

const START = new Date(2026, 10, 23, 9, 0).getTime();
const NEVER = new Promise<never>(() => {});

/** Lasts as long as its test file: the servers, the clients, and a wire between them that can be cut. */
export async function openWorld() {
  let clock: FakeClock = createFakeClock(START);
  const wire = createWire();
  const kinds = createServerKinds({ fetch: wire.fetch, appVersion: '0.1.0', system: 'Test', now: () => clock.now() });
  // A server's clock is right, whatever becomes of ours.
  const servers = await startModelServers(kinds, () => START + clock.steady());
  return {
    servers,
    begin(chosen: ModelServer[]) {
      clock = createFakeClock(START, wire.rest);
      wire.reset();
      return beginLife({ clock, wire, kinds, servers: chosen });
    },
    close: () => Promise.all(servers.map(({ close }) => close())),
  };
}

type Wire = ReturnType<typeof createWire>;

interface Watch {
  sends(message: string): string;
  sent(wishId: string, arrived: boolean, gotAnswer: boolean, waitMs: number): void;
}

/** `fetch` with a plug; it knows when nothing is on its way. */
function createWire() {
  let onTheWay = 0;
  const watches = new Map<string, Watch>();
  const losing = new Set<string>();
  const state = { offline: false, trouble: null as Error | null, requests: 0 };

  async function exchange(url: string, init?: RequestInit): Promise<Response> {
    if (state.offline) throw new TypeError('fetch failed', { cause: new Error('connect ENETUNREACH') });
    state.requests += 1;
    // Without the client's patience: a test that gets no processor for a while is no silent server.
    const reply = await fetch(url, { ...init, signal: null });
    const body = await reply.arrayBuffer();
    return new Response([204, 304].includes(reply.status) ? null : body, reply);
  }

  async function watched(watch: Watch, origin: string, url: string, init: RequestInit): Promise<Response> {
    const message = messageIn(String(init.body));
    const wishId = watch.sends(message);
    let reply: Response;
    try {
      reply = await exchange(url, init);
    } catch (error) {
      watch.sent(wishId, false, false, 0);
      throw error;
    }
    const isLost = reply.ok && losing.delete(origin);
    watch.sent(wishId, reply.ok, !isLost, waitOf(reply));
    if (isLost) throw new TypeError('fetch failed', { cause: new Error('read ECONNRESET') });
    return reply;
  }

  return {
    state,
    isBusy: () => onTheWay > 0,
    losing,
    watches,
    reset() {
      Object.assign(state, { offline: false, trouble: null, requests: 0 });
      watches.clear();
      losing.clear();
    },
    async fetch(url: string, init: RequestInit = {}): Promise<Response> {
      const { origin } = new URL(url);
      const watch = isStatusWrite(url, init.method ?? 'GET') ? watches.get(origin) : undefined;
      onTheWay += 1;
      try {
        return await (watch === undefined ? exchange(url, init) : watched(watch, origin, url, init));
      } catch (error) {
        // What the model objects to must not pass for a fault of the network.
        if (!(error instanceof TypeError)) state.trouble ??= error as Error;
        throw error;
      } finally {
        onTheWay -= 1;
      }
    },
    async rest() {
      for (let quiet = 0; quiet < 4; quiet += 1) {
        await new Promise((resolve) => setImmediate(resolve));
        if (onTheWay > 0) quiet = -1;
      }
      if (state.trouble !== null) throw state.trouble;
    },
  };
}

function waitOf(reply: Response): number {
  if (reply.status !== 429) return 0;
  const reset = Number(reply.headers.get('x-ratelimit-reset') ?? Number.NaN);
  // A few real milliseconds pass between the answer and this.
  return reset > 0 ? reset - Date.now() - 200 : Number(reply.headers.get('retry-after')) * 1_000;
}

interface LifeDeps {
  clock: FakeClock;
  wire: Wire;
  kinds: ServerKinds;
  servers: ModelServer[];
}

export type Life = Awaited<ReturnType<typeof beginLife>>;

/** One user's life with the app: processes come and go, the disk and the servers stay. */
async function beginLife({ clock, wire, kinds, servers }: LifeDeps) {
  const disk = createMemoryDisk();
  const secrets = new Map(servers.map((server) => [server.name as string, server.reset()]));
  disk.store('accounts', { accounts: servers.map(({ account }) => account), signedOutIds: [] }).set({
    accounts: servers.map(({ account }) => account),
    signedOutIds: [],
  });
  let life = { alive: true };
  let jumpedAt = Number.NEGATIVE_INFINITY;
  const open = () => openApp({ clock, kinds, disk, secrets, life });
  let app: Services = open();
  const reported = (id: string) => {
    const report = app.reports.get(id).reported;
    return report === null ? null : plain(`${report.emoji === null ? '' : '🍔 '}${report.text}`);
  };
  const accounts = servers.map((server) => {
    const expectation: Expectation = createExpectation(server.name, server.endsByItself, () => ({
      shown: server.shown(),
      reported: reported(server.name),
      now: { wall: clock.now(), steady: clock.steady() },
    }));
    wire.watches.set(server.url, expectation);
    return { server, expectation };
  });

  const lives = {
    accounts,
    clock,
    wire,
    app: () => app,
    jump(ms: number) {
      clock.jump(ms);
      jumpedAt = clock.steady();
    },
    hasJumped: () => clock.steady() - jumpedAt < 60_000,
    async rest() {
      await wire.rest();
      const { accounts: states } = app.state.get();
      for (const { server, expectation } of accounts) {
        const state = states.find(({ id }) => id === server.name);
        expectation.rests(state?.outcome?.kind ?? null, state?.desired === null);
      }
    },
    async start() {
      void app.start();
      await lives.rest();
    },
    async restart() {
      // An answer that arrives while the app quits may come too late for its disk.
      const wasSending = app.state.get().accounts.some(({ outcome }) => outcome?.kind === 'sending');
      await app.quit();
      await lives.change(wasSending || wire.isBusy());
    },
    /** What is not on the disk by now is lost; requests that have left may still arrive. */
    kill: () => lives.change(true),
    async change(mayHaveMissedAnswers: boolean) {
      life.alive = false;
      await wire.rest();
      for (const { expectation } of accounts) expectation.nextProcess(mayHaveMissedAnswers);
      life = { alive: true };
      app = open();
      await lives.start();
    },
  };
  await lives.start();
  return lives;
}

type AppDeps = {
  clock: FakeClock;
  kinds: ServerKinds;
  disk: MemoryDisk;
  secrets: Map<string, string>;
  life: { alive: boolean };
};

function openApp({ clock, kinds, disk, secrets, life }: AppDeps): Services {
  const store = <T extends object>(name: string, defaults: T) => {
    const inner = disk.store(name, defaults);
    return { get: inner.get, set: (next: T) => (life.alive ? inner.set(next) : ({ ok: true, value: null } as const)) };
  };
  const settings: Settings = { ...DEFAULT_SETTINGS, shortcut: null };
  let lastId = 0;
  return assembleServices({
    folder: '/nowhere',
    stores: {
      settings: store('settings', settings),
      accounts: store('accounts', { accounts: [] as Account[], signedOutIds: [] as string[] }),
      presets: store('presets', { presets: null }),
      recents: store('recents', { recents: [] }),
      desired: store('desired', { records: {} }),
      emoji: store('emoji', { servers: {} }),
      othersEndings: store('others-endings', { endings: [] }),
      teamPresets: store('team-presets', NO_TEAM_PRESETS),
      nudges: store('nudges', { told: [] as string[] }),
      setAside: [],
    },
    http: { request: () => Promise.reject(new Error('Nobody asks for presets here.')) },
    kinds: mortal(kinds, life),
    keychain: memoryKeychain(secrets),
    clock: { ...clock, after: (ms, callback) => clock.after(ms, () => life.alive && callback()) },
    newId: () => `id-${++lastId}`,
    onSecret: () => {},
    startDemo: () => Promise.reject(new Error('No demo here.')),
    desktop: () => NO_DESKTOP_FACTS,
    appVersion: '0.1.0',
    system: 'Test',
    platform: 'linux',
    languages: ['en-GB'],
    words: ENGLISH_WORDS,
  });
}

/** The clients are shared by all processes of a life; a dead process hears no answers and sends nothing. */
function mortal(kinds: ServerKinds, life: { alive: boolean }): ServerKinds {
  const lasting =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      const answer = life.alive ? await call(...args) : await NEVER;
      return life.alive ? answer : NEVER;
    };
  const connect =
    (kind: keyof ServerKinds['clients']): ServerKinds['clients']['zulip']['connect'] =>
    (account, secret): ChatServer => {
      // Followed changes arrive in real time, so they have tests of their own: follow.test.ts.
      const { follow: _left, ...server } = kinds.clients[kind].connect(account, secret);
      const { readStatus, writeStatus, readFacts } = server;
      return {
        ...server,
        readStatus: lasting(readStatus),
        writeStatus: lasting(writeStatus),
        readFacts: lasting(readFacts),
      };
    };
  const { zulip, 'rocket-chat': rocketChat } = kinds.clients;
  return {
    ...kinds,
    clients: {
      zulip: { ...zulip, connect: connect('zulip') },
      'rocket-chat': { ...rocketChat, connect: connect('rocket-chat') },
    },
  };
}

function memoryKeychain(secrets: Map<string, string>): Keychain {
  return {
    state: () => 'ready',
    onState: () => () => {},
    check: async () => 'ready',
    async keep(id, secret) {
      secrets.set(id, secret);
      return 'ready';
    },
    async recall(id) {
      const secret = secrets.get(id);
      return secret === undefined ? { found: false, state: 'ready' } : { found: true, secret };
    },
    async forget(id) {
      secrets.delete(id);
    },
  };
}
