import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { WORKSPACE_STATUSES } from '../../electron/contract/languages/en/workspace-statuses.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { problemText } from '../../electron/contract/texts/problem-texts.ts';
import { ProblemLine } from '../parts/field.tsx';

interface Props {
  name: string;
  setName: (name: string) => void;
  problem: Problem | null;
}

/** The name, with what is wrong with it below; the keyboard goes back to it then. */
export function WorkspaceNameField({ name, setName, problem }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), [problem]);
  return (
    <div class="field">
      <label for={id}>{WORKSPACE_STATUSES.name}</label>
      <input
        id={id}
        type="text"
        ref={input}
        autoComplete="off"
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <ProblemLine id={`${id}-problem`} text={problem && problemText(problem)} />
    </div>
  );
}
