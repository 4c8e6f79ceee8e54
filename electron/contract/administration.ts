import type { Problem, ProblemCode } from './problem.ts';
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
  field: AdministrationField | null;
  problem: Problem;
}

export type AdministrationField = 'name' | 'availability' | 'text' | 'emoji' | 'end' | 'people';

export interface Person {
  id: string;
  fullName: string;
  userName: string;
  /** null where the server hides it. */
  email: string | null;
  reported: ReportedStatus | null;
}

/** Who was found. A search that fits many names the first of them. */
export interface FoundPeople {
  people: Person[];
  /** How many there are altogether; null where the server does not say and may have more. */
  all: number | null;
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
  status: Status;
  /** Who ends it: the server; this app, only while it runs; or null where it has no end. */
  endKeptBy: 'server' | 'app' | null;
  /** While the server wants a pause: when it goes on, in milliseconds since the epoch. */
  pausedUntil: number | null;
  outcomes: PersonOutcome[];
  running: boolean;
  /** True while it can be taken back. */
  canUndo: boolean;
}

/** One row of a chosen file, and what becomes of it. Rows that are there already are left alone. */
export interface WorkspaceStatusRow {
  /** In the file, counted from 1. */
  line: number;
  name: string;
  availability: Availability | null;
  /** `unchanged`: a status of that name and availability is there; `change`: of that name, with another availability. */
  state: 'create' | 'change' | 'unchanged' | 'sending' | 'created' | 'changed' | 'rejected' | 'cancelled';
  problem: Problem | null;
}

/** Creating several workspace statuses from a file: a preview first, then its progress until it is closed. */
export interface WorkspaceStatusImport {
  id: string;
  accountId: string;
  fileName: string;
  rows: WorkspaceStatusRow[];
  phase: 'preview' | 'running' | 'done';
  /** While the server wants a pause: when it goes on, in milliseconds since the epoch. */
  pausedUntil: number | null;
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
  /** Can be taken back through the app state's `undo`, under a new id. */
  'delete-workspace-status': (argument: { accountId: string; statusId: string }) => Result<null>;
  /** Lets the user choose a CSV or JSON file; its preview arrives as app state. `file-not-chosen` when none is. */
  'choose-workspace-status-file': (argument: { accountId: string }) => Result<{ importId: string }>;
  /** Sends what is `create` or `change`; again after it is done: what was rejected or cancelled. */
  'start-workspace-status-import': (argument: { importId: string }) => Result<null>;
  'cancel-workspace-status-import': (argument: { importId: string }) => Result<null>;
  'close-workspace-status-import': (argument: { importId: string }) => Result<null>;
  'find-people': (argument: { accountId: string; query: string }) => Result<FoundPeople>;
  /** Answers at once with the job's id; its progress arrives as app state. Never touches one's own status. */
  'set-status-for': (argument: { accountId: string; personIds: string[]; status: Status }) => Result<{ jobId: string }>;
  'retry-people-job': (argument: { jobId: string }) => Result<null>;
  'cancel-people-job': (argument: { jobId: string }) => Result<null>;
  /** Puts back what each had, unless they have changed it since. */
  'undo-people-job': (argument: { jobId: string }) => Result<null>;
  'close-people-job': (argument: { jobId: string }) => Result<null>;
}

const FIELDS: Partial<Record<ProblemCode, AdministrationField>> = {
  'workspace-status-name-empty': 'name',
  'workspace-status-name-forbidden-characters': 'name',
  'workspace-status-name-in-use': 'name',
  'workspace-status-type-invalid': 'availability',
  'invisible-not-allowed': 'availability',
  'presence-disabled': 'availability',
  'text-too-long': 'text',
  'text-change-not-allowed': 'text',
  'nothing-to-set': 'text',
  'emoji-unknown': 'emoji',
  'emoji-deactivated': 'emoji',
  'emoji-name-missing': 'emoji',
  'emoji-name-wrong': 'emoji',
  'emoji-code-wrong': 'emoji',
  'emoji-type-wrong': 'emoji',
  'custom-emoji-unknown': 'emoji',
  'custom-emoji-renamed': 'emoji',
  'end-in-the-past': 'end',
  'person-unknown': 'people',
  'person-is-you': 'people',
};

/** At which field of its form a problem is shown; `field` is null where it belongs to the whole form. */
export function atField(problem: Problem): FieldProblem {
  return { field: FIELDS[problem.code] ?? null, problem };
}
