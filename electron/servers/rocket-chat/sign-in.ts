import type { SignInRequest } from '../../contract/account.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import type { SignInAnswer } from '../chat-server.ts';
import type { Http, JsonReply } from '../http.ts';
import { createRocketChatApi, isSuccess, readReply } from './api.ts';
import { errorToken, rocketChatProblem } from './errors.ts';
import { readRocketChatFacts } from './facts.ts';
import { done, loggedIn } from './replies.ts';

type PasswordRequest = Extract<SignInRequest, { way: 'password' }>;

export async function signInToRocketChat(http: Http, request: SignInRequest): Promise<Result<SignInAnswer>> {
  switch (request.way) {
    case 'password':
      return withPassword(http, request);
    case 'access-token':
      return withToken(http, request.url, request.userId.trim(), request.token.trim());
    case 'api-key':
      throw new Error('Rocket.Chat has no API keys.');
  }
}

/** Mails another code; there is no saying whether the login exists. */
export async function resendRocketChatCode(http: Http, serverUrl: string, login: string): Promise<Result<null>> {
  const api = createRocketChatApi({ http, serverUrl, credentialProblem: 'wrong-password' });
  const json = { emailOrUsername: login.trim() };
  const sent = await api.call('/api/v1/users.2fa.sendEmailCode', done, { method: 'POST', json });
  return sent.ok ? ok(null) : sent;
}

/** The password goes as it is: a digest can't work where LDAP is on. https://developer.rocket.chat/apidocs/login-with-username-and-password */
async function withPassword(http: Http, request: PasswordRequest): Promise<Result<SignInAnswer>> {
  const serverUrl = request.url;
  const login = request.login.trim();
  const api = createRocketChatApi({ http, serverUrl, credentialProblem: 'wrong-password' });
  const code = request.twoFactorCode?.trim();
  const json = { user: login, password: request.password, ...(code ? { code } : {}) };
  const reply = await api.send('/api/v1/login', { method: 'POST', json });
  if (!reply.ok) return reply;
  if (!isSuccess(reply.value)) return refusedPassword(reply.value, code !== undefined && code !== '');
  const token = readReply(reply.value, loggedIn);
  if (!token.ok) return token;
  const { userId, authToken } = token.value;
  const signedIn = createRocketChatApi({
    http,
    serverUrl,
    login: { userId, token: authToken },
    credentialProblem: 'signed-out',
  });
  const facts = await readRocketChatFacts(signedIn, serverUrl, login);
  return facts.ok ? ok({ step: 'signed-in', facts: facts.value, secret: authToken, credential: 'login-token' }) : facts;
}

function refusedPassword(reply: JsonReply, gaveCode: boolean): Result<SignInAnswer> {
  if (errorToken(reply) !== 'totp-required') return fail(signInProblem(reply));
  if (gaveCode) return fail({ code: 'two-factor-wrong' });
  const { details } = reply.body as { details?: { method?: unknown } };
  return ok({ step: 'two-factor', method: details?.method === 'email' ? 'email' : 'totp' });
}

function signInProblem(reply: JsonReply): ReturnType<typeof rocketChatProblem> {
  // 6.x says a wrong password with the number 403 where others say `Unauthorized`; both come with HTTP 401.
  return rocketChatProblem(reply, 'wrong-password');
}

/** A personal access token; without its user id the server tells it in exchange for the token. */
async function withToken(http: Http, serverUrl: string, givenId: string, token: string): Promise<Result<SignInAnswer>> {
  if (!/^[\x21-\x7e]+$/.test(token) || !/^[\x21-\x7e]*$/.test(givenId)) return fail({ code: 'wrong-token' });
  const userId = givenId === '' ? await userIdOf(http, serverUrl, token) : ok(givenId);
  if (!userId.ok) return userId;
  const login = { userId: userId.value, token };
  const api = createRocketChatApi({ http, serverUrl, login, credentialProblem: 'wrong-token' });
  const facts = await readRocketChatFacts(api, serverUrl, null);
  if (!facts.ok) return facts;
  return ok({ step: 'signed-in', facts: facts.value, secret: token, credential: 'personal-access-token' });
}

async function userIdOf(http: Http, serverUrl: string, token: string): Promise<Result<string>> {
  const api = createRocketChatApi({ http, serverUrl, credentialProblem: 'wrong-token' });
  const reply = await api.call('/api/v1/login', loggedIn, { method: 'POST', json: { resume: token } });
  return reply.ok ? ok(reply.value.userId) : reply;
}
