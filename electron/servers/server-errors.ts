import type { Problem } from '../contract/problem.ts';

const LONGEST_MESSAGE = 200;

/** The server's own words for something this app has no words for: one line, at most 200 characters. */
export function refused(message: unknown): Problem {
  const text = typeof message === 'string' ? message : '';
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return { code: 'refused', message: [...line].slice(0, LONGEST_MESSAGE).join('') };
}

/**
 * What a reply means while a server is being looked for: there, a page where JSON was expected is most likely an
 * ordinary website, unless another host answered in its place.
 */
export function findingProblem(problem: Problem, host: string): Problem {
  const ordinary = problem.code === 'bad-reply' || (problem.code === 'captive-portal' && problem.host === host);
  return ordinary ? { code: 'not-a-chat-server', host } : problem;
}
