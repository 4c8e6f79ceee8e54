import { PEOPLE } from '../../electron/contract/languages/en/people.ts';
import type { ReportedStatus } from '../../electron/contract/status.ts';
import { availabilityText } from '../../electron/contract/texts/status-texts.ts';
import { AvailabilityDot } from '../parts/availability.tsx';
import { Emoji } from '../parts/emoji.tsx';

/** What somebody shows at present, small. Nothing where it is not known. */
export function PresentStatus({ reported }: { reported: ReportedStatus | null }) {
  if (reported === null) return null;
  const { emoji, text, availability } = reported;
  const words = text.trim() || (availability ? availabilityText(availability) : '');
  return (
    <span class="present-status">
      <AvailabilityDot availability={availability} />
      {emoji !== null && <Emoji emoji={emoji} />}
      <span>{words || (emoji === null ? PEOPLE.noStatus : '')}</span>
    </span>
  );
}
