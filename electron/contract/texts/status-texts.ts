import { STATUSES } from '../languages/en/statuses.ts';
import type { Availability, StatusEmoji } from '../status.ts';

/** Our own name for an availability; a server's own names are in its capabilities. */
export function availabilityText(availability: Availability): string {
  return STATUSES.availability[availability];
}

/** An emoji as text: the character itself, or `:name:` for one of an organisation's own. */
export function emojiText(emoji: StatusEmoji): string {
  return emoji.kind === 'unicode' ? emoji.value : `:${emoji.name}:`;
}

/** A status in one line of plain words: “🍔 Lunch”, “Busy”, “No status”. */
export function statusText(
  status: { emoji: StatusEmoji | null; text: string; availability?: Availability | null } | null,
): string {
  if (status === null) return STATUSES.none;
  const words = [status.emoji && emojiText(status.emoji), status.text.trim()].filter(Boolean).join(' ');
  if (words !== '') return words;
  return status.availability && status.availability !== 'online'
    ? availabilityText(status.availability)
    : STATUSES.none;
}

const PARTS: Record<string, keyof typeof STATUSES.part> = {
  text: 'text',
  status_text: 'text',
  message: 'text',
  emoji: 'emoji',
  emoji_name: 'emoji',
  emoji_code: 'emoji',
  reaction_type: 'emoji',
  availability: 'availability',
  status: 'availability',
  expiresAt: 'end',
};

/** A part of a status in words, by our name or a server's; one that is not known keeps the server's name. */
export function statusPartText(name: string): string {
  const part = PARTS[name];
  return part === undefined ? name : STATUSES.part[part];
}
