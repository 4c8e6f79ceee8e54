import type { AccountState } from '../../electron/contract/app-state.ts';
import { problemText } from '../../electron/contract/texts/problem-texts.ts';
import { outcomeText } from '../../electron/contract/texts/status-texts.ts';
import { Button } from '../parts/button.tsx';
import { usePopup } from '../popup-context.ts';
import { TEXTS } from '../texts.ts';

const T = TEXTS.now;

/** Why a status has not arrived, account by account, and what to do about it. Outcomes that are fine are only spoken. */
export function OutcomeLines({ accounts }: { accounts: AccountState[] }) {
  const lines = accounts.filter((account) => account.signIn === 'needed' || isStuck(account));
  const spoken = accounts
    .filter(({ outcome }) => outcome !== null && outcome.kind !== 'sending')
    .map(({ serverName, outcome }) => outcome && `${serverName}: ${outcomeText(outcome)}`)
    .join('. ');
  return (
    <>
      <p class="sr-only" role="status">
        {spoken}
      </p>
      {lines.length > 0 && (
        <ul class="outcomes">
          {lines.map((account) => (
            <OutcomeLine key={account.id} account={account} />
          ))}
        </ul>
      )}
    </>
  );
}

function OutcomeLine({ account }: { account: AccountState }) {
  const popup = usePopup();
  const { outcome, serverName, serverUrl, login, kind } = account;
  const problem = outcome && 'problem' in outcome ? outcome.problem : null;
  const next = outcome?.kind === 'waiting' ? outcome.nextTryAt : null;
  const seconds = next === null ? 0 : Math.ceil((next - popup.now.value) / 1000);
  const signedOut = account.signIn === 'needed';
  return (
    <li class="outcome">
      <p>
        <b>{serverName}</b> {signedOut || problem === null ? problemText({ code: 'signed-out' }) : problemText(problem)}
        {seconds > 0 && !signedOut && ` ${T.nextTry(seconds)}`}
      </p>
      {signedOut ? (
        <Button
          label={T.signInTo(serverName)}
          onClick={() => popup.go({ name: 'add-account', kind, address: serverUrl, login })}
        >
          {T.signIn}
        </Button>
      ) : (
        <Button label={T.retryOn(serverName)} onClick={() => void popup.run('retry', { accountId: account.id })}>
          {T.retry}
        </Button>
      )}
    </li>
  );
}

function isStuck({ outcome }: AccountState): boolean {
  return outcome?.kind === 'waiting' || outcome?.kind === 'rejected';
}
