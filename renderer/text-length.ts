import type { Account, TextLimit } from '../electron/contract/account.ts';
import type { StatusEmoji } from '../electron/contract/status.ts';
import { emojiText } from '../electron/contract/texts/status-texts.ts';

export interface TextLength {
  length: number;
  max: number;
  serverName: string;
}

/** The length of a text as the account counts it whose limit leaves the least room; null without accounts. */
export function strictestLength(
  accounts: Pick<Account, 'capabilities' | 'serverName'>[],
  emoji: StatusEmoji | null,
  text: string,
): TextLength | null {
  let strictest: TextLength | null = null;
  for (const { capabilities, serverName } of accounts) {
    const { max } = capabilities.textLimit;
    const length = textLength(capabilities.textLimit, emoji, text);
    if (strictest === null || max - length < strictest.max - strictest.length) strictest = { length, max, serverName };
  }
  return strictest;
}

/** Counts as a server with this limit does, after trimming; where the emoji counts, with the space behind it. */
export function textLength(limit: TextLimit, emoji: StatusEmoji | null, text: string): number {
  const words = text.trim();
  const sent = limit.emojiCounts && emoji !== null ? [emojiText(emoji), words].filter(Boolean).join(' ') : words;
  return limit.counting === 'code-points' ? [...sent].length : sent.length;
}
