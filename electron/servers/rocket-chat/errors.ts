import type { Problem } from '../../contract/problem.ts';
import type { JsonReply } from '../http.ts';
import { waitAsked } from '../rate-limit.ts';
import { refused } from '../server-errors.ts';

/** How a credential that the server does not take is to be called. */
export type CredentialProblem = 'signed-out' | 'wrong-password' | 'wrong-token';

interface Refusal {
  reply: JsonReply;
  /** The server's words without the code at their end. */
  message: string;
  credential: CredentialProblem;
}

const BY_TOKEN: Readonly<Record<string, (refusal: Refusal) => Problem>> = {
  'error-too-many-requests': ({ reply }) => rateLimited(reply),
  'error-not-allowed': ({ message }) =>
    // Servers around 3.11 refuse `offline` under this code as well.
    /invisible/i.test(message) ? { code: 'invisible-not-allowed' } : { code: 'text-change-not-allowed' },
  'error-status-not-allowed': () => ({ code: 'invisible-not-allowed' }),
  'error-presence-disabled': () => ({ code: 'presence-disabled' }),
  'error-invalid-date': ({ message }) => (/future/i.test(message) ? { code: 'end-in-the-past' } : refused(message)),
  'error-unauthorized': () => ({ code: 'not-permitted' }),
  'not-authorized': () => ({ code: 'not-permitted' }),
  not_authorized: () => ({ code: 'not-permitted' }),
  unauthorized: () => ({ code: 'not-permitted' }),
  forbidden: () => ({ code: 'not-permitted' }),
  'totp-invalid': () => ({ code: 'two-factor-wrong' }),
  'totp-max-attempts': () => ({ code: 'two-factor-exhausted' }),
  'error-user-is-not-activated': () => ({ code: 'user-deactivated' }),
  'error-login-blocked-for-user': ({ reply }) => rateLimited(reply),
  'error-login-blocked-for-ip': ({ reply }) => rateLimited(reply),
};

/** Refusals without a code. */
const BY_MESSAGE: readonly (readonly [RegExp, (refusal: Refusal) => Problem])[] = [
  [/^Match error/, () => ({ code: 'nothing-to-set' })],
  [/must NOT have additional properties/, () => ({ code: 'not-applied', what: ['expiresAt'] })],
  [/^User has been deactivated|not activated/i, () => ({ code: 'user-deactivated' })],
];

/** The code stands in `errorType`, else in brackets at the end of `error`, else it is `error` itself. */
export function rocketChatProblem(reply: JsonReply, credential: CredentialProblem): Problem {
  const refusal: Refusal = { reply, message: messageOf(reply), credential };
  const token = errorToken(reply);
  const byToken = token !== null && Object.hasOwn(BY_TOKEN, token) ? BY_TOKEN[token] : undefined;
  // At 401 `unauthorized` is about the credential; at 400 and 403 about rights.
  if (reply.status === 401 && (!byToken || /^(unauthorized|error-unauthorized)$/i.test(token ?? ''))) {
    return { code: credential };
  }
  if (byToken) return byToken(refusal);
  if (reply.status === 403) return { code: 'not-permitted' };
  const byMessage = BY_MESSAGE.find(([pattern]) => pattern.test(refusal.message));
  return byMessage ? byMessage[1](refusal) : refused(refusal.message);
}

/** The server's machine-readable word for what is wrong; null where it has none. */
export function errorToken(reply: JsonReply): string | null {
  const { errorType, error } = fields(reply);
  if (typeof errorType === 'string' && errorType !== '') return errorType;
  if (typeof error !== 'string') return null;
  return /\[([\w-]+)\]\s*$/.exec(error)?.[1] ?? (/^[\w-]+$/.test(error) ? error : null);
}

function messageOf(reply: JsonReply): string {
  const { error, message } = fields(reply);
  const words = typeof error === 'string' ? error : typeof message === 'string' ? message : '';
  return words.replace(/\s*\[[\w-]+\]\s*$/, '');
}

function fields(reply: JsonReply): { errorType?: unknown; error?: unknown; message?: unknown } {
  return (reply.body ?? {}) as { errorType?: unknown; error?: unknown; message?: unknown };
}

function rateLimited(reply: JsonReply): Problem {
  const waitMs = waitAsked(reply.headers, reply.body as object | null, Date.now());
  return { code: 'rate-limited', host: reply.url.host, waitMs };
}
