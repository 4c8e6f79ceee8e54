import type { AdministrationCommands } from '../contract/administration.ts';
import type { CommandHandlers } from '../contract/commands.ts';
import type { Result } from '../contract/result.ts';
import { type AdministrationServices, YOUNG_MS } from './administration-services.ts';

/** A file of workspace statuses that the user has chosen; `file-not-chosen` when they choose none. */
export type ChooseStatusFile = () => Promise<Result<{ name: string; text: string }>>;

/** The commands of administrators. Nothing here changes one's own status. */
export function createAdministrationHandlers(
  { rights, workspaceStatuses, imports, people }: AdministrationServices,
  chooseStatusFile: ChooseStatusFile,
): Pick<CommandHandlers, keyof AdministrationCommands> {
  // Who begins here should hear of a lost right now, not when the form is sent. Not every server tells by itself.
  const freshRights = (accountId: string) => void rights.refresh(accountId, YOUNG_MS);
  return {
    'list-workspace-statuses': ({ accountId }) => {
      freshRights(accountId);
      return workspaceStatuses.list(accountId);
    },
    'save-workspace-status': ({ accountId, statusId, name, availability }) =>
      workspaceStatuses.save(accountId, statusId, name, availability),
    'delete-workspace-status': ({ accountId, statusId }) => workspaceStatuses.remove(accountId, statusId),
    'choose-workspace-status-file': async ({ accountId }) => {
      const file = await chooseStatusFile();
      return file.ok ? imports.open(accountId, file.value.name, file.value.text) : file;
    },
    'start-workspace-status-import': ({ importId }) => imports.start(importId),
    'cancel-workspace-status-import': ({ importId }) => imports.cancel(importId),
    'close-workspace-status-import': ({ importId }) => imports.close(importId),
    'find-people': ({ accountId, query }) => {
      freshRights(accountId);
      return people.find(accountId, query);
    },
    'set-status-for': ({ accountId, personIds, status }) => people.setStatusFor(accountId, personIds, status),
    'retry-people-job': ({ jobId }) => people.retry(jobId),
    'cancel-people-job': ({ jobId }) => people.cancel(jobId),
    'undo-people-job': ({ jobId }) => people.undo(jobId),
    'close-people-job': ({ jobId }) => people.close(jobId),
  };
}
