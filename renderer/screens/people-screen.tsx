import { useLayoutEffect } from 'preact/hooks';
import type { AccountState } from '../../electron/contract/app-state.ts';
import { PEOPLE } from '../../electron/contract/languages/en/people.ts';
import { WORKSPACE_STATUSES } from '../../electron/contract/languages/en/workspace-statuses.ts';
import { problemText } from '../../electron/contract/texts/problem-texts.ts';
import { AccountIcon } from '../parts/account-icon.tsx';
import { Menu } from '../parts/menu.tsx';
import { Page } from '../parts/page.tsx';
import { mayManageWorkspace, maySetOthers } from '../people/may-administer.ts';
import { PeopleForm } from '../people/people-form.tsx';
import { PeopleJobCard } from '../people/people-job-card.tsx';
import { useAppState, usePopup } from '../popup-context.ts';

const T = PEOPLE;

/** Setting a status for other people, and the way to the statuses of a workspace. */
export function PeopleScreen() {
  const { people } = usePopup();
  const { accounts, peopleJobs } = useAppState();
  const account =
    accounts.find((each) => each.id === people.accountId.value) ?? accounts.find(maySetOthers) ?? accounts[0];
  const accountId = account?.id;
  // From now on this one, also when it loses the right: whoever is chosen is on its server.
  useLayoutEffect(() => {
    if (accountId !== undefined) people.chooseAccount(accountId);
  }, [people, accountId]);
  if (account === undefined) return <Page title={T.title}>{null}</Page>;
  const right = account.rights.setOthersStatus;
  return (
    <Page title={T.title}>
      <p class="lead">{T.lead}</p>
      {[...peopleJobs].reverse().map((job) => (
        <PeopleJobCard key={job.id} job={job} />
      ))}
      <AccountLine account={account} accounts={accounts} />
      {right.allowed ? (
        <PeopleForm key={account.id} account={account} />
      ) : (
        <NoRight words={problemText(right.problem)} />
      )}
      <WorkspaceLinks accounts={accounts.filter(mayManageWorkspace)} />
    </Page>
  );
}

function AccountLine({ account, accounts }: { account: AccountState; accounts: AccountState[] }) {
  const { people } = usePopup();
  const name = (each: AccountState) => (
    <>
      <AccountIcon name={each.serverName} icon={each.serverIcon} />
      {each.serverName}
    </>
  );
  return (
    <div class="labelled people-account">
      <span aria-hidden="true">{T.account}</span>
      <Menu
        label={T.account}
        kind="radio"
        items={() =>
          accounts.map((each) => ({
            key: each.id,
            label: name(each),
            detail: each.login,
            checked: each === account,
            choose: () => people.chooseAccount(each.id),
          }))
        }
      >
        {name(account)}
      </Menu>
    </div>
  );
}

/** Instead of the form. What was typed stays in the draft. */
function NoRight({ words }: { words: string }) {
  const { people, status } = usePopup().people;
  const typed = people.value.length > 0 || status.text.value !== '' || status.emoji.value !== null;
  return (
    <div class="no-right" role="note">
      <p>{words}</p>
      {typed && <p class="hint">{T.kept}</p>}
    </div>
  );
}

function WorkspaceLinks({ accounts }: { accounts: AccountState[] }) {
  const popup = usePopup();
  if (accounts.length === 0) return null;
  return (
    <ul class="workspace-links">
      {accounts.map((account) => (
        <li key={account.id}>
          <button
            type="button"
            class="way"
            onClick={() => popup.go({ name: 'workspace-statuses', accountId: account.id })}
          >
            <b>{T.workspace({ server: account.serverName })}</b>
            <span class="hint">{WORKSPACE_STATUSES.of({ server: account.serverName })}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
