import type { Problem } from '../../electron/contract/problem.ts';
import { problemText } from '../../electron/contract/texts/problem-texts.ts';
import { ProblemLine } from './field.tsx';

/** What went wrong, said at once by screen readers. */
export function ProblemWords({ problem }: { problem: Problem }) {
  return <ProblemLine text={problemText(problem)} />;
}
