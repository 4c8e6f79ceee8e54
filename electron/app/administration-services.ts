import { createOthersEndings, type OthersEndings } from '../administration/others-endings.ts';
import { createPeople, type PeopleService } from '../administration/people.ts';
import { createRights, type RightsAccounts, type RightsService } from '../administration/rights.ts';
import {
  createWorkspaceStatusImports,
  type WorkspaceStatusImports,
} from '../administration/workspace-status-import.ts';
import { createWorkspaceStatuses, type WorkspaceStatusService } from '../administration/workspace-statuses.ts';
import type { Clock } from '../status/clock.ts';
import type { UndoOffer } from '../status/undo-offer.ts';
import type { StoredOthersEndings } from '../storage/others-endings-schema.ts';
import type { Store } from '../storage/store.ts';

export interface AdministrationServices {
  rights: RightsService;
  workspaceStatuses: WorkspaceStatusService;
  imports: WorkspaceStatusImports;
  people: PeopleService;
  endings: OthersEndings;
  /** Reads what each of these accounts may do, and its workspace's statuses, unless they are known and young. */
  refresh(accountIds: readonly string[], youngMs?: number): void;
  forget(accountId: string): void;
  onChange(listener: () => void): void;
}

/** Rights and lists change seldom, and every reading costs requests that a workspace counts. */
export const YOUNG_MS = 60_000;

/** What administrators can do, put together. */
export function openAdministration(deps: {
  accounts: RightsAccounts;
  othersEndings: Store<StoredOthersEndings>;
  undo: UndoOffer;
  clock: Clock;
  newId: () => string;
}): AdministrationServices {
  const { accounts, clock, newId } = deps;
  const rights = createRights({ accounts, clock });
  const workspaceStatuses = createWorkspaceStatuses({
    rights,
    clock,
    offerUndo: (name, takeBack) => deps.undo.offer('workspace-status-deleted', name, takeBack),
  });
  const imports = createWorkspaceStatusImports({ statuses: workspaceStatuses, clock, newId });
  const endings = createOthersEndings({ store: deps.othersEndings, ask: rights.ask, clock });
  const people = createPeople({ accounts, rights, endings, clock, newId });

  async function refreshOne(id: string, youngMs: number): Promise<void> {
    await rights.refresh(id, youngMs);
    if (accounts.find(id)?.kind === 'rocket-chat') await workspaceStatuses.refresh(id, youngMs);
  }

  return {
    ...{ rights, workspaceStatuses, imports, people, endings },
    refresh(accountIds, youngMs = YOUNG_MS) {
      for (const id of accountIds) void refreshOne(id, youngMs);
    },
    forget(accountId) {
      for (const part of [rights, workspaceStatuses, imports, people, endings]) part.forget(accountId);
    },
    onChange(listener) {
      for (const part of [rights, workspaceStatuses, imports, people]) part.onChange(listener);
    },
  };
}
