import { STATUSES } from '../languages/en/statuses.ts';
import type { Outcome } from '../status.ts';
import { shortProblemText } from './short-problem-texts.ts';

/** What became of a status on one account, in a few words without a capital: “waiting, offline”. */
export function outcomeText(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'sending':
      return STATUSES.outcome.sending;
    case 'applied':
      return STATUSES.outcome.applied;
    case 'waiting':
      return STATUSES.outcome.waiting({ why: shortProblemText(outcome.problem) });
    case 'rejected':
      return STATUSES.outcome.rejected({ why: shortProblemText(outcome.problem) });
    case 'superseded':
      return STATUSES.outcome.superseded;
  }
}
