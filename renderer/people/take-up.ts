import { batch } from '@preact/signals';
import { atField, type PeopleJob } from '../../electron/contract/administration.ts';
import type { PeopleDraft } from './people-draft.ts';

/** Fills the form with what a job had, for those who did not get it, and with the reason at its field. */
export function takeUp({ accountId, people, query, status, wrong }: PeopleDraft, job: PeopleJob): void {
  const failed = job.outcomes.filter(({ state }) => state === 'rejected' || state === 'cancelled');
  const problem = failed.find((outcome) => outcome.problem !== null)?.problem ?? null;
  const { emoji, text, availability, until } = job.status;
  batch(() => {
    accountId.value = job.accountId;
    people.value = job.people.filter(({ id }) => failed.some(({ personId }) => personId === id));
    query.value = '';
    status.emoji.value = emoji;
    status.text.value = text;
    status.availability.value = availability;
    status.duration.value = until === null ? { kind: 'none' } : { kind: 'at', at: until };
    status.then.value = job.status.then;
    wrong.value = problem === null ? null : atField(problem);
  });
}
