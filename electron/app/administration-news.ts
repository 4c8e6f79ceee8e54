import type { Clock } from '../status/clock.ts';

/** Saving several permissions at once is told one by one. */
const TOGETHER_MS = 300;
/** A workspace lets most people ask each thing ten times a minute, and what is told here costs three questions. */
const APART_MS = 10_000;

/** Follows up what servers tell about rights and statuses of workspaces: soon after the first, and not for each of many. */
export function createAdministrationNews(deps: { clock: Clock; refresh: (accountId: string) => void }) {
  const { clock, refresh } = deps;
  const waiting = new Map<string, () => void>();
  const lastAt = new Map<string, number>();

  function hear(accountId: string): void {
    if (waiting.has(accountId)) return;
    const earliest = (lastAt.get(accountId) ?? Number.NEGATIVE_INFINITY) + APART_MS;
    const wait = Math.max(TOGETHER_MS, earliest - clock.steady());
    const stop = clock.after(wait, () => {
      waiting.delete(accountId);
      lastAt.set(accountId, clock.steady());
      refresh(accountId);
    });
    waiting.set(accountId, stop);
  }

  function forget(accountId: string): void {
    waiting.get(accountId)?.();
    waiting.delete(accountId);
    lastAt.delete(accountId);
  }

  return { hear, forget };
}
