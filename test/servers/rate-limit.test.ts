import { expect, test } from 'vitest';
import { waitAsked } from '../../electron/servers/rate-limit.ts';

const NOW = 1_790_000_000_000;
const sentence =
  'Error, too many requests. Please slow down. You must wait 47 seconds before trying this endpoint again. [error-too-many-requests]';

test.each<[string, Record<string, string>, object | null, number | null]>([
  ['fractional seconds in the body', {}, { 'retry-after': 28.7 }, 28_700],
  ['fractional seconds in the header', { 'Retry-After': '28.706807374954224' }, null, 28_707],
  ['a date in the header', { 'Retry-After': new Date(NOW + 5000).toUTCString() }, null, 5000],
  ['a reset in milliseconds', { 'X-RateLimit-Reset': String(NOW + 12_000) }, null, 12_000],
  [
    'a reset by a clock that is ten minutes ahead of ours',
    { 'X-RateLimit-Reset': String(NOW + 612_000), Date: new Date(NOW + 600_000).toUTCString() },
    null,
    12_000,
  ],
  ['a reset in seconds', { 'X-RateLimit-Reset': String(NOW / 1000 + 9) }, null, 9000],
  ['words', {}, { success: false, error: sentence }, 47_000],
  ['the body before the header', { 'Retry-After': '5' }, { 'retry-after': 7 }, 7000],
  ['nothing', {}, {}, null],
  ['nonsense', { 'Retry-After': 'soon', 'X-RateLimit-Reset': 'later' }, { 'retry-after': 'x' }, null],
  ['a day', { 'Retry-After': '86400' }, null, 3_600_000],
  ['a moment gone by', { 'X-RateLimit-Reset': String(NOW - 1000) }, null, 0],
])('reads %s', (_name, headers, body, wait) => {
  expect(waitAsked(new Headers(headers), body, NOW)).toBe(wait);
});
