import { SHORT_PROBLEMS } from '../languages/en/short-problems.ts';
import type { Problem } from '../problem.ts';

/** Two or three words without a capital, to stand after others: “waiting, offline”. */
export function shortProblemText(problem: Problem): string {
  return SHORT_PROBLEMS[problem.code];
}
