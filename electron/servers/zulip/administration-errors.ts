import type { Problem } from '../../contract/problem.ts';
import type { JsonReply } from '../http.ts';
import { zulipProblem } from './errors.ts';

/** What was asked for, so that a refusal can be told in its terms. `emoji` is empty for none. */
export interface AskedForOther {
  textLength: number;
  emoji: string;
}

/**
 * Refusals that only this endpoint tells apart. All share the code `BAD_REQUEST`; the words are those of servers speaking
 * English with the user, in other languages they arrive as `refused`. The document lists some of them, the rest is the
 * validator's: https://zulip.com/api/update-status-for-user
 */
const BY_MESSAGE: readonly (readonly [RegExp, (asked: AskedForOther, message: string) => Problem])[] = [
  [/^Client must pass emoji_name/, () => ({ code: 'emoji-name-missing' })],
  [/^Emoji '.*' does not exist/s, ({ emoji }, message) => ({ code: 'emoji-unknown', emoji: emoji || quoted(message) })],
  [/^Invalid emoji name\./, ({ emoji }) => ({ code: 'emoji-name-wrong', emoji: emoji || 'this emoji' })],
  [/^Invalid emoji code\./, ({ emoji }) => ({ code: 'emoji-code-wrong', emoji: emoji || 'This emoji' })],
  [/^Invalid emoji type\./, () => ({ code: 'emoji-type-wrong' })],
  [/^Invalid custom emoji\./, ({ emoji }) => ({ code: 'custom-emoji-unknown', emoji: emoji || 'that' })],
  [/^Invalid custom emoji name\./, ({ emoji }) => ({ code: 'custom-emoji-renamed', emoji: emoji || '' })],
  // Somebody who has left is refused in three ways, depending on the server's age.
  [/^(No such user|(User|Account) is deactivated)/, () => ({ code: 'person-unknown' })],
];

export function otherPersonProblem(reply: JsonReply, asked: AskedForOther): Problem {
  const { msg } = (reply.body ?? {}) as { msg?: unknown };
  const message = typeof msg === 'string' ? msg : '';
  const meaning = reply.status === 400 ? BY_MESSAGE.find(([pattern]) => pattern.test(message)) : undefined;
  return meaning ? meaning[1](asked, message) : zulipProblem(reply, 'signed-out', asked);
}

function quoted(message: string): string {
  return /'(.*)'/s.exec(message)?.[1] ?? '';
}
