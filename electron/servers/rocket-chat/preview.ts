import type { Account } from '../../contract/account.ts';
import type { StatusPreview } from '../../contract/emoji.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Status } from '../../contract/status.ts';
import { keptText } from '../kept-text.ts';
import { customThere, type KnownEmoji, type ShownEmoji, shownEmoji } from '../known-emoji.ts';
import { messageOf, TEXT_LIMIT } from './message.ts';

/** The message that a status becomes, with the emoji that stands in front of it, by what is known of the workspace. */
export interface ShownMessage extends ShownEmoji {
  message: string;
  text: string;
  /** What is too long, or would say nothing there. */
  problem: Problem | null;
  emojiProblem: Problem | null;
}

export function shownMessage(
  known: KnownEmoji,
  serverUrl: string,
  status: Pick<Status, 'emoji' | 'fallbackEmoji' | 'text'>,
): ShownMessage {
  const custom = known.custom(serverUrl);
  const shown = shownEmoji(status, (emoji) =>
    emoji.kind === 'unicode' ? { emoji } : customThere(emoji, serverUrl, custom),
  );
  const text = keptText(status.text);
  const message = messageOf(shown.emoji, text);
  const { length } = message;
  // The server would cut what is too long, in the middle of a character if need be, and say nothing.
  const tooLong: Problem | null =
    length > TEXT_LIMIT.max ? { code: 'text-too-long', length, max: TEXT_LIMIT.max } : null;
  const problem = tooLong ?? (message === '' ? shown.problem : null);
  return { ...shown, emojiProblem: shown.problem, message, text, problem };
}

export function previewOnRocketChat(
  known: KnownEmoji,
  { serverUrl, capabilities }: Pick<Account, 'serverUrl' | 'capabilities'>,
  status: Status,
): Omit<StatusPreview, 'accountId'> {
  const { emoji, replaced, emojiProblem, message, text, problem } = shownMessage(known, serverUrl, status);
  const { availabilities, mayChangeText, endsByItself } = capabilities;
  const hides = status.availability === 'invisible' && !availabilities.includes('invisible');
  const forbidden: Problem | null = hides
    ? { code: 'invisible-not-allowed' }
    : message !== '' && !mayChangeText
      ? { code: 'text-change-not-allowed' }
      : null;
  return {
    emoji,
    emojiReplaced: replaced,
    emojiProblem,
    emojiInText: true,
    text,
    until: endsByItself ? status.until : null,
    problem: problem ?? forbidden,
  };
}
