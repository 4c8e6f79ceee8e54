import type { Problem } from './problem.ts';
import type { Result } from './result.ts';
import type { Availability, ReportedStatus, Status } from './status.ts';

/** Why somebody may not do something, or that they may. */
export type Right = { allowed: true } | { allowed: false; problem: Problem };

/** What an account may do beyond its own status; read from the server, refreshed when a request says otherwise. */
export interface Rights {
  manageWorkspaceStatuses: Right;
  setOthersStatus: Right;
}

/** A custom user status of a Rocket.Chat workspace: everyone there can use it. */
export interface WorkspaceStatus {
  id: string;
  name: string;
  /** null: it leaves the availability as it is. */
  availability: Availability | null;
}

/** Which field of the form a problem belongs to. */
export interface FieldProblem {
  field: 'name' | 'availability' | null;
  problem: Problem;
}

export interface Person {
  id: string;
  fullName: string;
  userName: string;
  /** null where the server hides it. */
  email: string | null;
  reported: ReportedStatus | null;
}

/** What became of one person's status. */
export interface PersonOutcome {
  personId: string;
  state: 'waiting' | 'sending' | 'applied' | 'rejected' | 'cancelled' | 'undone' | 'left-alone';
  problem: Problem | null;
  /** What the server did not take over. */
  notApplied: string[];
}

/** Setting a status for one or several people: shown while it runs, and until it is closed. */
export interface PeopleJob {
  id: string;
  accountId: string;
  people: Person[];
  outcomes: PersonOutcome[];
  running: boolean;
  /** True while it can be taken back. */
  canUndo: boolean;
}

export interface AdministrationCommands {
  'list-workspace-statuses': (argument: { accountId: string }) => Result<WorkspaceStatus[]>;
  'save-workspace-status': (argument: {
    accountId: string;
    /** null creates one. */
    statusId: string | null;
    name: string;
    availability: Availability | null;
  }) => Result<WorkspaceStatus>;
  'delete-workspace-status': (argument: { accountId: string; statusId: string }) => Result<null>;
  'find-people': (argument: { accountId: string; query: string }) => Result<Person[]>;
  /** Answers at once with the job's id; its progress arrives as app state. Never touches one's own status. */
  'set-status-for': (argument: { accountId: string; personIds: string[]; status: Status }) => Result<{ jobId: string }>;
  'retry-people-job': (argument: { jobId: string }) => Result<null>;
  'cancel-people-job': (argument: { jobId: string }) => Result<null>;
  /** Puts back what each had, unless they have changed it since. */
  'undo-people-job': (argument: { jobId: string }) => Result<null>;
  'close-people-job': (argument: { jobId: string }) => Result<null>;
}
