import type { SignInRequest } from '../contract/account.ts';
import type { Problem } from '../contract/problem.ts';
import { fail } from '../contract/result.ts';

/** A server's own words may repeat what was sent to it; on the screen they must not. */
export function hideSecrets(problem: Problem, request: SignInRequest): Problem {
  return without(problem, secretsOf(request));
}

/** The same server, whose refusals never repeat `secret`: not from its own methods, nor from those of its parts. */
export function hidingSecret<T extends object>(server: T, secret: string): T {
  const clean = (answer: unknown) => (isRefusal(answer) ? fail(without(answer.problem, [secret])) : answer);
  return new Proxy(server, {
    get(target, name) {
      const part: unknown = Reflect.get(target, name);
      if (typeof part === 'object' && part !== null) return hidingSecret(part, secret);
      if (typeof part !== 'function') return part;
      return (...given: unknown[]) => {
        const answer: unknown = part.apply(target, given);
        return answer instanceof Promise ? answer.then(clean) : answer;
      };
    },
  });
}

function isRefusal(answer: unknown): answer is { ok: false; problem: Problem } {
  return typeof answer === 'object' && answer !== null && 'problem' in answer;
}

function without(problem: Problem, secrets: string[]): Problem {
  if (problem.code !== 'refused') return problem;
  return {
    code: 'refused',
    message: secrets.reduce((words, secret) => words.replaceAll(secret, '…'), problem.message),
  };
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
