import type { AdministrationCommands } from '../contract/administration.ts';
import type { CommandHandlers } from '../contract/commands.ts';
import type { Result } from '../contract/result.ts';
import type { AdministrationServices } from './administration-services.ts';

/** A file of workspace statuses that the user has chosen; `file-not-chosen` when they choose none. */
export type ChooseStatusFile = () => Promise<Result<{ name: string; text: string }>>;

/** The commands of administrators. Nothing here changes one's own status. */
export function createAdministrationHandlers(
  { workspaceStatuses, imports, people }: AdministrationServices,
  chooseStatusFile: ChooseStatusFile,
): Pick<CommandHandlers, keyof AdministrationCommands> {
  return {
    'list-workspace-statuses': ({ accountId }) => workspaceStatuses.list(accountId),
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
    'find-people': ({ accountId, query }) => people.find(accountId, query),
    'set-status-for': ({ accountId, personIds, status }) => people.setStatusFor(accountId, personIds, status),
    'retry-people-job': ({ jobId }) => people.retry(jobId),
    'cancel-people-job': ({ jobId }) => people.cancel(jobId),
    'undo-people-job': ({ jobId }) => people.undo(jobId),
    'close-people-job': ({ jobId }) => people.close(jobId),
  };
}
