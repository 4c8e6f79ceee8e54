import { may } from './permissions.ts';
import { failure, plainFailure } from './refusal.ts';
import type { RocketCall, RocketRoute } from './route.ts';
import { logIn, sha256 } from './sign-in.ts';
import type { RocketPerson } from './workspace.ts';

export const SIGN_IN_ROUTES: RocketRoute[] = [
  {
    method: 'POST',
    path: '/v1/login',
    access: 'open',
    answer: ({ workspace, twoFactor, request, body, countCall }) => {
      countCall();
      return logIn(workspace, twoFactor, request, body);
    },
  },
  {
    // Makes the token in the header invalid. Its answer has no `success`.
    method: 'POST',
    path: '/v1/logout',
    access: 'signed-in',
    answer: ({ request, countCall }, caller) => {
      countCall();
      caller.loginTokens.delete(String(request.headers['x-auth-token']));
      return { status: 'success', success: undefined, data: { message: "You've been logged out!" } };
    },
  },
  {
    method: 'POST',
    path: '/v1/users.2fa.sendEmailCode',
    access: 'open',
    answer: ({ body, twoFactor, countCall }) => {
      countCall();
      if (!body.emailOrUsername) throw failure("The 'emailOrUsername' param is required", 'error-parameter-required');
      twoFactor.sendCode(String(body.emailOrUsername));
      return {};
    },
  },
  {
    method: 'POST',
    path: '/v1/users.generatePersonalAccessToken',
    since: [0, 69],
    access: 'signed-in',
    answer: (call, caller) => {
      call.countCall();
      if (!call.body.tokenName) throw plainFailure("The 'tokenName' param is required");
      if (!may(call.workspace, caller, 'create-personal-access-tokens'))
        throw failure('Not Authorized', 'not-authorized');
      requireTwoFactor(call, caller);
      return { token: caller.accessToken };
    },
  },
];

/** Away from `/login` the code stands in `errorType`, with HTTP 400. Those without a second factor give their password. */
function requireTwoFactor({ request, twoFactor }: RocketCall, caller: RocketPerson): void {
  const code = request.headers['x-2fa-code'];
  const given = typeof code === 'string' ? code : undefined;
  if (caller.twoFactor === 'none') {
    if (given === sha256(caller.password)) return;
    const details = { method: 'password', codeGenerated: false, availableMethods: [] };
    throw given === undefined
      ? failure('TOTP Required', 'totp-required', details)
      : failure('TOTP Invalid', 'totp-invalid', { method: 'password' });
  }
  const problem = twoFactor.check(caller, given, request.headers['x-2fa-method']);
  if (problem !== null) throw failure(problem.text, problem.code, problem.details);
}
