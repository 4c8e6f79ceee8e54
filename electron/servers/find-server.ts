import type { FoundServer } from '../contract/account.ts';
import type { Problem, ProblemCode } from '../contract/problem.ts';
import { fail, type Result } from '../contract/result.ts';
import type { ServerKindClient } from './chat-server.ts';
import { parseServerAddress } from './server-address.ts';

/** The more telling first: what comes early here says more about what to do than what comes late. */
const TELLING: readonly ProblemCode[] = [
  'certificate',
  'server-too-old',
  'no-organization',
  'organization-deactivated',
  'offline',
  'unknown-host',
  'unreachable',
  'timeout',
  'rate-limited',
  'server-error',
  'captive-portal',
  'address-insecure',
  'redirected',
  'reply-too-large',
  'not-a-chat-server',
];

/** Asks every kind of server at every reading of `address` at once; one problem when none of them is there. */
export async function findServer(clients: readonly ServerKindClient[], address: string): Promise<Result<FoundServer>> {
  const candidates = parseServerAddress(address);
  if (!candidates.ok) return candidates;
  const probes = candidates.value.flatMap((url) => clients.map((client) => client.find(url)));
  const answers = await Promise.all(probes);
  const found = answers.find((answer) => answer.ok);
  if (found) return found;
  const problems = answers.flatMap((answer) => (answer.ok ? [] : [answer.problem]));
  return fail(mostTelling(problems));
}

function mostTelling(problems: readonly Problem[]): Problem {
  const rank = (problem: Problem) => {
    const place = TELLING.indexOf(problem.code);
    return place === -1 ? TELLING.length : place;
  };
  const [first] = problems.toSorted((a, b) => rank(a) - rank(b));
  if (!first) throw new Error('There is at least one kind of server.');
  return first;
}
