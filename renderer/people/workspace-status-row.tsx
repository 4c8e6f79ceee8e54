import type { WorkspaceStatus } from '../../electron/contract/administration.ts';
import type { AccountState } from '../../electron/contract/app-state.ts';
import { WORKSPACE_STATUSES } from '../../electron/contract/languages/en/workspace-statuses.ts';
import { AvailabilityDot } from '../parts/availability.tsx';
import { Button } from '../parts/button.tsx';
import { usePopup } from '../popup-context.ts';
import { workspaceAvailability } from './workspace-availability.ts';

const T = WORKSPACE_STATUSES;

interface Props {
  status: WorkspaceStatus;
  account: AccountState;
  mayChange: boolean;
  copy: () => void;
}

export function WorkspaceStatusRow({ status, account, mayChange, copy }: Props) {
  const popup = usePopup();
  const words = (
    <>
      <span class="dot-room">
        <AvailabilityDot availability={status.availability} />
      </span>
      <span class="row-text">{status.name}</span>
      <span class="row-end">{workspaceAvailability(account, status.availability)}</span>
    </>
  );
  const open = () => popup.go({ name: 'workspace-status', accountId: account.id, statusId: status.id });
  return (
    <li class="preset-row workspace-row">
      {mayChange ? (
        <button type="button" class="preset-open" onClick={open}>
          <span class="sr-only">{T.edit} </span>
          {words}
        </button>
      ) : (
        <span class="preset-open">{words}</span>
      )}
      <Button look="plain" label={T.copyLong({ name: status.name })} onClick={copy}>
        {T.copy}
      </Button>
      {mayChange && (
        <button
          type="button"
          class="button plain close"
          aria-label={T.remove({ name: status.name })}
          onClick={() => void popup.run('delete-workspace-status', { accountId: account.id, statusId: status.id })}
        >
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <path d="m4 4 8 8m0-8-8 8" />
          </svg>
        </button>
      )}
    </li>
  );
}
