import type { Account } from './account.ts';

/** The accounts that something is for: those named, else those chosen in settings, else all. */
export function chosenAccounts<A extends Pick<Account, 'id'>>(
  all: readonly A[],
  named: readonly string[] | null,
  chosen: readonly string[] | null,
): A[] {
  const wanted = named ?? chosen;
  const found = all.filter(({ id }) => wanted === null || wanted.includes(id));
  // Chosen accounts may have been removed since; "all" is what remains of such a choice.
  return found.length === 0 && named === null ? [...all] : found;
}
