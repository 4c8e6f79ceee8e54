import type { Problem } from './problem.ts';

/** What every command and every server call returns: a value, or a problem the user can meet. Nothing is thrown for these. */
export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail<T = never>(problem: Problem): Result<T> {
  return { ok: false, problem };
}
