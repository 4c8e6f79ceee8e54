import type { AccountState } from '../../electron/contract/app-state.ts';

export function maySetOthers({ rights }: Pick<AccountState, 'rights'>): boolean {
  return rights.setOthersStatus.allowed;
}

export function mayManageWorkspace({ kind, rights }: Pick<AccountState, 'kind' | 'rights'>): boolean {
  return kind === 'rocket-chat' && rights.manageWorkspaceStatuses.allowed;
}

/** True where an account can do anything beyond its own status. */
export function mayAdminister(accounts: AccountState[]): boolean {
  return accounts.some((account) => maySetOthers(account) || mayManageWorkspace(account));
}
