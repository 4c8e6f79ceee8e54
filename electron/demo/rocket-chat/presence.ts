import { isAtLeast, type PresenceStatus, type RocketPerson, type Workspace } from './workspace.ts';

export interface StatusChange {
  status?: PresenceStatus | undefined;
  /** As sent; trimmed and cut here. */
  message?: string | undefined;
  /** Milliseconds since the epoch. */
  expiresAt?: number | undefined;
}

const TEXT_LIMIT = 120;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Who is seen as what: the choices people make, their live connections and the ends of their statuses. */
export interface Presence {
  change(person: RocketPerson, change: StatusChange): void;
  connect(person: RocketPerson): void;
  disconnect(person: RocketPerson): void;
  /** Ends what is due by the clock. Also happens by itself. */
  endDue(): void;
  stop(): void;
}

export function createPresence(workspace: Workspace): Presence {
  let timer: NodeJS.Timeout | undefined;
  const tell = (person: RocketPerson) => workspace.notifier.tell({ kind: 'person', person });

  function schedule(): void {
    clearTimeout(timer);
    const ends = workspace.people.flatMap(({ statusExpiresAt }) => statusExpiresAt ?? []);
    if (ends.length === 0) return;
    const wait = Math.min(Math.max(Math.min(...ends) - workspace.clock(), 5), LONGEST_TIMER_MS);
    timer = setTimeout(endDue, wait).unref();
  }

  function endDue(): void {
    for (const person of workspace.people) {
      if (person.statusExpiresAt === null || person.statusExpiresAt > workspace.clock()) continue;
      const before = workspace.switches.expiry === 'restore' ? person.statusBefore : null;
      clearClaim(person);
      if (before !== null) claim(workspace, person, before.statusDefault, before.statusText);
      tell(person);
    }
    schedule();
  }

  return {
    change: (person, change) => {
      if (isAtLeast(workspace, 8, 6)) changeClaim(workspace, person, change);
      else changeDirectly(person, change);
      tell(person);
      schedule();
    },
    connect: (person) => {
      person.connections += 1;
      person.status = person.statusDefault;
      tell(person);
    },
    disconnect: (person) => {
      person.connections = Math.max(0, person.connections - 1);
      if (person.connections === 0) person.status = 'offline';
      tell(person);
    },
    endDue,
    stop: () => clearTimeout(timer),
  };
}

/** Before 8.6 text and status were written apart and at once. */
function changeDirectly(person: RocketPerson, { status, message }: StatusChange): void {
  if (message !== undefined) person.statusText = cutText(message);
  if (status === undefined) return;
  person.statusDefault = status;
  person.status = status;
}

/** From 8.6 a status is a claim: a new one replaces the last one with its end. */
function changeClaim(workspace: Workspace, person: RocketPerson, { status, message, expiresAt }: StatusChange): void {
  const text = message === undefined ? undefined : cutText(message);
  const wanted = status ?? person.statusDefault;
  const before = { statusDefault: person.statusDefault, statusText: person.statusText };
  // Choosing `online` without a text means: no status any more.
  if (wanted === 'online' && !text) {
    clearClaim(person);
    return;
  }
  claim(workspace, person, wanted, text ?? person.statusText);
  person.statusExpiresAt = expiresAt ?? null;
  person.statusBefore = before;
}

function claim(workspace: Workspace, person: RocketPerson, status: PresenceStatus, text: string): void {
  const isAutomatic = status === 'online' && text === '';
  person.statusDefault = status;
  person.statusText = text;
  person.statusSource = isAutomatic ? null : 'manual';
  // Without a live connection a person is seen as offline, whatever they chose.
  const isHere = person.connections > 0 || !isAtLeast(workspace, 8, 6);
  person.status = isHere ? status : 'offline';
}

function clearClaim(person: RocketPerson): void {
  person.statusDefault = 'online';
  // The server writes this even for somebody who is not connected.
  person.status = 'online';
  person.statusText = '';
  person.statusSource = null;
  person.statusExpiresAt = null;
  person.statusBefore = null;
}

/** Cuts by UTF-16 units and says nothing, even through the middle of an emoji. */
function cutText(text: string): string {
  return text.trim().slice(0, TEXT_LIMIT);
}
