import { expect, test } from 'vitest';
import { asNodeFetchError } from '../../electron/desktop/network-error.ts';

test.each([
  ['net::ERR_NAME_NOT_RESOLVED', 'ENOTFOUND'],
  ['net::ERR_CONNECTION_REFUSED', 'ECONNREFUSED'],
  ['net::ERR_CERT_DATE_INVALID', 'CERT_HAS_EXPIRED'],
  ['net::ERR_SOMETHING_NEW', 'ERR_SOMETHING_NEW'],
])('%s is told as Node tells %s', (message, code) => {
  const error = asNodeFetchError(new Error(message));
  expect(error).toBeInstanceOf(TypeError);
  expect((error as TypeError).cause).toMatchObject({ code, message });
});

test('an abort stays an abort', () => {
  const abort = new DOMException('This operation was aborted', 'AbortError');
  expect(asNodeFetchError(abort)).toBe(abort);
});
