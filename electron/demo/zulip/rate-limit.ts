import type { Realm } from './realm.ts';
import { rateLimitHit } from './sign-in.ts';

const WINDOW_MS = 60_000;

/** Counts requests and writes the headers of https://zulip.com/api/http-headers#rate-limiting-response-headers */
export function createRateLimit(realm: Realm) {
  const requests = new Map<number | string, number[]>();

  return (who: number | string, headers: Record<string, string>): void => {
    const now = realm.clock();
    const limit = realm.switches.rateLimit;
    const recent = (requests.get(who) ?? []).filter((at) => now - at < WINDOW_MS);
    const oldest = recent[0] ?? now;
    const isOver = realm.switches.rateLimits && recent.length >= limit;
    if (!isOver) recent.push(now);
    requests.set(who, recent);
    headers['X-RateLimit-Limit'] = String(limit);
    headers['X-RateLimit-Remaining'] = String(Math.max(0, limit - recent.length));
    headers['X-RateLimit-Reset'] = String(Math.ceil((oldest + WINDOW_MS) / 1000));
    if (isOver) throw rateLimitHit((oldest + WINDOW_MS - now) / 1000);
  };
}
