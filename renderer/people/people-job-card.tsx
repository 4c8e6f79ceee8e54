import type { PeopleJob, PersonOutcome } from '../../electron/contract/administration.ts';
import { PEOPLE } from '../../electron/contract/languages/en/people.ts';
import { untilText } from '../../electron/contract/texts/duration-texts.ts';
import { joined } from '../../electron/contract/texts/joined.ts';
import { problemText } from '../../electron/contract/texts/problem-texts.ts';
import { emojiText, statusPartText } from '../../electron/contract/texts/status-texts.ts';
import { Button } from '../parts/button.tsx';
import { useAppState, usePopup } from '../popup-context.ts';
import { takeUp } from './take-up.ts';

const T = PEOPLE.job;

/** One status on its way to several people: how far it is, what became of each, and what can still be done about it. */
export function PeopleJobCard({ job }: { job: PeopleJob }) {
  const popup = usePopup();
  const { accounts, locale } = useAppState();
  const now = popup.now.value;
  const server = accounts.find((account) => account.id === job.accountId)?.serverName ?? '';
  const { emoji, text, until } = job.status;
  const words = [emoji && emojiText(emoji), text].filter(Boolean).join(' ') || T.clearing;
  const done = job.outcomes.filter(({ state }) => state !== 'waiting' && state !== 'sending').length;
  const wait = job.pausedUntil === null ? 0 : Math.ceil((job.pausedUntil - now) / 1000);
  const state = job.running ? T.running({ done, count: job.outcomes.length }) : resultText(job.outcomes);
  const failed = job.outcomes.some(({ state }) => state === 'rejected' || state === 'cancelled');
  const run = (name: 'retry-people-job' | 'cancel-people-job' | 'undo-people-job' | 'close-people-job') =>
    void popup.run(name, { jobId: job.id });
  const change = () => {
    takeUp(popup.people, job);
    // Where others have it already, the card stays: it can be taken back for them.
    if (!job.canUndo) run('close-people-job');
  };
  return (
    <section class="card job" aria-label={T.title({ status: words, server })}>
      <p class="job-title">
        <b>{words}</b>
        <span>{joined([server, until !== null && untilText(until, now, locale)])}</span>
      </p>
      {job.running && <progress aria-label={T.progress} value={done} max={job.outcomes.length} />}
      <p class="job-state" role="status">
        {joined([state, wait > 0 && T.paused({ seconds: wait })], 'stop')}
      </p>
      {job.endKeptBy === 'app' && <p class="hint">{PEOPLE.keptByApp}</p>}
      <ul class="job-people" aria-label={T.outcomes}>
        {job.people.map((person) => (
          <OutcomeRow
            key={person.id}
            name={person.fullName}
            outcome={job.outcomes.find(({ personId }) => personId === person.id)}
          />
        ))}
      </ul>
      <div class="page-actions">
        {job.running ? (
          <Button onClick={() => run('cancel-people-job')}>{T.cancel}</Button>
        ) : (
          <>
            {failed && <Button onClick={() => run('retry-people-job')}>{T.retry}</Button>}
            {failed && <Button onClick={change}>{T.change}</Button>}
            {job.canUndo && <Button onClick={() => run('undo-people-job')}>{T.undo}</Button>}
            <Button look="plain" onClick={() => run('close-people-job')}>
              {T.close}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

function OutcomeRow({ name, outcome }: { name: string; outcome: PersonOutcome | undefined }) {
  if (outcome === undefined) return null;
  const { state, problem, notApplied } = outcome;
  const wrong = state === 'rejected' || problem !== null;
  return (
    <li class={wrong ? 'trouble' : undefined}>
      <span class="job-line">
        <span>{name}</span>
        <span class="job-outcome">{T.state[state]}</span>
      </span>
      {problem !== null && <p>{problemText(problem)}</p>}
      {notApplied.length > 0 && <p>{T.notApplied({ what: joined(notApplied.map(statusPartText)) })}</p>}
    </li>
  );
}

function resultText(outcomes: PersonOutcome[]): string {
  const undone = outcomes.filter(({ state }) => state === 'undone').length;
  if (undone > 0) return T.undone({ count: undone });
  return T.result({ applied: outcomes.filter(({ state }) => state === 'applied').length, count: outcomes.length });
}
