import type { WorkspaceStatusImport, WorkspaceStatusRow } from '../contract/administration.ts';
import { createListeners } from '../contract/listeners.ts';
import { fail, ok, type Result } from '../contract/result.ts';
import type { Clock } from '../status/clock.ts';
import { createPause, type Pause } from './pause.ts';
import { compareWithThere, readWorkspaceStatusFile } from './workspace-status-file.ts';
import type { WorkspaceStatusService } from './workspace-statuses.ts';

export interface WorkspaceStatusImports {
  list(): WorkspaceStatusImport[];
  /** Compares a file's text with what the workspace has. */
  open(accountId: string, fileName: string, text: string): Promise<Result<{ importId: string }>>;
  /** Sends what is to do, one row after the other; rows that were rejected by the server or cancelled are taken up again. */
  start(importId: string): Result<null>;
  cancel(importId: string): Result<null>;
  close(importId: string): Result<null>;
  forget(accountId: string): void;
  onChange(listener: () => void): () => void;
}

interface Running {
  view: WorkspaceStatusImport;
  pause: Pause;
  isCancelled: boolean;
  /** Lines that can't be sent as they stand in the file. */
  faulty: ReadonlySet<number>;
}

const TO_DO: readonly WorkspaceStatusRow['state'][] = ['create', 'change'];

export function createWorkspaceStatusImports(deps: {
  statuses: Pick<WorkspaceStatusService, 'list' | 'get' | 'save'>;
  clock: Clock;
  newId: () => string;
}): WorkspaceStatusImports {
  const { statuses, clock, newId } = deps;
  const imports = new Map<string, Running>();
  const changes = createListeners<null>();
  const changed = () => changes.tell(null);

  function show(job: Running, change: Partial<WorkspaceStatusImport>): void {
    job.view = { ...job.view, ...change };
    changed();
  }

  function showRow(job: Running, line: number, change: Partial<WorkspaceStatusRow>): void {
    show(job, { rows: job.view.rows.map((row) => (row.line === line ? { ...row, ...change } : row)) });
  }

  async function sendRow(job: Running, row: WorkspaceStatusRow): Promise<void> {
    const { accountId } = job.view;
    const twin = statuses.get(accountId).find(({ name }) => name === row.name);
    const saved = await job.pause.patiently(
      () => job.isCancelled,
      () => {
        showRow(job, row.line, { state: 'sending' });
        return statuses.save(accountId, twin?.id ?? null, row.name, row.availability);
      },
    );
    if (saved === null) return showRow(job, row.line, { state: 'cancelled' });
    if (!saved.ok) return showRow(job, row.line, { state: 'rejected', problem: saved.problem });
    showRow(job, row.line, { state: twin === undefined ? 'created' : 'changed', problem: null });
  }

  async function run(job: Running): Promise<void> {
    for (const row of job.view.rows.filter(({ state }) => TO_DO.includes(state))) {
      if (job.isCancelled) showRow(job, row.line, { state: 'cancelled' });
      else await sendRow(job, row);
    }
    show(job, { phase: 'done' });
  }

  async function open(accountId: string, fileName: string, text: string): Promise<Result<{ importId: string }>> {
    const there = await statuses.list(accountId);
    if (!there.ok) return there;
    const rows = readWorkspaceStatusFile(text, there.value);
    if (!rows.ok) return rows;
    const id = newId();
    const view: WorkspaceStatusImport = {
      ...{ id, accountId, fileName, rows: rows.value },
      ...{ phase: 'preview', pausedUntil: null },
    };
    const job: Running = {
      view,
      pause: createPause(clock, () => show(job, { pausedUntil: job.pause.until() })),
      isCancelled: false,
      faulty: new Set(rows.value.filter(({ state }) => state === 'rejected').map(({ line }) => line)),
    };
    imports.set(id, job);
    changed();
    return ok({ importId: id });
  }

  function start(importId: string): Result<null> {
    const job = imports.get(importId);
    if (job === undefined || job.view.phase === 'running') return fail({ code: 'not-found' });
    job.isCancelled = false;
    const there = statuses.get(job.view.accountId);
    const rows = job.view.rows.map((row) =>
      isOpen(row) && !job.faulty.has(row.line) ? compareWithThere(row, there) : row,
    );
    show(job, { phase: 'running', rows });
    void run(job);
    return ok(null);
  }

  function cancel(importId: string): Result<null> {
    const job = imports.get(importId);
    if (job === undefined) return fail({ code: 'not-found' });
    job.isCancelled = true;
    job.pause.wake();
    return ok(null);
  }

  return {
    list: () => [...imports.values()].map(({ view }) => view),
    open,
    start,
    cancel,
    close(importId) {
      const cancelled = cancel(importId);
      if (imports.delete(importId)) changed();
      return cancelled;
    },
    forget(accountId) {
      for (const { view } of [...imports.values()]) {
        if (view.accountId === accountId) {
          cancel(view.id);
          imports.delete(view.id);
        }
      }
    },
    onChange: changes.add,
  };
}

/** Not done yet, or refused by the server: that may go well now. */
function isOpen({ state }: WorkspaceStatusRow): boolean {
  return ['create', 'change', 'cancelled', 'rejected'].includes(state);
}
