import type { ReportedStatus, Status, StatusEmoji } from '../../contract/status.ts';
import type { HeldStatus } from '../chat-server.ts';
import { keptText } from '../kept-text.ts';
import { emojiCode, emojiFromCode } from './emoji-codes.ts';
import type { StatusParts } from './replies.ts';

export const TEXT_LIMIT = { max: 60, counting: 'code-points', emojiCounts: false } as const;

/** Counted as the server counts: code points, after trimming. */
export function textLength(text: string): number {
  return [...keptText(text)].length;
}

/** What a server said of a status; absent and empty parts both mean "not set". */
export function reportedEmoji(parts: StatusParts, serverUrl: string): StatusEmoji | null {
  const { emoji_code: code = '', emoji_name: name = '', reaction_type: type } = parts;
  if (code === '' || name === '') return null;
  const unicode = type === 'unicode_emoji' ? emojiFromCode(code) : null;
  return unicode === null ? { kind: 'custom', serverUrl, name, code } : { kind: 'unicode', value: unicode };
}

export function held(status: Status | ReportedStatus): HeldStatus {
  const availability =
    status.availability === 'online' || status.availability === 'invisible' ? status.availability : null;
  return { emoji: heldEmoji(status.emoji), text: keptText(status.text), availability };
}

function heldEmoji(emoji: StatusEmoji | null): string {
  if (!emoji) return '';
  return emoji.kind === 'unicode' ? `unicode ${emojiCode(emoji.value)}` : `custom ${emoji.code}`;
}

/** The one custom emoji that every server has: https://zulip.com/api/update-status#parameter-reaction_type */
export function customType(emoji: Extract<StatusEmoji, { kind: 'custom' }>): 'realm_emoji' | 'zulip_extra_emoji' {
  return emoji.code === 'zulip' ? 'zulip_extra_emoji' : 'realm_emoji';
}
