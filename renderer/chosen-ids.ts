import type { AccountState } from '../electron/contract/app-state.ts';

/** The chosen accounts that still exist; null: all of them. */
export function chosenIds(accounts: AccountState[], chosen: string[] | null): string[] {
  return accounts.map((account) => account.id).filter((id) => chosen === null || chosen.includes(id));
}
