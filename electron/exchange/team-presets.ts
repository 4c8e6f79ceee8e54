import { createHash } from 'node:crypto';
import type { AccountService } from '../accounts/account-service.ts';
import { createListeners } from '../contract/listeners.ts';
import type { Preset } from '../contract/preset.ts';
import type { Problem } from '../contract/problem.ts';
import type { Result } from '../contract/result.ts';
import type { TeamPresets } from '../contract/team-presets.ts';
import type { Http } from '../servers/http.ts';
import type { Clock } from '../status/clock.ts';
import type { Store } from '../storage/store.ts';
import { NO_TEAM_PRESETS, type StoredTeamPresets, type TeamSource } from '../storage/team-presets-schema.ts';
import { findAccounts } from './file-accounts.ts';
import type { ReadFile } from './file-content.ts';
import { readFileText } from './read-file.ts';
import { parseTeamAddress, readTeamSource, shownSource, type TeamReading } from './team-source.ts';

export interface TeamPresetsService {
  get(): TeamPresets;
  find(presetId: string): Preset | null;
  /** The address that they come from; null where it is a file or there are none. */
  address(): string | null;
  source(): TeamSource | null;
  /** Takes a source, or none, and begins to read it. */
  use(source: TeamSource | null): Result<null>;
  useAddress(address: string): Result<null>;
  /** Reads the source anew, at most once an hour unless it is `asked` for. A file is read each time. */
  refresh(asked?: boolean): Promise<void>;
  /** From now on it is read by itself. */
  start(): void;
  stop(): void;
  onChange(listener: () => void): () => void;
}

export interface TeamPresetsDeps {
  store: Store<StoredTeamPresets>;
  accounts: Pick<AccountService, 'list'>;
  http: Pick<Http, 'request'>;
  clock: Clock;
}

const HOUR_MS = 60 * 60_000;
const LOOK_MS = 60_000;

/** Presets of a whole team, read from a file that somebody else keeps. */
export function createTeamPresets({ store, accounts, http, clock }: TeamPresetsDeps): TeamPresetsService {
  const changes = createListeners<null>();
  const changed = () => changes.tell(null);
  const content = rememberLast((text: string) => readFileText(text));
  let problem: Problem | null = null;
  let reading: Promise<void> | null = null;
  let triedAt: number | null = null;
  let cancelLook: (() => void) | null = null;
  let isRunning = false;

  function presets(): Preset[] {
    const { text } = store.get();
    const file = text === null ? null : content(text);
    return file?.ok ? toPresets(file.value, accounts.list()) : [];
  }

  async function read(source: TeamSource): Promise<void> {
    triedAt = clock.now();
    const answer = await readTeamSource(http, source, store.get());
    // The source may have been changed or taken away meanwhile.
    if (store.get().source !== source) return;
    const file = answer.ok ? content(answer.value.text ?? '') : answer;
    const isForTeams = file.ok && file.value.presets !== null && file.value.source === 'whereabouts';
    if (answer.ok && isForTeams) keep(source, answer.value);
    problem = file.ok ? (isForTeams ? null : { code: 'import-file', reason: 'no-presets' }) : file.problem;
  }

  /** A file is read each time somebody looks, and needs no writing while it stays as it is. */
  function keep(source: TeamSource, { text, etag, lastModified }: TeamReading): void {
    if (source.kind === 'file' && text === store.get().text) return;
    store.set({ source, text, etag, lastModified, readAt: clock.now() });
  }

  function isDue({ kind }: TeamSource): boolean {
    const last = Math.max(triedAt ?? 0, store.get().readAt ?? 0);
    const passed = clock.now() - last;
    // A clock that was set back must not keep it from being read for years.
    return kind === 'file' || passed >= HOUR_MS || passed < 0;
  }

  function refresh(asked = false): Promise<void> {
    const { source } = store.get();
    if (source === null || (!asked && !isDue(source))) return Promise.resolve();
    if (reading !== null) return reading;
    const mine = read(source).finally(() => {
      if (reading === mine) reading = null;
      changed();
    });
    reading = mine;
    if (source.kind === 'address') changed();
    return mine;
  }

  function use(source: TeamSource | null): Result<null> {
    const saved = store.set({ ...NO_TEAM_PRESETS, source });
    problem = null;
    reading = null;
    void refresh(true);
    look();
    changed();
    return saved;
  }

  /** Wakes up only while there is something to ask for. */
  function look(): void {
    cancelLook?.();
    const isNeeded = isRunning && store.get().source?.kind === 'address';
    cancelLook = isNeeded ? clock.after(LOOK_MS, () => void refresh().finally(look)) : null;
  }

  return {
    get() {
      const { source, text, readAt } = store.get();
      const file = text === null ? null : content(text);
      return {
        source: source === null ? null : { kind: source.kind, shown: shownSource(source) },
        name: file?.ok ? file.value.name : null,
        ...{ presets: presets(), readAt, reading: reading !== null, problem },
      };
    },
    find: (id) => presets().find((preset) => preset.id === id) ?? null,
    address() {
      const { source } = store.get();
      return source?.kind === 'address' ? source.at : null;
    },
    useAddress(address) {
      const parsed = parseTeamAddress(address);
      return parsed.ok ? use({ kind: 'address', at: parsed.value }) : parsed;
    },
    source: () => store.get().source,
    use,
    refresh,
    start() {
      isRunning = true;
      void refresh();
      look();
    },
    stop() {
      isRunning = false;
      look();
    },
    onChange: changes.add,
  };
}

/** Without those for servers on which the user has no account: setting them would set nothing. */
function toPresets({ presets }: ReadFile, accounts: ReturnType<AccountService['list']>): Preset[] {
  const seen = new Map<string, number>();
  return (presets ?? []).flatMap(({ accounts: wanted, ...preset }) => {
    const { ids, missing } = findAccounts(wanted, accounts);
    const name = createHash('sha256')
      .update(JSON.stringify([preset.text, preset.emoji]))
      .digest('hex')
      .slice(0, 16);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    const id = `team-${name}${times > 1 ? `-${times}` : ''}`;
    return ids === null && missing.length > 0 ? [] : [{ ...preset, id, accountIds: ids }];
  });
}

/** Snapshots are made often, and a file may hold hundreds. */
function rememberLast<T>(work: (text: string) => T): (text: string) => T {
  let last: { text: string; value: T } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, value: work(text) };
    return last.value;
  };
}
