import type { Availability, Outcome, StatusEmoji } from '../status.ts';
import { shortProblemText } from './short-problem-texts.ts';

const AVAILABILITY_TEXTS: Record<Availability, string> = {
  online: 'Online',
  away: 'Away',
  busy: 'Busy',
  invisible: 'Invisible',
};

/** Our own name for an availability; a server's own names are in its capabilities. */
export function availabilityText(availability: Availability): string {
  return AVAILABILITY_TEXTS[availability];
}

/** An emoji as text: the character itself, or `:name:` for one of an organisation's own. */
export function emojiText(emoji: StatusEmoji): string {
  return emoji.kind === 'unicode' ? emoji.value : `:${emoji.name}:`;
}

/** A status in one line of plain words: “🍔 Lunch”, “Busy”, “No status”. */
export function statusText(
  status: { emoji: StatusEmoji | null; text: string; availability?: Availability | null } | null,
): string {
  if (status === null) return 'No status';
  const words = [status.emoji && emojiText(status.emoji), status.text.trim()].filter(Boolean).join(' ');
  if (words !== '') return words;
  return status.availability && status.availability !== 'online' ? availabilityText(status.availability) : 'No status';
}

/** What became of a status on one account, in a few words without a capital: “waiting, offline”. */
export function outcomeText(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'sending':
      return 'sending…';
    case 'applied':
      return 'set';
    case 'waiting':
      return `waiting, ${shortProblemText(outcome.problem)}`;
    case 'rejected':
      return `not set, ${shortProblemText(outcome.problem)}`;
    case 'superseded':
      return 'changed elsewhere';
  }
}
