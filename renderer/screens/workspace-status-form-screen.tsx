import { useId, useState } from 'preact/hooks';
import { atField, type FieldProblem } from '../../electron/contract/administration.ts';
import type { AccountState } from '../../electron/contract/app-state.ts';
import { POPUP } from '../../electron/contract/languages/en/popup.ts';
import { WORKSPACE_STATUSES } from '../../electron/contract/languages/en/workspace-statuses.ts';
import { AVAILABILITIES, type Availability } from '../../electron/contract/status.ts';
import { problemText } from '../../electron/contract/texts/problem-texts.ts';
import { workspaceStatusNameProblem } from '../../electron/contract/workspace-status-name.ts';
import { AvailabilityDot } from '../parts/availability.tsx';
import { Button } from '../parts/button.tsx';
import { ProblemLine } from '../parts/field.tsx';
import { Page } from '../parts/page.tsx';
import { workspaceAvailability } from '../people/workspace-availability.ts';
import { WorkspaceNameField } from '../people/workspace-name-field.tsx';
import { useAppState, usePopup } from '../popup-context.ts';

const T = WORKSPACE_STATUSES;

interface Props {
  accountId: string;
  /** null makes a new one. */
  statusId: string | null;
}

/** Name and availability of a workspace status. What is typed outlives errors and a right that gets lost. */
export function WorkspaceStatusFormScreen({ accountId, statusId }: Props) {
  const popup = usePopup();
  const account = useAppState().accounts.find((each) => each.id === accountId);
  const old = account?.workspaceStatuses.find((each) => each.id === statusId);
  const [name, setName] = useState(old?.name ?? '');
  const [availability, setAvailability] = useState<Availability | null>(old?.availability ?? null);
  const [wrong, setWrong] = useState<FieldProblem | null>(null);
  const [busy, setBusy] = useState(false);
  if (account === undefined) return <Page title={T.title}>{null}</Page>;

  const right = account.rights.manageWorkspaceStatuses;
  const gone = wrong?.problem.code === 'workspace-status-gone';
  const save = async () => {
    const known = workspaceStatusNameProblem(name);
    if (known !== null) return setWrong(atField(known));
    setBusy(true);
    const here = popup.screen.value;
    const answer = await popup.ask('save-workspace-status', {
      ...{ accountId, statusId: gone ? null : statusId },
      ...{ name: name.trim(), availability },
    });
    setBusy(false);
    if (!answer.ok) setWrong(atField(answer.problem));
    // Who has gone elsewhere meanwhile stays there.
    else if (popup.screen.value === here) popup.go({ name: 'workspace-statuses', accountId });
  };

  return (
    <Page title={statusId === null ? T.formNew : T.formEdit} focusesItself={right.allowed}>
      <p class="lead">{T.of({ server: account.serverName })}</p>
      {right.allowed ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) void save();
          }}
        >
          <WorkspaceNameField name={name} setName={setName} problem={wrong?.field === 'name' ? wrong.problem : null} />
          <AvailabilityChoice
            account={account}
            chosen={availability}
            choose={setAvailability}
            problem={wrong?.field === 'availability' ? problemText(wrong.problem) : null}
          />
          <ProblemLine text={wrong !== null && wrong.field === null ? problemText(wrong.problem) : null} />
          <div class="page-actions">
            <Button look="primary" type="submit" busy={busy}>
              {busy ? T.saving : gone ? T.again : POPUP.save}
            </Button>
            <Button look="plain" onClick={() => popup.goBack()}>
              {POPUP.cancel}
            </Button>
          </div>
        </form>
      ) : (
        <div class="no-right" role="note">
          <p>{problemText(right.problem)}</p>
          {name !== '' && <p class="hint">{T.kept}</p>}
        </div>
      )}
    </Page>
  );
}

interface ChoiceProps {
  account: AccountState;
  chosen: Availability | null;
  choose: (availability: Availability | null) => void;
  problem: string | null;
}

function AvailabilityChoice({ account, chosen, choose, problem }: ChoiceProps) {
  const id = useId();
  return (
    <fieldset class="choices availability-choice" aria-describedby={problem === null ? undefined : id}>
      <legend>{T.availability}</legend>
      {[null, ...AVAILABILITIES].map((each) => (
        <label class="choice" key={each ?? 'leave'}>
          <input type="radio" name="workspace-availability" checked={chosen === each} onChange={() => choose(each)} />
          <AvailabilityDot availability={each} />
          {each === null ? T.leave : workspaceAvailability(account, each)}
        </label>
      ))}
      <ProblemLine id={id} text={problem} />
    </fieldset>
  );
}
