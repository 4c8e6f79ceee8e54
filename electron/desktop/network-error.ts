/** Chromium's names of network failures with the codes that Node has for the same. */
const NODE_CODES: Record<string, string> = {
  ERR_NAME_NOT_RESOLVED: 'ENOTFOUND',
  ERR_NAME_RESOLUTION_FAILED: 'EAI_AGAIN',
  ERR_INTERNET_DISCONNECTED: 'ENETUNREACH',
  ERR_NETWORK_CHANGED: 'ECONNRESET',
  ERR_NETWORK_IO_SUSPENDED: 'ENETUNREACH',
  ERR_ADDRESS_UNREACHABLE: 'EHOSTUNREACH',
  ERR_CONNECTION_REFUSED: 'ECONNREFUSED',
  ERR_CONNECTION_RESET: 'ECONNRESET',
  ERR_CONNECTION_CLOSED: 'ECONNRESET',
  ERR_CONNECTION_ABORTED: 'ECONNABORTED',
  ERR_EMPTY_RESPONSE: 'ECONNRESET',
  ERR_CONNECTION_TIMED_OUT: 'ETIMEDOUT',
  ERR_TIMED_OUT: 'ETIMEDOUT',
  ERR_CERT_DATE_INVALID: 'CERT_HAS_EXPIRED',
  ERR_CERT_COMMON_NAME_INVALID: 'ERR_TLS_CERT_ALTNAME_INVALID',
  ERR_CERT_AUTHORITY_INVALID: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
};

/**
 * A failure of Electron's fetch, which is a plain `net::ERR_…`, in the shape of Node's: a TypeError whose cause has a
 * code. So that the servers' code has to know one shape only. Aborts and anything else come back as they are.
 */
export function asNodeFetchError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const name = /net::(ERR_[A-Z0-9_]+)/.exec(error.message)?.[1];
  if (name === undefined) return error;
  const cause = Object.assign(new Error(error.message), { code: NODE_CODES[name] ?? name });
  return new TypeError('fetch failed', { cause });
}
