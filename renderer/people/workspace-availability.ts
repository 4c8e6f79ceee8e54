import type { AccountState } from '../../electron/contract/app-state.ts';
import type { Availability } from '../../electron/contract/status.ts';
import { ADMINISTRATION_TEXTS } from '../administration-texts.ts';

/** As Rocket.Chat's users read them; its own names are in the capabilities only for those the account may choose itself. */
const NAMES: Record<Availability, string> = { online: 'Online', away: 'Away', busy: 'Busy', invisible: 'Offline' };

export function workspaceAvailability(account: AccountState, availability: Availability | null): string {
  if (availability === null) return ADMINISTRATION_TEXTS.workspace.asItIs;
  return account.capabilities.availabilityNames[availability] ?? NAMES[availability];
}
