import type { SignInRequest } from '../../contract/account.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import type { SignInAnswer } from '../chat-server.ts';
import type { Http } from '../http.ts';
import type { KnownEmoji } from '../known-emoji.ts';
import { createZulipApi } from './api.ts';
import { readZulipFacts } from './facts.ts';
import { fetchedKey } from './replies.ts';
import { createZulipSession } from './session.ts';

interface SignInDeps {
  http: Http;
  known: KnownEmoji;
}

/** Bots are answered `is-bot`: their keys read, but may not set a status. */
export async function signInToZulip(deps: SignInDeps, request: SignInRequest): Promise<Result<SignInAnswer>> {
  switch (request.way) {
    case 'password':
      return withPassword(deps, request);
    case 'api-key':
      return withKey(deps, request.url, request.login.trim(), request.apiKey.trim());
    case 'access-token':
      throw new Error('Zulip has no access tokens.');
  }
}

/** https://zulip.com/api/fetch-api-key */
async function withPassword(
  deps: SignInDeps,
  { url, login, password }: Extract<SignInRequest, { way: 'password' }>,
): Promise<Result<SignInAnswer>> {
  const api = createZulipApi({ http: deps.http, serverUrl: url, credentialProblem: 'wrong-password' });
  const form = { username: login.trim(), password };
  const key = await api.call('/fetch_api_key', fetchedKey, { method: 'POST', form });
  // The e-mail that comes back goes with the key, not what was typed.
  return key.ok ? withKey(deps, url, key.value.email, key.value.apiKey) : key;
}

async function withKey(
  deps: SignInDeps,
  serverUrl: string,
  email: string,
  apiKey: string,
): Promise<Result<SignInAnswer>> {
  if (!/^[A-Za-z\d]{32}$/.test(apiKey)) return fail({ code: 'wrong-api-key' });
  const { http, known } = deps;
  const api = createZulipApi({ http, serverUrl, login: { email, apiKey }, credentialProblem: 'wrong-api-key' });
  const session = createZulipSession({ serverUrl, featureLevel: 0, emoji: { http, known } });
  const facts = await readZulipFacts({ api, http, session, serverUrl, login: email });
  return facts.ok ? ok({ step: 'signed-in', facts: facts.value, secret: apiKey, credential: 'api-key' }) : facts;
}
