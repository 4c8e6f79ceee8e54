import type { FoundPeople, Rights, WorkspaceStatus } from '../contract/administration.ts';
import type { Result } from '../contract/result.ts';
import type { Availability, ReportedStatus, Status } from '../contract/status.ts';

/** What came of writing somebody else's status. */
export interface WrittenForOther {
  /** What the server did not take over: `text`, `emoji`, `availability`, or a parameter's own name. */
  notApplied: string[];
  /** How long to wait before the next such request so as not to run into the server's limit, in milliseconds. */
  pauseMs: number;
}

/** Statuses that everybody of a workspace can use. */
export interface WorkspaceStatusCalls {
  /** All pages, by name. */
  list(): Promise<Result<WorkspaceStatus[]>>;
  create(name: string, availability: Availability | null): Promise<Result<WorkspaceStatus>>;
  update(id: string, name: string, availability: Availability | null): Promise<Result<WorkspaceStatus>>;
  delete(id: string): Promise<Result<null>>;
}

/** What an account may do beyond its own status, as far as its kind of server has it. No right is checked before asking. */
export interface Administration {
  readRights(): Promise<Result<Rights>>;
  /** At most 50 people by name, e-mail or user name, with their present status; never the account itself, a bot or someone who left. */
  findPeople(query: string): Promise<Result<FoundPeople>>;
  readStatusOf(personId: string): Promise<Result<ReportedStatus>>;
  writeStatusOf(personId: string, status: Status): Promise<Result<WrittenForOther>>;
  /** How many people's statuses may be under way at once. */
  writesAtOnce: number;
  /** True where the server ends another person's status by itself. */
  endsStatuses: boolean;
  /** The status that means "nothing set" for somebody else. */
  clearedStatus: Status;
  workspaceStatuses?: WorkspaceStatusCalls;
}
