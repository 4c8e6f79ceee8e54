import type { AccountState } from '../../electron/contract/app-state.ts';
import { WORKSPACE_STATUSES } from '../../electron/contract/languages/en/workspace-statuses.ts';
import type { Availability } from '../../electron/contract/status.ts';

/** As Rocket.Chat's users read them; its own names are in the capabilities only for those the account may choose itself. */
const NAMES: Record<Availability, string> = { online: 'Online', away: 'Away', busy: 'Busy', invisible: 'Offline' };

export function workspaceAvailability(account: AccountState, availability: Availability | null): string {
  if (availability === null) return WORKSPACE_STATUSES.asItIs;
  return account.capabilities.availabilityNames[availability] ?? NAMES[availability];
}
