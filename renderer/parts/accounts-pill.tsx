import type { AccountState } from '../../electron/contract/app-state.ts';
import { STATUS_SCREEN } from '../../electron/contract/languages/en/status-screen.ts';
import { chosenIds } from '../chosen-ids.ts';
import { AccountIcon } from './account-icon.tsx';
import { Menu, type MenuItem } from './menu.tsx';

interface Props {
  accounts: AccountState[];
  /** null: all of them. */
  chosen: string[] | null;
  /** Called with null when all are chosen, so that accounts added later are chosen too. */
  choose: (chosen: string[] | null) => void;
}

export function AccountsPill({ accounts, chosen, choose }: Props) {
  const ids = chosenIds(accounts, chosen);
  const toggle = (id: string) => {
    const next = accounts.map((account) => account.id).filter((each) => ids.includes(each) !== (each === id));
    choose(next.length === accounts.length ? null : next);
  };
  const item = (account: AccountState): MenuItem => ({
    key: account.id,
    label: (
      <>
        <AccountIcon name={account.serverName} icon={account.serverIcon} />
        {account.serverName}
      </>
    ),
    detail: account.login,
    checked: ids.includes(account.id),
    choose: () => toggle(account.id),
  });
  return (
    <Menu label={STATUS_SCREEN.compose.accounts} kind="checkbox" items={() => accounts.map(item)}>
      {summary(accounts, ids)}
    </Menu>
  );
}

function summary(accounts: AccountState[], ids: string[]): string {
  if (ids.length === accounts.length) return STATUS_SCREEN.compose.all({ count: ids.length });
  if (ids.length === 0) return STATUS_SCREEN.compose.noAccount;
  const only = accounts.find((account) => account.id === ids[0]);
  return ids.length === 1 && only
    ? only.serverName
    : STATUS_SCREEN.compose.some({ chosen: ids.length, count: accounts.length });
}
