import type { PeopleJob, Person, PersonOutcome } from '../contract/administration.ts';
import { fail, ok, type Result } from '../contract/result.ts';
import type { ReportedStatus, Status } from '../contract/status.ts';
import type { Administration } from '../servers/administration.ts';
import type { ChatServer } from '../servers/chat-server.ts';
import type { Clock } from '../status/clock.ts';
import { stillShows } from './held.ts';
import { createPause } from './pause.ts';
import type { RightsService } from './rights.ts';

export interface PeopleJobControl {
  view(): PeopleJob;
  start(): void;
  /** Those that were rejected or cancelled, again. */
  retry(): Result<null>;
  cancel(): Result<null>;
  /** Puts back what each had, for those who still show what was set. */
  undo(): Result<null>;
}

export interface PeopleJobDeps {
  ask: RightsService['ask'];
  clock: Clock;
  onChange: () => void;
  /** Somebody now shows the status; `before` is what they had. */
  onApplied: (personId: string, before: ReportedStatus) => void;
  /** Somebody has their earlier status again. */
  onUndone: (personId: string) => void;
}

export type PeopleWish = Pick<PeopleJob, 'id' | 'accountId' | 'people' | 'status' | 'endKeptBy'> & { atOnce: number };

type Change = Partial<Omit<PersonOutcome, 'personId'>>;

/** Sets one status for several people, one request after the other for each of them and a few people at once. */
export function createPeopleJob(deps: PeopleJobDeps, wish: PeopleWish): PeopleJobControl {
  const { ask, clock, onChange } = deps;
  const { atOnce, ...shown } = wish;
  const outcomes = new Map(wish.people.map(({ id }) => [id, waiting(id)]));
  const before = new Map<string, ReportedStatus>();
  const pause = createPause(clock, onChange);
  let running = false;
  let cancelled = false;

  function note(personId: string, change: Change): void {
    const outcome = outcomes.get(personId);
    if (outcome !== undefined) outcomes.set(personId, { ...outcome, ...change });
    onChange();
  }

  /** A step of one person, repeated while the server wants a pause; null: cancelled. */
  function step<T>(personId: string, request: (its: Administration, server: ChatServer) => Promise<Result<T>>) {
    return pause.patiently(
      () => cancelled,
      () => {
        note(personId, { state: 'sending', problem: null });
        return ask(wish.accountId, request);
      },
    );
  }

  async function set(personId: string): Promise<void> {
    const had = await step(personId, (its) => its.readStatusOf(personId));
    if (had === null) return note(personId, { state: 'cancelled' });
    if (!had.ok) return note(personId, { state: 'rejected', problem: had.problem });
    const written = await step(personId, (its) => its.writeStatusOf(personId, wish.status));
    if (written === null) return note(personId, { state: 'cancelled' });
    if (!written.ok) return note(personId, { state: 'rejected', problem: written.problem });
    before.set(personId, had.value);
    pause.begin(written.value.pauseMs);
    deps.onApplied(personId, had.value);
    note(personId, { state: 'applied', notApplied: written.value.notApplied });
  }

  async function putBack(personId: string, had: ReportedStatus): Promise<void> {
    const answer = await step(personId, async (its, server) => {
      const now = await its.readStatusOf(personId);
      if (!now.ok) return now;
      if (!stillShows(server, now.value, wish.status)) return ok(null);
      return its.writeStatusOf(personId, earlierStatus(had, wish.status, its, clock.now()));
    });
    if (answer === null) return note(personId, { state: 'applied' });
    if (!answer.ok) return note(personId, { state: 'applied', problem: answer.problem });
    before.delete(personId);
    deps.onUndone(personId);
    if (answer.value === null) return note(personId, { state: 'left-alone' });
    pause.begin(answer.value.pauseMs);
    const isGuessed = had.availability === null && wish.status.availability !== null;
    note(personId, { state: 'undone', notApplied: isGuessed ? ['availability'] : answer.value.notApplied });
  }

  async function run(personIds: string[], work: (personId: string) => Promise<void>): Promise<void> {
    running = true;
    cancelled = false;
    const queue = [...personIds];
    onChange();
    const worker = async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next);
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, queue.length) }, worker));
    running = false;
    onChange();
  }

  function begin(personIds: string[], work: (personId: string) => Promise<void>): Result<null> {
    if (running || personIds.length === 0) return fail({ code: 'not-found' });
    void run(personIds, work);
    return ok(null);
  }

  const having = (...states: PersonOutcome['state'][]) =>
    [...outcomes.values()].filter(({ state }) => states.includes(state)).map(({ personId }) => personId);

  return {
    view: () => ({
      ...shown,
      outcomes: [...outcomes.values()],
      running,
      pausedUntil: running ? pause.until() : null,
      canUndo: !running && before.size > 0,
    }),
    start: () => void begin(having('waiting'), set),
    retry() {
      const again = having('rejected', 'cancelled');
      if (running) return fail({ code: 'not-found' });
      for (const id of again) outcomes.set(id, waiting(id));
      return begin(again, set);
    },
    cancel() {
      if (!running) return fail({ code: 'not-found' });
      cancelled = true;
      pause.wake();
      return ok(null);
    },
    undo: () =>
      begin([...before.keys()], async (personId) => {
        const had = before.get(personId);
        if (had !== undefined) await putBack(personId, had);
      }),
  };
}

function waiting(personId: Person['id']): PersonOutcome {
  return { personId, state: 'waiting', problem: null, notApplied: [] };
}

/**
 * The status that puts back what somebody had. Where it is not known what they had chosen as availability, it becomes
 * automatic again: never invisible, which they would not notice.
 */
export function earlierStatus(had: ReportedStatus, set: Status, its: Administration, now: number): Status {
  if (had.until !== null && had.until <= now) return its.clearedStatus;
  const availability = set.availability === null ? null : (had.availability ?? its.clearedStatus.availability);
  return { emoji: had.emoji, text: had.text, availability, until: had.until, then: 'clear' };
}
