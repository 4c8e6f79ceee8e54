/** Chromium's name for what Node calls a failed connection. `https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h` */
const NAMES: Record<string, string> = {
  ENOTFOUND: 'NAME_NOT_RESOLVED',
  EAI_AGAIN: 'NAME_NOT_RESOLVED',
  ECONNREFUSED: 'CONNECTION_REFUSED',
  ECONNRESET: 'CONNECTION_RESET',
  EPIPE: 'CONNECTION_RESET',
  UND_ERR_SOCKET: 'EMPTY_RESPONSE',
  ETIMEDOUT: 'CONNECTION_TIMED_OUT',
  UND_ERR_CONNECT_TIMEOUT: 'CONNECTION_TIMED_OUT',
  UND_ERR_HEADERS_TIMEOUT: 'TIMED_OUT',
  EHOSTUNREACH: 'ADDRESS_UNREACHABLE',
  ENETUNREACH: 'ADDRESS_UNREACHABLE',
  CERT_HAS_EXPIRED: 'CERT_DATE_INVALID',
  CERT_NOT_YET_VALID: 'CERT_DATE_INVALID',
  ERR_TLS_CERT_ALTNAME_INVALID: 'CERT_COMMON_NAME_INVALID',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'CERT_AUTHORITY_INVALID',
  SELF_SIGNED_CERT_IN_CHAIN: 'CERT_AUTHORITY_INVALID',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'CERT_AUTHORITY_INVALID',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'CERT_AUTHORITY_INVALID',
  ERR_SSL_WRONG_VERSION_NUMBER: 'SSL_PROTOCOL_ERROR',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'SSL_PROTOCOL_ERROR',
  EPROTO: 'SSL_PROTOCOL_ERROR',
};

/** The plain error that Electron's `fetch` rejects with, for the one of Node's. */
export function asNetError(error: unknown): unknown {
  if (!(error instanceof TypeError)) return error;
  const cause = error.cause as { code?: string; message?: string } | undefined;
  if (cause?.message === 'bad port') return new Error('net::ERR_UNSAFE_PORT');
  if (cause?.message === 'unexpected redirect')
    return new Error("Attempted to redirect, but redirect policy was 'error'");
  const { code } = cause ?? {};
  if (code === undefined) return error.message === 'fetch failed' ? new Error('net::ERR_FAILED') : error;
  const name = NAMES[code] ?? (code.startsWith('HPE_') ? 'INVALID_HTTP_RESPONSE' : 'FAILED');
  return new Error(`net::ERR_${name}`);
}
