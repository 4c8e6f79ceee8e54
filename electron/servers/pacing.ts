import { waitAsked } from './rate-limit.ts';

/**
 * How long to wait so that `keep` calls of the server's present window stay for others, in milliseconds; 0 while there is
 * room, and where the server sends no limits, as to those who are exempt.
 */
export function pauseAsked(headers: Headers, keep: number, now: number): number {
  const remaining = headers.get('x-ratelimit-remaining');
  if (remaining === null || !(Number(remaining) <= keep)) return 0;
  return waitAsked(headers, null, now) ?? 0;
}
