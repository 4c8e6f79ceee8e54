import { useState } from 'preact/hooks';
import { PRESETS } from '../../electron/contract/languages/en/presets.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { problemText } from '../../electron/contract/texts/problem-texts.ts';
import { workspaceStatusNameProblem } from '../../electron/contract/workspace-status-name.ts';
import type { Draft } from '../draft.ts';
import { Button } from '../parts/button.tsx';
import { ProblemLine } from '../parts/field.tsx';
import { useAppState, usePopup } from '../popup-context.ts';
import { mayManageWorkspace } from './may-administer.ts';

const T = PRESETS;

/** Gives a preset's words and availability to a whole workspace, for those who may. The form stays as it is. */
export function MakeWorkspaceStatus({ draft }: { draft: Draft }) {
  const popup = usePopup();
  const accounts = useAppState().accounts.filter(mayManageWorkspace);
  const [made, setMade] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const make = async (accountId: string, server: string) => {
    const name = draft.text.value.trim();
    const known = workspaceStatusNameProblem(name);
    const wish = { accountId, statusId: null, name, availability: draft.availability.value };
    const answer = known === null ? await popup.ask('save-workspace-status', wish) : null;
    const wrong = known ?? (answer?.ok === false ? answer.problem : null);
    setProblem(wrong);
    setMade(wrong === null ? T.made({ name, server }) : '');
  };
  if (accounts.length === 0) return null;
  return (
    <div class="make-workspace-status">
      {accounts.map(({ id, serverName }) => (
        <Button key={id} onClick={() => void make(id, serverName)}>
          {accounts.length === 1 ? T.make : T.makeLong({ server: serverName })}
        </Button>
      ))}
      <p class={made === '' ? 'sr-only' : 'hint'} role="status">
        {made}
      </p>
      <ProblemLine text={problem && problemText(problem)} />
    </div>
  );
}
