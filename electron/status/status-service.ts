import type { AccountService } from '../accounts/account-service.ts';
import { chosenAccounts } from '../contract/chosen-accounts.ts';
import { isLength, resolveDuration } from '../contract/duration.ts';
import type { DurationRule } from '../contract/preset.ts';
import { fail, ok, type Result } from '../contract/result.ts';
import type { Status } from '../contract/status.ts';
import type { Clock } from './clock.ts';
import { type DesiredRecord, endOf, running } from './desired-record.ts';
import type { DesiredStatuses } from './desired-statuses.ts';
import type { Reconciler } from './reconciler.ts';
import type { ReportedStatuses } from './reported-statuses.ts';
import type { UndoOffer } from './undo-offer.ts';
import { emptyStatus, isEmpty, shifted, toTellAnew, wishFor, wishToClear, wishToEnd, wishToUndo } from './wishes.ts';

const MINUTE_MS = 60_000;
const LONGEST_QUIT_MS = 3_000;

export interface StatusService {
  /** Asks for a status; `accountIds` null means the chosen accounts. Answers when the wish is on disk. */
  set(status: Status, accountIds: string[] | null, duration: DurationRule | null): Result<null>;
  clear(accountIds: string[] | null): Result<null>;
  /** Moves the end of each running status that has one. */
  extend(minutes: number): Result<null>;
  /** Ends each running status now, as its `then` says, where the server still shows it. */
  end(): Result<null>;
  retry(accountId: string | null): Result<null>;
  /** After wake-up or when the network is back: overdue ends, waiting wishes, and what changed elsewhere meanwhile. */
  wake(): Promise<void>;
  /** Carries out the choice for quitting; gives up after 3 seconds. */
  quit(onQuit: 'keep' | 'clear'): Promise<void>;
}

export interface StatusServiceDeps {
  accounts: AccountService;
  desired: DesiredStatuses;
  reports: ReportedStatuses;
  reconciler: Reconciler;
  undo: UndoOffer;
  clock: Clock;
  chosenAccountIds: () => string[] | null;
  /** The words for the undo offer. */
  describe: (status: Status) => string;
}

/** What the popup, the menu and everything else ask for, turned into desired statuses. */
export function createStatusService(deps: StatusServiceDeps): StatusService {
  const { accounts, desired, reports, reconciler, undo, clock } = deps;

  function targets(accountIds: string[] | null): string[] {
    return chosenAccounts(accounts.list(), accountIds, deps.chosenAccountIds()).map(({ id }) => id);
  }

  function wish(ids: string[], label: string, make: (id: string, last: DesiredRecord | null) => DesiredRecord) {
    if (ids.length === 0) return fail<null>({ code: 'no-accounts' });
    const before = ids.map((id) => ({ id, record: desired.get(id), reported: reports.get(id).reported }));
    const wishes = before.map(({ id, record }): [string, DesiredRecord] => [id, make(id, record)]);
    desired.put(wishes);
    const offset = clock.now() - clock.steady();
    undo.offer('status-changed', label, () => takeBack(before, clock.now() - clock.steady() - offset));
    reconciler.reconcile(ids);
    return ok(null);
  }

  function takeBack(
    before: Array<{
      id: string;
      record: DesiredRecord | null;
      reported: ReturnType<ReportedStatuses['get']>['reported'];
    }>,
    jump: number,
  ) {
    reconciler.followClock();
    const wishes = before.flatMap(({ id, record, reported }): Array<[string, DesiredRecord]> => {
      const current = desired.get(id);
      return current === null
        ? []
        : [[id, wishToUndo(current, record && shifted(record, jump), reported, clock.now())]];
    });
    desired.put(wishes);
    reconciler.reconcile(wishes.map(([id]) => id));
    return ok(null);
  }

  function runningIds(needsEnd: boolean): string[] {
    const isRunning = ([, record]: [string, DesiredRecord]) =>
      needsEnd ? (endOf(record) ?? 0) > clock.now() : running(record) !== null;
    return desired
      .all()
      .filter(isRunning)
      .map(([id]) => id);
  }

  function extended(id: string, record: DesiredRecord, minutes: number): DesiredRecord {
    const until = Math.max(record.status.until ?? 0, clock.now()) + minutes * MINUTE_MS;
    const longer = { ...record, status: { ...record.status, until } };
    // Where the app does the ending, a later end is nothing the server has to hear of.
    const tell = record.phase === 'applied' && (accounts.find(id)?.capabilities.endsByItself ?? false);
    return tell ? toTellAnew(longer) : { ...longer, wish: record.wish + 1 };
  }

  return {
    set(status, accountIds, duration) {
      reconciler.followClock();
      if (isEmpty(status) && status.availability === null) return fail({ code: 'nothing-to-set' });
      const until = duration === null ? status.until : resolveDuration(duration, clock.now());
      if (until !== null && until <= clock.now()) return fail({ code: 'end-in-the-past' });
      const wanted = { ...status, text: status.text.trim(), until };
      const endIsLength = duration === null ? false : isLength(duration);
      return wish(targets(accountIds), deps.describe(wanted), (id, last) =>
        wishFor(wanted, endIsLength, last, reports.get(id).reported, clock.now()),
      );
    },
    clear(accountIds) {
      reconciler.followClock();
      const cleared = (last: DesiredRecord | null) =>
        emptyStatus(last !== null && running(last)?.status.availability === 'invisible');
      return wish(targets(accountIds), '', (_id, last) => wishToClear(cleared(last), last, clock.now()));
    },
    extend(minutes) {
      reconciler.followClock();
      const ids = runningIds(true).filter((id) => desired.get(id)?.phase !== 'rejected');
      if (ids.length === 0) return fail({ code: 'not-found' });
      desired.put(
        ids.flatMap((id) => {
          const record = desired.get(id);
          return record === null ? [] : [[id, extended(id, record, minutes)] as [string, DesiredRecord]];
        }),
      );
      reconciler.reconcile(ids);
      return ok(null);
    },
    end() {
      reconciler.followClock();
      const ids = runningIds(false);
      return ids.length === 0
        ? fail({ code: 'not-found' })
        : wish(ids, '', (_id, last) => wishToEnd(last as DesiredRecord, clock.now()));
    },
    retry(accountId) {
      reconciler.retryNow(accountId === null ? undefined : [accountId]);
      return ok(null);
    },
    async wake() {
      reconciler.retryNow();
      await reports.refresh(0);
    },
    async quit(onQuit) {
      reconciler.followClock();
      if (onQuit === 'clear') {
        const ids = runningIds(false);
        desired.put(ids.map((id) => [id, wishToEnd(desired.get(id) as DesiredRecord, clock.now())]));
        reconciler.reconcile(ids);
        await Promise.race([
          reconciler.settled(),
          new Promise<void>((resolve) => clock.after(LONGEST_QUIT_MS, resolve)),
        ]);
      }
      reconciler.stop();
      reports.stop();
      desired.flush();
    },
  };
}
