import type { Problem } from '../contract/problem.ts';

type Meaning = (host: string) => Problem;

const offline: Meaning = () => ({ code: 'offline' });
const unreachable: Meaning = (host) => ({ code: 'unreachable', host });
const certificate =
  (reason: 'expired' | 'wrong-host' | 'untrusted'): Meaning =>
  (host) => ({ code: 'certificate', host, reason });

/**
 * What `fetch` throws, by its first match. Names without `ERR_` and those of TLS are Node's (`cause.code`); `net::ERR_*`
 * are Chromium's, from Electron's `net.fetch`: https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h
 */
const MEANINGS: readonly (readonly [RegExp, Meaning])[] = [
  [/CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|ERR_CERT_DATE_INVALID/, certificate('expired')],
  [/ERR_TLS_CERT_ALTNAME_INVALID|ERR_CERT_COMMON_NAME_INVALID/, certificate('wrong-host')],
  [
    /SELF_SIGNED_CERT|UNABLE_TO_(VERIFY|GET)|CERT_UNTRUSTED|CERT_REVOKED|CERT_REJECTED|CERT_CHAIN_TOO_LONG|INVALID_CA|INVALID_PURPOSE|CERT_SIGNATURE_FAILURE|net::ERR_CERT_/,
    certificate('untrusted'),
  ],
  [
    /EAI_AGAIN|ENETUNREACH|ENETDOWN|ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_NETWORK_IO_SUSPENDED|ERR_DNS_TIMED_OUT/,
    offline,
  ],
  [/ENOTFOUND|ENODATA|ERR_NAME_NOT_RESOLVED|ERR_NAME_RESOLUTION_FAILED/, (host) => ({ code: 'unknown-host', host })],
  [
    /ETIMEDOUT|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT|ERR_(CONNECTION_)?TIMED_OUT|TimeoutError/,
    (host) => ({ code: 'timeout', host }),
  ],
  [
    /unexpected redirect|redirect count exceeded|redirect (policy|mode)|ERR_TOO_MANY_REDIRECTS|Redirect was cancelled/i,
    (host) => ({ code: 'redirected', host, to: '' }),
  ],
  [/ECONNREFUSED|ECONNRESET|EHOSTUNREACH|EPIPE|UND_ERR_SOCKET|ERR_SSL|net::ERR_/, unreachable],
];

/** Never carries the error's own words on: they can hold an address with a query. */
export function networkProblem(error: unknown, host: string): Problem {
  const traces = tracesOf(error);
  for (const [pattern, meaning] of MEANINGS) {
    if (traces.some((trace) => pattern.test(trace))) return meaning(host);
  }
  return unreachable(host);
}

/** Names, codes and messages of an error, its causes and the members of an `AggregateError` (one per address tried). */
function tracesOf(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error) || depth > 4) return [];
  const code = 'code' in error ? String(error.code) : '';
  const members = error instanceof AggregateError ? error.errors.flatMap((one) => tracesOf(one, depth + 1)) : [];
  return [error.name, code, error.message, ...tracesOf(error.cause, depth + 1), ...members];
}
