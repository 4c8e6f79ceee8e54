import type { AccountService } from '../accounts/account-service.ts';
import type { Problem } from '../contract/problem.ts';
import type { Result } from '../contract/result.ts';
import type { ReportedStatus } from '../contract/status.ts';
import type { ChatServer } from '../servers/chat-server.ts';
import { afterFailure, retryDelayMs, staggerMs } from './back-off.ts';
import type { Clock } from './clock.ts';
import { type DesiredRecord, endOf } from './desired-record.ts';
import type { DesiredStatuses } from './desired-statuses.ts';
import { freshReport, type ReportedStatuses } from './reported-statuses.ts';
import { decideGuarded, mayStandOnceApplied, shifted, stands, targetOf, toTellAnew, wishToEnd } from './wishes.ts';

/** One look at the clock a minute is enough: a nearer deadline sets its own. */
const LONGEST_TICK_MS = 60_000;
/** Clocks are adjusted by fractions of a second all the time; more than this is a jump. */
const JUMP_MS = 1_000;
/** A request can be under way for this long, and its end be over when it arrives. */
const LONGEST_WAY_MS = 30_000;

export interface Reconciler {
  /** Looks at these accounts' wishes now; a wish whose time has not come is left alone. */
  reconcile(accountIds: Iterable<string>): void;
  /** Tries what waits or was rejected at once: after wake-up, when the network is back, on the user's word. */
  retryNow(accountIds?: Iterable<string>): void;
  /** Notices that the clock on the wall was set. To be called before an end is counted from it. */
  followClock(): void;
  /** Settles when nothing is being sent. */
  settled(): Promise<void>;
  isSending(accountId: string): boolean;
  stop(): void;
}

export interface ReconcilerDeps {
  accounts: AccountService;
  desired: DesiredStatuses;
  reports: ReportedStatuses;
  clock: Clock;
}

/**
 * Makes each account's server agree with its desired status, and keeps trying until it does, is told no, or is
 * superseded. Accounts go their own ways: one never waits for another.
 */
export function createReconciler({ accounts, desired, reports, clock }: ReconcilerDeps): Reconciler {
  const sending = new Map<string, Promise<void>>();
  let cancelTick = () => {};
  let stopped = false;
  let offset = clock.now() - clock.steady();

  function reconcile(ids: Iterable<string>): void {
    for (const id of ids) start(id);
    schedule();
  }

  function start(id: string): void {
    if (stopped || sending.has(id)) return;
    endWhatIsOver(id);
    if (!isDue(desired.get(id), clock.now())) return;
    // What throws is a fault of ours: said, and not tried again in a circle.
    const giveUp = () => desired.note(id, { phase: 'rejected', problem: { code: 'internal' } });
    const work = attempt(id)
      .catch(giveUp)
      .finally(() => {
        sending.delete(id);
        // A newer wish may have come meanwhile; the news that sending is over is due in any case.
        desired.note(id, {});
        reconcile([id]);
      });
    sending.set(id, work);
  }

  function endWhatIsOver(id: string): void {
    const record = desired.get(id);
    const end = record === null ? null : endOf(record);
    if (record !== null && end !== null && end <= clock.now()) desired.put([[id, wishToEnd(record, clock.now())]]);
  }

  async function attempt(id: string): Promise<void> {
    const record = desired.get(id);
    if (record === null) return;
    const server = await accounts.server(id);
    if (!server.ok) return failed(id, record, server.problem);
    const reported = record.guarded ? await freshReport(reports, id) : null;
    if (reported?.ok === false) return failed(id, record, reported.problem);
    const known = reported?.value ?? reports.get(id).reported;
    const target = targetOf(record, known, server.value);
    const endsByItself = accounts.find(id)?.capabilities.endsByItself ?? false;
    const step =
      reported === null
        ? 'write'
        : decideGuarded(record, target, reported.value, server.value, endsByItself, clock.now());
    if (!isStill(id, record)) return;
    if (step === 'leave') return settle(id, record, { phase: 'superseded' });
    if (step === 'done') return settle(id, record, { phase: 'applied', ours: [record.status] });
    answered(id, record, await server.value.writeStatus(target, known));
  }

  function answered(id: string, record: DesiredRecord, answer: Result<ReportedStatus>): void {
    if (answer.ok) reports.note(id, answer.value);
    if (!isStill(id, record)) return;
    const endsByItself = accounts.find(id)?.capabilities.endsByItself ?? false;
    const ours = mayStandOnceApplied(record, endsByItself);
    if (answer.ok) settle(id, record, { phase: 'applied', ours, previous: null });
    else failed(id, record, answer.problem);
  }

  function settle(id: string, record: DesiredRecord, outcome: Partial<DesiredRecord>): void {
    if (!isStill(id, record)) return;
    desired.note(id, { problem: null, nextTryAt: null, paused: false, at: clock.now(), ...outcome });
  }

  function failed(id: string, record: DesiredRecord, problem: Problem): void {
    if (problem.code === 'end-in-the-past' && isAboutOver(record, clock.now())) {
      if (isStill(id, record)) desired.put([[id, wishToEnd(record, clock.now())]]);
      return;
    }
    const reaction = afterFailure(problem);
    if (reaction === 'pause') accounts.markSignedOut(id);
    const failedTries = record.failedTries + 1;
    const nextTryAt = reaction === 'retry' ? clock.now() + waitMs(id, problem, failedTries) : null;
    const phase = reaction === 'give-up' ? 'rejected' : 'pending';
    settle(id, record, { phase, problem, failedTries, nextTryAt, paused: reaction === 'pause' });
  }

  function waitMs(id: string, problem: Problem, failedTries: number): number {
    const own = retryDelayMs(failedTries, clock.random());
    if (problem.code !== 'rate-limited') return own;
    // Half a second more than asked: servers round their waits down. Several accounts behind one address share its limit.
    return Math.max(own, (problem.waitMs ?? 0) + 500) + staggerMs(waitingAt(id));
  }

  function waitingAt(id: string): number {
    const url = accounts.find(id)?.serverUrl;
    const waits = ([other, { problem }]: [string, DesiredRecord]) =>
      other !== id && problem?.code === 'rate-limited' && accounts.find(other)?.serverUrl === url;
    return desired.all().filter(waits).length;
  }

  function isStill(id: string, record: DesiredRecord): boolean {
    return desired.get(id)?.wish === record.wish;
  }

  function schedule(): void {
    cancelTick();
    cancelTick = () => {};
    const deadlines = desired.all().flatMap(([id, record]) => (sending.has(id) ? [] : nextLookAt(record)));
    if (stopped || deadlines.length === 0) return;
    const wait = Math.min(...deadlines) - clock.now();
    cancelTick = clock.after(Math.min(LONGEST_TICK_MS, Math.max(0, wait)), tick);
  }

  function tick(): void {
    followClock();
    reconcile(desired.all().map(([id]) => id));
  }

  /** Ends given as a length move along when the clock on the wall is set, and so do the waits. */
  function followClock(): void {
    const jump = clock.now() - clock.steady() - offset;
    if (Math.abs(jump) <= JUMP_MS) return;
    offset += jump;
    desired.put(desired.all().map(([id, record]) => [id, afterJump(id, record, jump)]));
  }

  function afterJump(id: string, record: DesiredRecord, jump: number): DesiredRecord {
    const isKeptThere = record.phase === 'applied' && (accounts.find(id)?.capabilities.endsByItself ?? false);
    // A server that has been told of a moment ends it by its own clock, which has not been set.
    const isMoment = record.aim === 'show' && record.status.until !== null && !record.endIsLength;
    return isKeptThere && isMoment ? toTellAnew(record) : shifted(record, jump);
  }

  function retryNow(ids: Iterable<string> = desired.all().map(([id]) => id)): void {
    followClock();
    const all = [...ids];
    for (const id of all) {
      const record = desired.get(id);
      if (record === null || sending.has(id)) continue;
      const waits = record.phase === 'pending' && !(record.paused && accounts.signInState(id) === 'needed');
      if (waits || record.phase === 'rejected') desired.note(id, { phase: 'pending', nextTryAt: null, paused: false });
    }
    reconcile(all);
  }

  // What the server reports later settles whether ours still stands there.
  const unlisten = reports.onReport((id) => {
    const record = desired.get(id);
    const { reported } = reports.get(id);
    if (record === null || reported === null || sending.has(id)) return;
    void accounts.server(id).then((server) => {
      if (server.ok && isStill(id, record) && !sending.has(id)) noteShown(id, server.value, reported);
    });
  });

  function noteShown(id: string, server: ChatServer, reported: ReportedStatus): void {
    const record = desired.get(id);
    if (record === null || record.aim === 'put-back') return;
    const isThere = stands(record.status, server.holds(reported), server);
    if (record.phase === 'applied' && !isThere) settle(id, record, { phase: 'superseded' });
    else if (record.phase === 'superseded' && isThere) settle(id, record, { phase: 'applied', ours: [record.status] });
    else return;
    schedule();
  }

  return {
    reconcile,
    retryNow,
    followClock,
    isSending: (id) => sending.has(id),
    async settled() {
      while (sending.size > 0) await Promise.all(sending.values());
    },
    stop() {
      stopped = true;
      cancelTick();
      unlisten();
    },
  };
}

function isDue(record: DesiredRecord | null, now: number): boolean {
  return record?.phase === 'pending' && !record.paused && (record.nextTryAt ?? 0) <= now;
}

function isAboutOver({ status: { until } }: DesiredRecord, now: number): boolean {
  return until !== null && until <= now + LONGEST_WAY_MS;
}

/** When this record wants to be looked at again. */
function nextLookAt(record: DesiredRecord): number[] {
  const end = endOf(record);
  const retry = record.phase === 'pending' && !record.paused ? (record.nextTryAt ?? 0) : null;
  return [end, retry].filter((at) => at !== null);
}
