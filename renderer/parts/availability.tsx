import type { Capabilities } from '../../electron/contract/account.ts';
import type { Availability } from '../../electron/contract/status.ts';
import { availabilityText } from '../../electron/contract/texts/status-texts.ts';

export function AvailabilityDot({ availability }: { availability: Availability | null }) {
  return availability === null ? null : <span class={`dot ${availability}`} aria-hidden="true" />;
}

/** What this account's server calls an availability; our own word where it has none. */
export function nameThere(capabilities: Capabilities, availability: Availability): string {
  return capabilities.availabilityNames[availability] ?? availabilityText(availability);
}
