import type { Account } from '../contract/account.ts';
import type { ImportNote } from '../contract/exchange.ts';

/** An account as another computer can find it; without `login`, whoever one is on that server. */
export interface FileAccount {
  server: string;
  login?: string;
}

type Known = Pick<Account, 'id' | 'serverUrl' | 'login'>;

/** Ids mean nothing elsewhere, so a file has addresses and logins. */
export function printAccounts(ids: readonly string[] | null, accounts: readonly Known[]): FileAccount[] | null {
  if (ids === null) return null;
  return accounts.filter(({ id }) => ids.includes(id)).map(({ serverUrl, login }) => ({ server: serverUrl, login }));
}

export interface FoundAccounts {
  /** null: all, or those chosen in the popup. */
  ids: string[] | null;
  /** Those that are not here. */
  missing: FileAccount[];
}

/** The accounts here that a file means. Where none of them is here, it is as if the file had not named any. */
export function findAccounts(wanted: readonly FileAccount[] | null, accounts: readonly Known[]): FoundAccounts {
  if (wanted === null) return { ids: null, missing: [] };
  const idsOf = (one: FileAccount) => accounts.filter((account) => isMeant(one, account)).map(({ id }) => id);
  const ids = [...new Set(wanted.flatMap(idsOf))];
  return { ids: ids.length === 0 ? null : ids, missing: wanted.filter((one) => idsOf(one).length === 0) };
}

/** What to say of accounts that are not here. */
export function missingNotes(missing: readonly FileAccount[]): ImportNote[] {
  return missing.map(({ server, login }) =>
    login === undefined ? { kind: 'server-unknown', server } : { kind: 'account-unknown', server, login },
  );
}

function isMeant({ server, login }: FileAccount, account: Known): boolean {
  return bare(server) === bare(account.serverUrl) && (login === undefined || login === account.login);
}

function bare(address: string): string {
  return (URL.parse(address)?.href ?? address).replace(/\/+$/, '').toLowerCase();
}
