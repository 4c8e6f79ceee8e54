import { type AccountService, isSignedOut } from '../accounts/account-service.ts';
import { createListeners } from '../contract/listeners.ts';
import type { Problem } from '../contract/problem.ts';
import { ok, type Result } from '../contract/result.ts';
import type { ReportedStatus } from '../contract/status.ts';
import type { ChatServer, ServerEvent } from '../servers/chat-server.ts';
import type { Clock } from './clock.ts';

/** What is known of one account's status on its server. */
export interface Report {
  reported: ReportedStatus | null;
  /** When it was read, in milliseconds since the epoch. */
  reportedAt: number | null;
  reading: boolean;
  problem: Problem | null;
  /** True while the server tells each change by itself. */
  live: boolean;
}

type Follow = NonNullable<ChatServer['follow']>;

const UNKNOWN: Report = { reported: null, reportedAt: null, reading: false, problem: null, live: false };

/** A report this young is not asked for again: opening the popup twice costs one request. */
const YOUNG_MS = 15_000;

/** How long after our own change a server may still tell of the time before it. */
const LATE_NEWS_MS = 2_000;

export interface ReportedStatuses {
  get(accountId: string): Report;
  /** What was just written counts as reported. */
  note(accountId: string, status: ReportedStatus): void;
  /** Asks the server now. */
  read(accountId: string): Promise<Result<ReportedStatus>>;
  /** Reads every account whose report is not live or young. Never changes presence. */
  refresh(youngMs?: number): Promise<void>;
  /** Reads an account and follows its changes, where its server can tell them. */
  follow(accountId: string): Promise<void>;
  forget(accountId: string): void;
  onReport(listener: (accountId: string) => void): () => void;
  /** The server said that the organisation's own emoji have changed. */
  onEmojiChange(listener: (accountId: string) => void): () => void;
  /** The server said that the account's rights or its workspace's statuses have changed. */
  onAdministrationChange(listener: (accountId: string) => void): () => void;
  stop(): void;
}

/** What the servers last said, read when needed and followed where that costs nothing. */
export function createReportedStatuses(deps: {
  accounts: AccountService;
  clock: Clock;
  /** Whether the user wants to look present on this account just now. */
  mayAppearPresent: (accountId: string) => boolean;
}): ReportedStatuses {
  const { accounts, clock } = deps;
  const reports = new Map<string, Report>();
  const following = new Map<string, { server: ChatServer; way: 'quiet' | 'present'; stop: () => void }>();
  const reading = new Map<string, Promise<Result<ReportedStatus>>>();
  const written = new Map<string, { count: number; at: number }>();
  const changes = createListeners<string>();
  const emojiChanges = createListeners<string>();
  const administrationChanges = createListeners<string>();
  const get = (id: string) => reports.get(id) ?? UNKNOWN;

  function update(id: string, change: Partial<Report>): void {
    if (accounts.find(id) === null) return;
    reports.set(id, { ...get(id), ...change });
    changes.tell(id);
  }

  function note(id: string, reported: ReportedStatus): void {
    update(id, { reported, reportedAt: clock.now(), problem: null });
  }

  function noteWritten(id: string, reported: ReportedStatus): void {
    written.set(id, { count: (written.get(id)?.count ?? 0) + 1, at: clock.steady() });
    note(id, reported);
  }

  async function readNow(id: string): Promise<Result<ReportedStatus>> {
    update(id, { reading: true });
    const server = await accounts.server(id);
    const writes = written.get(id)?.count;
    const status = server.ok ? await server.value.readStatus() : server;
    // Asked before our own change and answered after it: that is how things were.
    if (status.ok && written.get(id)?.count !== writes) return readNow(id);
    if (status.ok) update(id, { reported: status.value, reportedAt: clock.now(), problem: null, reading: false });
    else update(id, { problem: status.problem, reading: false });
    if (!status.ok && isSignedOut(status.problem)) accounts.markSignedOut(id);
    return status;
  }

  function read(id: string): Promise<Result<ReportedStatus>> {
    const running = reading.get(id);
    if (running !== undefined) return running;
    const started = readNow(id).finally(() => reading.delete(id));
    reading.set(id, started);
    return started;
  }

  function hear(id: string, event: ServerEvent): void {
    // Just after our own change, news may still be of what was there before it; an answer to a question can't be.
    const justWritten = clock.steady() - (written.get(id)?.at ?? Number.NEGATIVE_INFINITY) < LATE_NEWS_MS;
    if (event.kind === 'status' && !justWritten) note(id, event.status);
    else if (event.kind === 'status') void read(id);
    else if (event.kind === 'status-changed') void read(id);
    else if (event.kind === 'facts-changed') void accounts.refresh(id);
    else if (event.kind === 'emoji-changed') emojiChanges.tell(id);
    else if (event.kind === 'administration-changed') administrationChanges.tell(id);
    else if (event.kind === 'connected') update(id, { live: true, problem: null });
    else {
      update(id, { live: false, problem: event.problem });
      if (isSignedOut(event.problem)) accounts.markSignedOut(id);
    }
  }

  function unfollow(id: string): void {
    following.get(id)?.stop();
    if (following.delete(id) && get(id).live) update(id, { live: false });
  }

  function wayToFollow(id: string, server: ChatServer): { way: 'quiet' | 'present'; begin: Follow } | null {
    if (server.follow !== undefined) return { way: 'quiet', begin: server.follow };
    if (server.appearPresent === undefined || !deps.mayAppearPresent(id)) return null;
    return { way: 'present', begin: server.appearPresent };
  }

  async function follow(id: string): Promise<void> {
    const server = await accounts.server(id);
    if (!server.ok) return update(id, { problem: server.problem });
    const wanted = wayToFollow(id, server.value);
    const present = following.get(id);
    if (present?.server === server.value && present.way === wanted?.way) return;
    unfollow(id);
    const stop = wanted?.begin((event) => hear(id, event));
    if (stop !== undefined && wanted !== null) following.set(id, { server: server.value, way: wanted.way, stop });
    await read(id);
  }

  async function refresh(youngMs = YOUNG_MS): Promise<void> {
    const due = accounts.list().filter(({ id }) => {
      const { live, reportedAt, reported } = get(id);
      if (accounts.signInState(id) === 'needed') return false;
      // A clock that was set back makes a report look younger than new.
      return reported === null || (!live && Math.abs(clock.now() - (reportedAt ?? 0)) >= youngMs);
    });
    await Promise.all(due.map(({ id }) => read(id)));
  }

  return {
    get,
    note: noteWritten,
    read,
    refresh,
    follow,
    forget(id) {
      unfollow(id);
      reports.delete(id);
    },
    onReport: changes.add,
    onEmojiChange: emojiChanges.add,
    onAdministrationChange: administrationChanges.add,
    stop() {
      for (const id of [...following.keys()]) unfollow(id);
    },
  };
}

/** The report where it is beyond doubt, else what the server says now. */
export async function freshReport(statuses: ReportedStatuses, accountId: string): Promise<Result<ReportedStatus>> {
  const report = statuses.get(accountId);
  return report.live && report.reported !== null ? ok(report.reported) : statuses.read(accountId);
}
