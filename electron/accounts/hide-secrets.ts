import type { SignInRequest } from '../contract/account.ts';
import type { Problem } from '../contract/problem.ts';

/** A server's own words may repeat what was sent to it; on the screen they must not. */
export function hideSecrets(problem: Problem, request: SignInRequest): Problem {
  if (problem.code !== 'refused') return problem;
  const message = secretsOf(request).reduce((words, secret) => words.replaceAll(secret, '…'), problem.message);
  return { code: 'refused', message };
}

function secretsOf(request: SignInRequest): string[] {
  switch (request.way) {
    case 'password':
      return [request.password, request.twoFactorCode ?? ''].filter((secret) => secret !== '');
    case 'api-key':
      return [request.apiKey];
    case 'access-token':
      return [request.token];
  }
}
