import type { WorkspaceStatusRow as FileRow, WorkspaceStatusImport } from '../../electron/contract/administration.ts';
import type { AccountState } from '../../electron/contract/app-state.ts';
import { PEOPLE } from '../../electron/contract/languages/en/people.ts';
import { WORKSPACE_STATUSES } from '../../electron/contract/languages/en/workspace-statuses.ts';
import { joined } from '../../electron/contract/texts/joined.ts';
import { problemText } from '../../electron/contract/texts/problem-texts.ts';
import { Button } from '../parts/button.tsx';
import { usePopup } from '../popup-context.ts';
import { workspaceAvailability } from './workspace-availability.ts';

const T = WORKSPACE_STATUSES.file;

interface Props {
  job: WorkspaceStatusImport;
  account: AccountState;
}

/** What a file would create, then what became of each of its rows. */
export function WorkspaceImportCard({ job, account }: Props) {
  const popup = usePopup();
  const wait = job.pausedUntil === null ? 0 : Math.ceil((job.pausedUntil - popup.now.value) / 1000);
  const todo = count(job, 'create', 'change', 'sending');
  const done = count(job, 'created', 'changed');
  const failed = count(job, 'rejected', 'cancelled');
  const run = (
    name: 'start-workspace-status-import' | 'cancel-workspace-status-import' | 'close-workspace-status-import',
  ) => void popup.run(name, { importId: job.id });
  const state = {
    preview: T.summary({ todo, rest: job.rows.length - todo }),
    running: T.running({ done: done + failed, count: done + failed + todo }),
    done: T.done({ done, failed }),
  }[job.phase];
  return (
    <section class="card job" aria-label={T.label({ name: job.fileName })}>
      <p class="job-title">
        <b>{T.label({ name: job.fileName })}</b>
      </p>
      {job.phase === 'running' && <progress aria-label={T.progress} value={done + failed} max={done + failed + todo} />}
      <p class="job-state" role="status">
        {joined(
          [state, wait > 0 && PEOPLE.job.paused({ seconds: wait })],
          job.phase === 'running' ? 'stop' : 'sentences',
        )}
      </p>
      <ul class="job-people" aria-label={T.rows}>
        {job.rows.map((row) => (
          <Row key={row.line} row={row} account={account} />
        ))}
      </ul>
      <div class="page-actions">
        {job.phase === 'preview' && todo > 0 && (
          <Button look="primary" onClick={() => run('start-workspace-status-import')}>
            {T.start({ count: todo })}
          </Button>
        )}
        {job.phase === 'running' && <Button onClick={() => run('cancel-workspace-status-import')}>{T.cancel}</Button>}
        {job.phase === 'done' && failed > 0 && (
          <Button onClick={() => run('start-workspace-status-import')}>{T.retry}</Button>
        )}
        {job.phase !== 'running' && (
          <Button look="plain" onClick={() => run('close-workspace-status-import')}>
            {T.close}
          </Button>
        )}
      </div>
    </section>
  );
}

function Row({ row, account }: { row: FileRow; account: AccountState }) {
  return (
    <li class={row.problem === null ? undefined : 'trouble'}>
      <span class="job-line">
        <span>
          {row.name || T.line({ line: row.line })}
          <small> {workspaceAvailability(account, row.availability)}</small>
        </span>
        <span class="job-outcome">{T.state[row.state]}</span>
      </span>
      {row.problem !== null && <p>{problemText(row.problem)}</p>}
    </li>
  );
}

function count(job: WorkspaceStatusImport, ...states: FileRow['state'][]): number {
  return job.rows.filter(({ state }) => states.includes(state)).length;
}
