import type { AccountService } from '../accounts/account-service.ts';
import type { Account } from '../contract/account.ts';
import type { FoundPeople, PeopleJob, Person } from '../contract/administration.ts';
import { createListeners } from '../contract/listeners.ts';
import type { Problem } from '../contract/problem.ts';
import { fail, ok, type Result } from '../contract/result.ts';
import type { Status } from '../contract/status.ts';
import type { Clock } from '../status/clock.ts';
import type { OthersEndings } from './others-endings.ts';
import { createPeopleJob, type PeopleJobControl } from './people-job.ts';
import type { RightsService } from './rights.ts';

export interface PeopleService {
  jobs(): PeopleJob[];
  find(accountId: string, query: string): Promise<Result<FoundPeople>>;
  /** For people that were found before. Answers at once; never for the account itself. */
  setStatusFor(accountId: string, personIds: string[], status: Status): Promise<Result<{ jobId: string }>>;
  retry(jobId: string): Result<null>;
  cancel(jobId: string): Result<null>;
  undo(jobId: string): Result<null>;
  close(jobId: string): Result<null>;
  forget(accountId: string): void;
  onChange(listener: () => void): () => void;
}

export interface PeopleDeps {
  accounts: Pick<AccountService, 'find'>;
  rights: RightsService;
  endings: OthersEndings;
  clock: Clock;
  newId: () => string;
}

/** Finding other people and setting statuses for them. One's own status never passes through here. */
export function createPeople(deps: PeopleDeps): PeopleService {
  const { accounts, rights, endings, clock, newId } = deps;
  const jobs = new Map<string, PeopleJobControl>();
  const met = new Map<string, Map<string, Person>>();
  const changes = createListeners<null>();
  const changed = () => changes.tell(null);

  async function find(accountId: string, query: string): Promise<Result<FoundPeople>> {
    const found = await rights.ask(accountId, (its) => its.findPeople(query));
    const known = met.get(accountId) ?? new Map<string, Person>();
    for (const person of found.ok ? found.value.people : []) known.set(person.id, person);
    met.set(accountId, known);
    return found;
  }

  async function setStatusFor(accountId: string, personIds: string[], wanted: Status) {
    const account = accounts.find(accountId);
    if (account === null) return fail<{ jobId: string }>({ code: 'not-found' });
    const people = [...new Set(personIds)].map((id) => met.get(accountId)?.get(id));
    const known = people.filter((person) => person !== undefined);
    const status = { ...wanted, text: wanted.text.trim() };
    const problem = wishProblem(account, personIds, known.length < people.length, status, clock.now());
    if (problem !== null) return fail<{ jobId: string }>(problem);
    const right = rights.get(accountId).setOthersStatus;
    if (!right.allowed && right.problem.code !== 'rights-unknown') return fail<{ jobId: string }>(right.problem);
    const manner = await rights.ask(accountId, async ({ endsStatuses, writesAtOnce }) =>
      ok({ endsStatuses, writesAtOnce }),
    );
    if (!manner.ok) return manner;
    const id = newId();
    const { endsStatuses, writesAtOnce: atOnce } = manner.value;
    const endKeptBy = status.until === null ? null : endsStatuses ? ('server' as const) : ('app' as const);
    const job = createPeopleJob(
      {
        ask: rights.ask,
        clock,
        onChange: changed,
        onApplied(personId, before) {
          if (endKeptBy === 'app') endings.keep({ accountId, personId, status, before });
          else endings.drop(accountId, personId);
        },
        onUndone: (personId) => endings.drop(accountId, personId),
      },
      { id, accountId, people: known, status, endKeptBy, atOnce },
    );
    jobs.set(id, job);
    job.start();
    return ok({ jobId: id });
  }

  function withJob(jobId: string, work: (job: PeopleJobControl) => Result<null>): Result<null> {
    const job = jobs.get(jobId);
    return job === undefined ? fail({ code: 'not-found' }) : work(job);
  }

  return {
    jobs: () => [...jobs.values()].map((job) => job.view()),
    find,
    setStatusFor,
    retry: (jobId) => withJob(jobId, (job) => job.retry()),
    cancel: (jobId) => withJob(jobId, (job) => job.cancel()),
    undo: (jobId) => withJob(jobId, (job) => job.undo()),
    close: (jobId) =>
      withJob(jobId, (job) => {
        job.cancel();
        jobs.delete(jobId);
        changed();
        return ok(null);
      }),
    forget(accountId) {
      met.delete(accountId);
      for (const job of [...jobs.values()].filter((one) => one.view().accountId === accountId)) {
        job.cancel();
        jobs.delete(job.view().id);
      }
      changed();
    },
    onChange: changes.add,
  };
}

/** What can be told without the server. */
function wishProblem(
  { userId, capabilities: { textLimit } }: Account,
  personIds: string[],
  someUnknown: boolean,
  { emoji, text, until }: Status,
  now: number,
): Problem | null {
  if (personIds.includes(userId)) return { code: 'person-is-you' };
  if (someUnknown || personIds.length === 0) return { code: 'person-unknown' };
  if (until !== null && until <= now) return { code: 'end-in-the-past' };
  const front = emoji?.kind === 'custom' ? `:${emoji.name}:` : (emoji?.value ?? '');
  const whole = textLimit.emojiCounts ? `${front} ${text}`.trim() : text;
  const length = textLimit.counting === 'code-points' ? [...whole].length : whole.length;
  return length > textLimit.max ? { code: 'text-too-long', length, max: textLimit.max } : null;
}
