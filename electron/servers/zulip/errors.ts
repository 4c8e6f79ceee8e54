import type { Problem } from '../../contract/problem.ts';
import type { JsonReply } from '../http.ts';
import { refused } from '../server-errors.ts';

/** What was asked for, so that a refusal can be told in its terms. */
export interface Asked {
  textLength?: number;
  emoji?: string;
}

/** How a credential that the server does not take is to be called. */
export type CredentialProblem = 'signed-out' | 'wrong-api-key' | 'wrong-password';

interface Refusal {
  host: string;
  message: string;
  asked: Asked;
  credential: CredentialProblem;
}

/** https://zulip.com/api/rest-error-handling */
const BY_CODE: Readonly<Record<string, (refusal: Refusal) => Problem>> = {
  AUTHENTICATION_FAILED: () => ({ code: 'wrong-password' }),
  INVALID_API_KEY: ({ credential }) => ({ code: credential }),
  UNAUTHORIZED: ({ credential }) => ({ code: credential }),
  USER_DEACTIVATED: () => ({ code: 'user-deactivated' }),
  REALM_DEACTIVATED: ({ host }) => ({ code: 'organization-deactivated', serverName: host }),
  PASSWORD_AUTH_DISABLED: () => ({ code: 'password-sign-in-off' }),
  PASSWORD_RESET_REQUIRED: () => ({ code: 'password-reset-needed' }),
  NONEXISTENT_SUBDOMAIN: ({ host }) => ({ code: 'no-organization', host }),
  UNAUTHORIZED_PRINCIPAL: () => ({ code: 'not-permitted' }),
};

/**
 * Refusals that share the code `BAD_REQUEST` and differ only in their words, which the server translates into the
 * user's language. In other languages they become `refused`, with the server's own words.
 */
const BY_MESSAGE: readonly (readonly [RegExp, (refusal: Refusal) => Problem])[] = [
  [/^This endpoint does not accept bot requests/, () => ({ code: 'is-bot' })],
  [/^status_text is too long/, ({ message, asked }) => tooLong(message, asked)],
  [/^Client did not pass any new values/, () => ({ code: 'nothing-to-set' })],
  [/^Emoji '.*' does not exist/s, ({ message, asked }) => unknownEmoji(message, asked)],
  [/^Invalid (emoji (type|code|name)|custom emoji( name)?)\./, ({ message, asked }) => unknownEmoji(message, asked)],
  [/^This custom emoji has been deactivated/, ({ asked }) => ({ code: 'emoji-deactivated', emoji: asked.emoji ?? '' })],
  [/^Insufficient permission/, () => ({ code: 'not-permitted' })],
  [/^(User|Account) is deactivated/, () => ({ code: 'user-deactivated' })],
  [/^Subdomain required/, ({ host }) => ({ code: 'no-organization', host })],
];

export function zulipProblem(reply: JsonReply, credential: CredentialProblem, asked: Asked = {}): Problem {
  const body = (reply.body ?? {}) as { code?: unknown; msg?: unknown };
  const message = typeof body.msg === 'string' ? body.msg : '';
  const refusal: Refusal = { host: reply.url.host, message, asked, credential };
  const byCode = typeof body.code === 'string' && Object.hasOwn(BY_CODE, body.code) ? BY_CODE[body.code] : undefined;
  if (byCode) return byCode(refusal);
  // Old servers answer a wrong key without a code.
  if (reply.status === 401) return { code: credential };
  const byMessage = BY_MESSAGE.find(([pattern]) => pattern.test(message));
  return byMessage ? byMessage[1](refusal) : refused(message);
}

/** The event queue is gone, after ten minutes without a poll or a restart of the server: register anew. */
export function isQueueGone(reply: JsonReply): boolean {
  return (reply.body as { code?: unknown } | null)?.code === 'BAD_EVENT_QUEUE_ID';
}

function tooLong(message: string, asked: Asked): Problem {
  const max = Number(/limit: (\d+)/.exec(message)?.[1] ?? 60);
  // Its word is final, also where it counts more than we do.
  return { code: 'text-too-long', length: Math.max(asked.textLength ?? 0, max + 1), max };
}

function unknownEmoji(message: string, asked: Asked): Problem {
  return { code: 'emoji-unknown', emoji: asked.emoji ?? /'(.*)'/s.exec(message)?.[1] ?? '' };
}
