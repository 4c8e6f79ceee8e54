import { expect, test } from 'vitest';
import { networkProblem } from '../../electron/servers/network-errors.ts';

/** As Node's `fetch` throws: the interesting part is the cause. */
function undici(code: string, message = code): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });
}

/** As Electron's `net.fetch` throws. */
const chromium = (name: string) => new Error(`net::${name}`);

const certificate = (reason: string) => ({ code: 'certificate', host: 'h', reason });

test.each<[Error, object]>([
  [undici('ENOTFOUND', 'getaddrinfo ENOTFOUND h'), { code: 'unknown-host', host: 'h' }],
  [undici('EAI_AGAIN'), { code: 'offline' }],
  [undici('ENETUNREACH'), { code: 'offline' }],
  [undici('ECONNREFUSED'), { code: 'unreachable', host: 'h' }],
  [undici('ECONNRESET'), { code: 'unreachable', host: 'h' }],
  [undici('UND_ERR_SOCKET', 'other side closed'), { code: 'unreachable', host: 'h' }],
  [undici('ERR_SSL_WRONG_VERSION_NUMBER'), { code: 'unreachable', host: 'h' }],
  [undici('UND_ERR_CONNECT_TIMEOUT'), { code: 'timeout', host: 'h' }],
  [undici('ETIMEDOUT'), { code: 'timeout', host: 'h' }],
  [undici('CERT_HAS_EXPIRED'), certificate('expired')],
  [undici('ERR_TLS_CERT_ALTNAME_INVALID'), certificate('wrong-host')],
  [undici('DEPTH_ZERO_SELF_SIGNED_CERT'), certificate('untrusted')],
  [undici('SELF_SIGNED_CERT_IN_CHAIN'), certificate('untrusted')],
  [undici('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), certificate('untrusted')],
  [
    new TypeError('fetch failed', { cause: new Error('unexpected redirect') }),
    { code: 'redirected', host: 'h', to: '' },
  ],
  [
    new TypeError('fetch failed', {
      cause: new AggregateError([undici('ECONNREFUSED').cause, undici('ENETUNREACH').cause]),
    }),
    { code: 'offline' },
  ],
  [chromium('ERR_NAME_NOT_RESOLVED'), { code: 'unknown-host', host: 'h' }],
  [chromium('ERR_INTERNET_DISCONNECTED'), { code: 'offline' }],
  [chromium('ERR_NETWORK_CHANGED'), { code: 'offline' }],
  [chromium('ERR_CONNECTION_REFUSED'), { code: 'unreachable', host: 'h' }],
  [chromium('ERR_CONNECTION_TIMED_OUT'), { code: 'timeout', host: 'h' }],
  [chromium('ERR_CERT_DATE_INVALID'), certificate('expired')],
  [chromium('ERR_CERT_COMMON_NAME_INVALID'), certificate('wrong-host')],
  [chromium('ERR_CERT_AUTHORITY_INVALID'), certificate('untrusted')],
  [chromium('ERR_SSL_PROTOCOL_ERROR'), { code: 'unreachable', host: 'h' }],
  [new Error("Attempted to redirect, but redirect policy was 'error'"), { code: 'redirected', host: 'h', to: '' }],
  [new Error('something else with https://h/?secret=1'), { code: 'unreachable', host: 'h' }],
])('%s', (error, problem) => {
  expect(networkProblem(error, 'h')).toEqual(problem);
});

test('a thrown value that is no error is unreachable', () => {
  expect(networkProblem('?', 'h')).toEqual({ code: 'unreachable', host: 'h' });
});
