import type { Problem } from '../contract/problem.ts';

const FIRST_DELAY_MS = 2_000;
const LONGEST_DELAY_MS = 5 * 60_000;
/** Rocket.Chat lets five status changes a minute through per address (its `users.setStatus` limit from 8.6). */
const SHARED_LIMIT = { calls: 5, windowMs: 60_000 };

/** How long to wait after the given number of failed tries (1 or more): doubling, half of it jitter, at most 5 minutes. */
export function retryDelayMs(failedTries: number, random: number): number {
  const full = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(failedTries - 1, 20));
  return full / 2 + (full / 2) * random;
}

/** How much later the next of several accounts behind one limited address may try, when `ahead` others wait already. */
export function staggerMs(ahead: number): number {
  return Math.floor(ahead / SHARED_LIMIT.calls) * SHARED_LIMIT.windowMs;
}

/** What a failed try means: try again later, wait for the user to sign in, or give up and say so. */
export function afterFailure(problem: Problem): 'retry' | 'pause' | 'give-up' {
  switch (problem.code) {
    case 'offline':
    case 'unknown-host':
    case 'unreachable':
    case 'timeout':
    case 'certificate':
    case 'redirected':
    case 'captive-portal':
    case 'reply-too-large':
    case 'bad-reply':
    case 'server-error':
    case 'rate-limited':
    case 'keychain':
      return 'retry';
    case 'signed-out':
    case 'user-deactivated':
      return 'pause';
    default:
      return 'give-up';
  }
}
