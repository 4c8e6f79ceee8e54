import type { AccountState } from '../../electron/contract/app-state.ts';
import { STATUS_SCREEN } from '../../electron/contract/languages/en/status-screen.ts';
import { waitText } from '../../electron/contract/texts/duration-texts.ts';
import { joined } from '../../electron/contract/texts/joined.ts';
import { outcomeText } from '../../electron/contract/texts/outcome-texts.ts';
import { problemText } from '../../electron/contract/texts/problem-texts.ts';
import { Button } from '../parts/button.tsx';
import { usePopup } from '../popup-context.ts';

const T = STATUS_SCREEN.now;

/** Why a status has not arrived, account by account, and what to do about it. Outcomes that are fine are only spoken. */
export function OutcomeLines({ accounts }: { accounts: AccountState[] }) {
  const lines = accounts.filter((account) => account.signIn === 'needed' || isStuck(account));
  const told = accounts.map(({ serverName, outcome }) => {
    return outcome !== null && outcome.kind !== 'sending' && joined([serverName, outcomeText(outcome)], 'colon');
  });
  return (
    <>
      <p class="sr-only" role="status">
        {joined(told, 'stop')}
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
  const why = signedOut || problem === null ? problemText({ code: 'signed-out' }) : problemText(problem);
  return (
    <li class="outcome">
      <p>
        <b>{serverName}</b>{' '}
        {joined([why, seconds > 0 && !signedOut && T.nextTry({ duration: waitText(seconds) })], 'sentences')}
      </p>
      {signedOut ? (
        <Button
          label={T.signInTo({ server: serverName })}
          onClick={() => popup.go({ name: 'add-account', kind, address: serverUrl, login })}
        >
          {T.signIn}
        </Button>
      ) : (
        <Button
          label={T.retryOn({ server: serverName })}
          onClick={() => void popup.run('retry', { accountId: account.id })}
        >
          {T.retry}
        </Button>
      )}
    </li>
  );
}

function isStuck({ outcome }: AccountState): boolean {
  return outcome?.kind === 'waiting' || outcome?.kind === 'rejected';
}
