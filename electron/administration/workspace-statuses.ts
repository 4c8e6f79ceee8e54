import type { WorkspaceStatus } from '../contract/administration.ts';
import { createListeners } from '../contract/listeners.ts';
import { fail, ok, type Result } from '../contract/result.ts';
import type { Availability } from '../contract/status.ts';
import { workspaceStatusNameProblem } from '../contract/workspace-status-name.ts';
import type { WorkspaceStatusCalls } from '../servers/administration.ts';
import type { Clock } from '../status/clock.ts';
import type { RightsService } from './rights.ts';

export interface WorkspaceStatusService {
  /** As last read, by name; everybody can use them. */
  get(accountId: string): WorkspaceStatus[];
  /** Reads all of them now. */
  list(accountId: string): Promise<Result<WorkspaceStatus[]>>;
  /** Reads them unless they were read within `youngMs`. */
  refresh(accountId: string, youngMs?: number): Promise<void>;
  /** Creates one (`statusId` null) or changes one. What can be checked here is; the server's word is final. */
  save(
    accountId: string,
    statusId: string | null,
    name: string,
    availability: Availability | null,
  ): Promise<Result<WorkspaceStatus>>;
  /** Can be undone for a minute. */
  remove(accountId: string, statusId: string): Promise<Result<null>>;
  forget(accountId: string): void;
  onChange(listener: () => void): () => void;
}

export interface WorkspaceStatusDeps {
  rights: RightsService;
  clock: Clock;
  offerUndo: (name: string, takeBack: () => Promise<Result<null>>) => void;
}

/** The statuses that a Rocket.Chat workspace offers to everybody. */
export function createWorkspaceStatuses(deps: WorkspaceStatusDeps): WorkspaceStatusService {
  const { rights, clock, offerUndo } = deps;
  const known = new Map<string, { statuses: WorkspaceStatus[]; readAt: number }>();
  const changes = createListeners<null>();
  const get = (id: string) => known.get(id)?.statuses ?? [];

  function put(id: string, statuses: WorkspaceStatus[]): void {
    const before = known.get(id)?.statuses;
    const sorted = statuses.toSorted((a, b) => a.name.localeCompare(b.name));
    known.set(id, { statuses: sorted, readAt: clock.steady() });
    if (JSON.stringify(before) !== JSON.stringify(sorted)) changes.tell(null);
  }

  function ask<T>(id: string, question: (calls: WorkspaceStatusCalls) => Promise<Result<T>>): Promise<Result<T>> {
    return rights.ask(id, async ({ workspaceStatuses }) =>
      workspaceStatuses === undefined ? fail({ code: 'not-on-this-server' }) : question(workspaceStatuses),
    );
  }

  async function list(id: string): Promise<Result<WorkspaceStatus[]>> {
    const answer = await ask(id, (calls) => calls.list());
    if (answer.ok) put(id, answer.value);
    return answer.ok ? ok(get(id)) : answer;
  }

  /** What is known here may be old, so only a fresh list can say that a name is taken. */
  async function isNameTaken(id: string, name: string, ownId: string | null): Promise<boolean> {
    const taken = (statuses: WorkspaceStatus[]) => statuses.some((one) => one.name === name && one.id !== ownId);
    if (!taken(get(id))) return false;
    const fresh = await list(id);
    return fresh.ok && taken(fresh.value);
  }

  async function save(id: string, statusId: string | null, name: string, availability: Availability | null) {
    const trimmed = name.trim();
    const problem = workspaceStatusNameProblem(trimmed);
    if (problem !== null) return fail<WorkspaceStatus>(problem);
    if (await isNameTaken(id, trimmed, statusId)) {
      return fail<WorkspaceStatus>({ code: 'workspace-status-name-in-use', name: trimmed });
    }
    const saved = await ask(id, (calls) =>
      statusId === null ? calls.create(trimmed, availability) : calls.update(statusId, trimmed, availability),
    );
    if (saved.ok) put(id, [...get(id).filter((one) => one.id !== saved.value.id), saved.value]);
    else if (isAboutOldList(saved)) void list(id);
    return saved;
  }

  async function remove(id: string, statusId: string): Promise<Result<null>> {
    const status = get(id).find((one) => one.id === statusId);
    const gone = await ask(id, (calls) => calls.delete(statusId));
    if (!gone.ok) {
      if (isAboutOldList(gone)) void list(id);
      return gone;
    }
    put(id, without(get(id), statusId));
    if (status !== undefined) offerUndo(status.name, () => createAgain(id, status));
    return gone;
  }

  async function createAgain(id: string, { name, availability }: WorkspaceStatus): Promise<Result<null>> {
    const saved = await save(id, null, name, availability);
    return saved.ok ? ok(null) : saved;
  }

  return {
    get,
    list,
    async refresh(id, youngMs = 0) {
      const readAt = known.get(id)?.readAt;
      if (readAt === undefined || clock.steady() - readAt >= youngMs) await list(id);
    },
    save,
    remove,
    forget: (id) => void known.delete(id),
    onChange: changes.add,
  };
}

function without(statuses: WorkspaceStatus[], id: string): WorkspaceStatus[] {
  return statuses.filter((one) => one.id !== id);
}

/** Somebody else has changed the list meanwhile. */
function isAboutOldList(answer: Result<unknown>): boolean {
  return !answer.ok && ['workspace-status-gone', 'workspace-status-name-in-use'].includes(answer.problem.code);
}
