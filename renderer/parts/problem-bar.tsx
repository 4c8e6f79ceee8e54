import { problemText } from '../../electron/contract/texts/problem-texts.ts';
import { usePopup } from '../popup-context.ts';
import { Bar } from './bar.tsx';

/** What the last command ran into, when it has no field of its own to say it at. */
export function ProblemBar() {
  const { problem } = usePopup();
  if (problem.value === null) return null;
  return (
    <Bar
      role="alert"
      dismiss={() => {
        problem.value = null;
      }}
    >
      {problemText(problem.value)}
    </Bar>
  );
}
