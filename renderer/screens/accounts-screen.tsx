import { useState } from 'preact/hooks';
import type { AccountState } from '../../electron/contract/app-state.ts';
import { ACCOUNTS } from '../../electron/contract/languages/en/accounts.ts';
import { FIRST_RUN } from '../../electron/contract/languages/en/first-run.ts';
import { STATUS_SCREEN } from '../../electron/contract/languages/en/status-screen.ts';
import { KIND_NAMES } from '../kind-names.ts';
import { AccountIcon } from '../parts/account-icon.tsx';
import { Button } from '../parts/button.tsx';
import { Page } from '../parts/page.tsx';
import { useAppState, usePopup } from '../popup-context.ts';

const T = ACCOUNTS;

export function AccountsScreen() {
  const popup = usePopup();
  const { accounts, tryIt } = useAppState();
  return (
    <Page title={T.title}>
      {accounts.length === 0 && <p class="empty">{T.empty}</p>}
      <ul class="cards">
        {accounts.map((account) => (
          <AccountCard key={account.id} account={account} />
        ))}
      </ul>
      <div class="page-actions">
        <Button look="primary" onClick={() => popup.go({ name: 'add-account', kind: null })}>
          {T.add}
        </Button>
        {!tryIt && <Button onClick={() => void popup.run('start-try-it', null)}>{FIRST_RUN.tryIt}</Button>}
      </div>
    </Page>
  );
}

function AccountCard({ account }: { account: AccountState }) {
  const popup = usePopup();
  const [asking, setAsking] = useState(false);
  const { id, serverName, serverIcon, serverUrl, login, fullName, kind, capabilities, signIn } = account;
  return (
    <li class="card">
      <AccountIcon name={serverName} icon={serverIcon} />
      <div class="card-words">
        <b>{serverName}</b>
        <span title={fullName}>{login}</span>
        <span class={signIn === 'signed-in' ? 'state' : 'state trouble'}>
          {[stateText(account), T.version({ kind: KIND_NAMES[kind], version: capabilities.serverVersion })]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      {asking ? (
        <fieldset class="confirm">
          <legend>{T.confirm({ server: serverName })}</legend>
          <Button look="danger" onClick={() => void popup.run('remove-account', { accountId: id })}>
            {T.remove}
          </Button>
          <Button onClick={() => setAsking(false)}>{T.keep}</Button>
        </fieldset>
      ) : (
        <div class="card-actions">
          {signIn !== 'signed-in' && (
            <Button
              label={STATUS_SCREEN.now.signInTo({ server: serverName })}
              onClick={() => popup.go({ name: 'add-account', kind, address: serverUrl, login })}
            >
              {STATUS_SCREEN.now.signIn}
            </Button>
          )}
          <Button look="plain" label={T.removeLong({ server: serverName })} onClick={() => setAsking(true)}>
            {T.remove}
          </Button>
        </div>
      )}
      {kind === 'rocket-chat' && !asking && <ShowPresent accountId={id} />}
    </li>
  );
}

/** Off unless asked for: it opens a connection that makes the user look online there. */
function ShowPresent({ accountId }: { accountId: string }) {
  const popup = usePopup();
  const { presentAccountIds } = useAppState().settings;
  const on = presentAccountIds.includes(accountId);
  const others = presentAccountIds.filter((id) => id !== accountId);
  return (
    <label class="choice card-choice">
      <input
        type="checkbox"
        checked={on}
        onChange={() => void popup.run('change-settings', { presentAccountIds: on ? others : [...others, accountId] })}
      />
      {T.showPresent}
    </label>
  );
}

function stateText({ signIn, demo }: AccountState): string {
  if (signIn === 'needed') return STATUS_SCREEN.now.signInAgain;
  if (signIn === 'keychain-locked') return STATUS_SCREEN.now.keychainLocked;
  return demo ? T.demo : T.signedIn;
}
