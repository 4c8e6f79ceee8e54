import type { AccountState } from '../../electron/contract/app-state.ts';
import { shownStatus } from '../../electron/contract/current-status.ts';
import { STATUS_SCREEN } from '../../electron/contract/languages/en/status-screen.ts';
import { joined } from '../../electron/contract/texts/joined.ts';
import { outcomeText } from '../../electron/contract/texts/outcome-texts.ts';
import { availabilityText, statusText } from '../../electron/contract/texts/status-texts.ts';
import { AccountIcon } from '../parts/account-icon.tsx';
import { AvailabilityDot, nameThere } from '../parts/availability.tsx';

const T = STATUS_SCREEN.now;
/** With more accounts than this, those that are just fine share one chip. */
const MOST_CHIPS = 4;

/** One chip per account with its state in words; the dot only repeats them. */
export function AccountChips({ accounts, agreed }: { accounts: AccountState[]; agreed: boolean }) {
  const troubled = accounts.filter(isTroubled);
  const shorten = agreed && accounts.length > MOST_CHIPS;
  const shown = shorten ? troubled : accounts;
  const rest = accounts.length - shown.length;
  return (
    <ul class="chips" aria-label={T.accounts}>
      {shown.map((account) => (
        <Chip key={account.id} account={account} agreed={agreed} />
      ))}
      {rest > 0 && (
        <li class="chip rest">
          {troubled.length === 0 ? T.allAccounts({ count: rest }) : T.moreAccounts({ count: rest })}
        </li>
      )}
    </ul>
  );
}

function Chip({ account, agreed }: { account: AccountState; agreed: boolean }) {
  const availability = shownStatus(account)?.availability ?? null;
  const troubled = isTroubled(account);
  return (
    <li class={troubled ? 'chip trouble' : 'chip'} title={joined([account.serverName, account.login])}>
      <AccountIcon name={account.serverName} icon={account.serverIcon} />
      <span class="chip-name">{account.serverName}</span>
      <span class="chip-state">{stateWords(account, agreed)}</span>
      {!troubled && <AvailabilityDot availability={availability} />}
    </li>
  );
}

function stateWords(account: AccountState, agreed: boolean): string {
  const { outcome, signIn, capabilities } = account;
  if (signIn === 'needed') return T.signInAgain;
  if (signIn === 'keychain-locked') return T.keychainLocked;
  if (outcome !== null && outcome.kind !== 'applied' && outcome.kind !== 'superseded') return outcomeText(outcome);
  const shown = shownStatus(account);
  if (shown === null) return T.unknownThere;
  if (!agreed) return statusText({ ...shown, availability: null });
  const { availability } = shown;
  if (availability === null) return '';
  const there = nameThere(capabilities, availability);
  return there === '' ? availabilityText(availability) : there;
}

function isTroubled({ signIn, outcome }: AccountState): boolean {
  return signIn !== 'signed-in' || outcome?.kind === 'waiting' || outcome?.kind === 'rejected';
}
