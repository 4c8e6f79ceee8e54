import type { AccountService } from '../../electron/accounts/account-service.ts';
import { openAdministration } from '../../electron/app/administration-services.ts';
import { createAppState } from '../../electron/app/app-state.ts';
import type { Account } from '../../electron/contract/account.ts';
import { DEFAULT_SETTINGS, NO_DESKTOP_FACTS } from '../../electron/contract/app-state.ts';
import { createListeners } from '../../electron/contract/listeners.ts';
import type { Outcome, Status } from '../../electron/contract/status.ts';
import { createDesiredStatuses, type StoredDesired } from '../../electron/status/desired-statuses.ts';
import { createPresetService, type StoredPresets } from '../../electron/status/preset-service.ts';
import { createRecentStatuses, type StoredRecents } from '../../electron/status/recent-statuses.ts';
import { createReconciler } from '../../electron/status/reconciler.ts';
import { createReportedStatuses } from '../../electron/status/reported-statuses.ts';
import { createStatusService } from '../../electron/status/status-service.ts';
import { createUndoOffer } from '../../electron/status/undo-offer.ts';
import type { StoredOthersEndings } from '../../electron/storage/others-endings-schema.ts';
import { ENGLISH_WORDS } from '../app/english-words.ts';
import { createFakeClock, type FakeClock, settle } from './fake-clock.ts';
import { createMemoryDisk, type MemoryDisk } from './memory-store.ts';
import { createScriptedServer, type ScriptedServer } from './scripted-server.ts';

/** A Monday at noon, local time. */
export const NOON = new Date(2026, 10, 23, 12, 0).getTime();

export function lunch(change: Partial<Status> = {}): Status {
  return {
    emoji: { kind: 'unicode', value: '🍔' },
    text: 'Lunch',
    availability: null,
    until: null,
    then: 'clear',
    ...change,
  };
}

export type StatusRoom = Awaited<ReturnType<typeof openStatusRoom>>;

export interface RoomOptions {
  accounts?: string[];
  live?: boolean;
  endsByItself?: boolean;
  clock?: FakeClock;
  disk?: MemoryDisk;
  servers?: Map<string, ScriptedServer>;
  /** All behind one address. */
  oneAddress?: boolean;
}

/** The whole status room over scripted servers, a disk in memory and a clock that the test turns. */
export async function openStatusRoom(options: RoomOptions = {}) {
  const clock = options.clock ?? createFakeClock(NOON);
  const disk = options.disk ?? createMemoryDisk();
  const ids = options.accounts ?? ['acme', 'club'];
  const servers =
    options.servers ?? new Map(ids.map((id) => [id, createScriptedServer({ live: options.live ?? false })]));
  const accounts = scriptedAccounts(ids, servers, options);
  const desired = createDesiredStatuses(disk.store<StoredDesired>('desired', { records: {} }));
  const reports = createReportedStatuses({ accounts, clock, mayAppearPresent: () => false });
  const reconciler = createReconciler({ accounts, desired, reports, clock });
  let lastId = 0;
  const newId = () => `id-${++lastId}`;
  const undo = createUndoOffer({ clock, newId });
  let chosen: string[] | null = null;
  const status = createStatusService({
    accounts,
    desired,
    reports,
    reconciler,
    undo,
    clock,
    chosenAccountIds: () => chosen,
    describe: ({ text }) => text,
  });
  const presets = createPresetService({
    store: disk.store<StoredPresets>('presets', { presets: null }),
    undo,
    newId,
    originalText: ENGLISH_WORDS.originalPreset,
  });
  const recents = createRecentStatuses({ store: disk.store<StoredRecents>('recents', { recents: [] }), newId });
  const silent = { onChange: () => () => {} };
  const state = createAppState({
    appVersion: '0.0.0',
    platform: 'linux',
    language: { tag: () => 'en', locale: () => 'en-GB' },
    accounts,
    desired,
    reports,
    reconciler,
    presets,
    teamPresets: {
      ...silent,
      get: () => ({ source: null, name: null, presets: [], readAt: null, reading: false, problem: null }),
    },
    recents,
    undo,
    settings: {
      ...silent,
      get: () => ({ ...DEFAULT_SETTINGS, shortcut: null, chosenAccountIds: chosen }),
    },
    desktop: () => NO_DESKTOP_FACTS,
    keychain: { state: () => 'ready', onState: () => () => {} },
    notices: { ...silent, list: () => [] },
    link: () => null,
    tryIt: () => false,
    administration: openAdministration({
      ...{ accounts, undo, clock, newId },
      othersEndings: disk.store<StoredOthersEndings>('others-endings', { endings: [] }),
    }),
  });

  return {
    clock,
    disk,
    servers,
    accounts,
    desired,
    reports,
    reconciler,
    status,
    undo,
    presets,
    recents,
    state,
    server: (id: string) => servers.get(id) as ScriptedServer,
    choose: (next: string[] | null) => {
      chosen = next;
    },
    account: (id: string) => state.get().accounts.find((account) => account.id === id),
    outcome: (id: string): Outcome['kind'] | undefined =>
      state.get().accounts.find((account) => account.id === id)?.outcome?.kind,
    async start() {
      await Promise.all(ids.map((id) => reports.follow(id)));
      reconciler.retryNow();
      await settle();
    },
    async settle() {
      await settle();
      await reconciler.settled();
      await settle();
    },
    /** The same disk and servers, a new process. What was only in memory is gone. */
    async restart() {
      reconciler.stop();
      reports.stop();
      const next = await openStatusRoom({ ...options, accounts: ids, clock, disk, servers });
      await next.start();
      return next;
    },
  };
}

function scriptedAccounts(ids: string[], servers: Map<string, ScriptedServer>, options: RoomOptions) {
  const changed = createListeners<null>();
  const signedOut = new Set<string>();
  const list = ids.map((id): Account => anAccount(id, options));
  const accounts = {
    list: () => list,
    find: (id: string) => list.find((account) => account.id === id) ?? null,
    signInState: (id: string) => (signedOut.has(id) ? 'needed' : 'signed-in'),
    async server(id: string) {
      const server = servers.get(id);
      if (server === undefined || signedOut.has(id)) return { ok: false, problem: { code: 'signed-out' } };
      return { ok: true, value: server };
    },
    markSignedOut(id: string) {
      signedOut.add(id);
      changed.tell(null);
    },
    refresh: async () => ({ ok: true, value: null }),
    onChange: changed.add,
    signInAgain(id: string) {
      signedOut.delete(id);
      changed.tell(null);
    },
  };
  return accounts as typeof accounts & AccountService;
}

function anAccount(id: string, { endsByItself = false, oneAddress = false }: RoomOptions): Account {
  return {
    id,
    kind: endsByItself ? 'rocket-chat' : 'zulip',
    serverUrl: oneAddress ? 'https://chat.example' : `https://${id}.example`,
    serverName: id,
    serverIcon: null,
    userId: '1',
    login: `you@${id}.example`,
    fullName: 'You',
    credential: 'api-key',
    demo: false,
    capabilities: {
      serverVersion: '11.4',
      featureLevel: 421,
      textLimit: { max: 60, counting: 'code-points', emojiCounts: false },
      availabilities: ['online', 'invisible'],
      availabilityNames: { online: 'Available', invisible: 'Invisible' },
      endsByItself,
      mayChangeText: true,
    },
  };
}
