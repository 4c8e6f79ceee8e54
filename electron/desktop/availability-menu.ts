import type { AccountState, AppState } from '../contract/app-state.ts';
import { chosenAccounts } from '../contract/chosen-accounts.ts';
import type { CommandArgument } from '../contract/commands.ts';
import { shownStatus } from '../contract/current-status.ts';
import { AVAILABILITIES, type Availability, type Status } from '../contract/status.ts';
import { availabilityText } from '../contract/texts/status-texts.ts';

/** The availabilities that the chosen accounts have, by the servers' own name where they agree on one. */
export function availabilityChoices(state: AppState): { availability: Availability; name: string }[] {
  return AVAILABILITIES.flatMap((availability) => {
    const having = chosen(state).filter((account) => account.capabilities.availabilities.includes(availability));
    const names = new Set(having.map((account) => account.capabilities.availabilityNames[availability]));
    const [own] = names;
    const name = names.size === 1 && own ? own : availabilityText(availability);
    return having.length > 0 ? [{ availability, name }] : [];
  });
}

/** The commands that change the availability alone: each account keeps what it shows, so there is one per different status. */
export function availabilityChanges(state: AppState, availability: Availability): CommandArgument<'set-status'>[] {
  const changes = new Map<string, { status: Status; accountIds: string[] }>();
  for (const account of chosen(state)) {
    if (!account.capabilities.availabilities.includes(availability)) continue;
    const status = { ...keptStatus(account), availability };
    const key = JSON.stringify(status);
    const change = changes.get(key) ?? { status, accountIds: [] };
    change.accountIds.push(account.id);
    changes.set(key, change);
  }
  return [...changes.values()];
}

function chosen({ accounts, settings }: AppState): AccountState[] {
  return chosenAccounts(accounts, null, settings.chosenAccountIds);
}

function keptStatus(account: AccountState): Omit<Status, 'availability'> {
  const shown = shownStatus(account);
  return {
    emoji: shown?.emoji ?? null,
    text: shown?.text ?? '',
    until: shown?.until ?? null,
    then: account.desired?.then ?? 'clear',
  };
}
