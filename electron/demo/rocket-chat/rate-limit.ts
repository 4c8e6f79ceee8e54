import { may } from './permissions.ts';
import { failure, Refusal } from './refusal.ts';
import type { RocketRoute } from './route.ts';
import type { RocketPerson, Workspace } from './workspace.ts';

const WINDOW_MS = 60_000;
const USUAL_LIMIT = 10;
const TEXT_LIMIT = 5;

/** Counts calls for each route and address and writes the headers; the reset is in milliseconds since the epoch. */
export function createRateLimit(workspace: Workspace) {
  const windows = new Map<string, { calls: number; resetAt: number }>();

  return (route: RocketRoute, caller: RocketPerson | null, ip: string, headers: Record<string, string>): void => {
    if (!workspace.switches.rateLimits || (caller !== null && may(workspace, caller, 'api-bypass-rate-limit'))) return;
    const limit = route.limit?.(workspace) ?? USUAL_LIMIT;
    const key = `${route.method} ${route.path} ${ip}`;
    const now = workspace.clock();
    let current = windows.get(key);
    if (current === undefined || current.resetAt <= now) current = { calls: 0, resetAt: now + WINDOW_MS };
    current.calls += 1;
    windows.set(key, current);
    headers['X-RateLimit-Limit'] = String(limit);
    headers['X-RateLimit-Remaining'] = String(Math.max(0, limit - current.calls));
    headers['X-RateLimit-Reset'] = String(current.resetAt);
    if (current.calls <= limit) return;
    const wait = Math.ceil((current.resetAt - now) / 1000);
    const error = `Error, too many requests. Please slow down. You must wait ${wait} seconds before trying this endpoint again. [error-too-many-requests]`;
    throw new Refusal(429, { success: false, error });
  };
}

/** Before 8.6: five changes a minute of one person's text, whoever makes them, except by those who may edit others. */
export function createTextLimit(workspace: Workspace) {
  const changes = new Map<string, number[]>();

  return (target: RocketPerson, caller: RocketPerson | null): void => {
    if (!workspace.switches.rateLimits || (caller !== null && may(workspace, caller, 'edit-other-user-info'))) return;
    const now = workspace.clock();
    const recent = (changes.get(target.id) ?? []).filter((at) => now - at < WINDOW_MS);
    if (recent.length >= TEXT_LIMIT) {
      const wait = Math.ceil(((recent[0] ?? now) + WINDOW_MS - now) / 1000);
      const text = `Error, too many requests. Please slow down. You must wait ${wait} seconds before trying again.`;
      throw failure(text, 'error-too-many-requests', { timeToReset: wait * 1000, seconds: wait });
    }
    changes.set(target.id, [...recent, now]);
  };
}
