import type { Signal } from '@preact/signals';
import type { AccountState } from '../../electron/contract/app-state.ts';
import { STATUS_SCREEN } from '../../electron/contract/languages/en/status-screen.ts';
import { AVAILABILITIES, type Availability } from '../../electron/contract/status.ts';
import { joined } from '../../electron/contract/texts/joined.ts';
import { availabilityText } from '../../electron/contract/texts/status-texts.ts';
import { AvailabilityDot, nameThere } from './availability.tsx';
import { Menu, type MenuItem } from './menu.tsx';

interface Props {
  availability: Signal<Availability | null>;
  /** The accounts it is for: only what at least one of them has is offered. */
  accounts: AccountState[];
}

export function AvailabilityPill({ availability, accounts }: Props) {
  const chosen = availability.value;
  const offered = AVAILABILITIES.filter((each) => accounts.some((account) => has(account, each)));
  const item = (each: Availability): MenuItem => ({
    key: each,
    checked: chosen === each,
    label: (
      <>
        <AvailabilityDot availability={each} />
        {availabilityText(each)}
      </>
    ),
    detail: otherNames(each, accounts),
    choose: () => {
      availability.value = each;
    },
  });
  const asItIs: MenuItem = {
    key: 'as-it-is',
    checked: chosen === null,
    label: STATUS_SCREEN.compose.asItIs,
    choose: () => {
      availability.value = null;
    },
  };
  return (
    <Menu label={STATUS_SCREEN.compose.availability} kind="radio" items={() => [asItIs, ...offered.map(item)]}>
      <AvailabilityDot availability={chosen} />
      {chosen === null ? STATUS_SCREEN.compose.asItIs : availabilityText(chosen)}
    </Menu>
  );
}

function has(account: AccountState, availability: Availability): boolean {
  return account.capabilities.availabilities.includes(availability);
}

/** Where a server has another word for it, or does not have it: “Offline on Riverside; not on Acme”. */
function otherNames(availability: Availability, accounts: AccountState[]): string | undefined {
  const servers = new Map<string | null, string[]>();
  for (const { capabilities, serverName } of accounts) {
    const offered = capabilities.availabilities.includes(availability);
    const name = offered ? nameThere(capabilities, availability) : null;
    if (name?.toLowerCase() === availabilityText(availability).toLowerCase()) continue;
    servers.set(name, [...(servers.get(name) ?? []), serverName]);
  }
  const notes = [...servers].map(([name, names]) =>
    name === null
      ? STATUS_SCREEN.compose.notOn({ servers: joined(names) })
      : STATUS_SCREEN.compose.nameOn({ name, servers: joined(names) }),
  );
  return notes.length === 0 ? undefined : joined(notes, 'semicolon');
}
