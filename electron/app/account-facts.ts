import type { AccountService } from '../accounts/account-service.ts';
import type { Clock } from '../status/clock.ts';

/** What servers tell of their accounts: the version, names, limits, what is allowed. */
export interface AccountFacts {
  read(accountId: string): Promise<void>;
  /** Reads those that were not read lately. */
  refresh(): Promise<void>;
}

/** Opening the popup twice costs nothing. */
const YOUNG_MS = 10 * 60_000;

export function createAccountFacts({ accounts, clock }: { accounts: AccountService; clock: Clock }): AccountFacts {
  const readAt = new Map<string, number>();

  async function read(id: string): Promise<void> {
    readAt.set(id, clock.steady());
    const answer = await accounts.refresh(id);
    if (!answer.ok) readAt.delete(id);
  }

  return {
    read,
    async refresh() {
      const isOld = (id: string) => clock.steady() - (readAt.get(id) ?? Number.NEGATIVE_INFINITY) >= YOUNG_MS;
      const signedIn = accounts.list().filter(({ id }) => accounts.signInState(id) === 'signed-in');
      await Promise.all(signedIn.filter(({ id }) => isOld(id)).map(({ id }) => read(id)));
    },
  };
}
