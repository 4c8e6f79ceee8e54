import type { FoundServer } from '../../contract/account.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import type { ServerKindClient } from '../chat-server.ts';
import type { Http } from '../http.ts';
import { createForgetfulEmoji, type KnownEmoji } from '../known-emoji.ts';
import { bareUrl, isSafeToSignIn, ownAddress } from '../server-address.ts';
import { findingProblem } from '../server-errors.ts';
import { createRocketChatApi, readReply } from './api.ts';
import { readPublicSettings, siteName } from './facts.ts';
import { previewOnRocketChat } from './preview.ts';
import { oauthServices, serverInfo } from './replies.ts';
import { connectRocketChat } from './rocket-chat-server.ts';
import { resendRocketChatCode, signInToRocketChat } from './sign-in.ts';
import { isAtLeast } from './version.ts';

export function createRocketChatClient(deps: { http: Http; known?: KnownEmoji; now?: () => number }): ServerKindClient {
  const { http, now = Date.now } = deps;
  const known = deps.known ?? createForgetfulEmoji();
  return {
    kind: 'rocket-chat',
    find: (url) => findRocketChat(http, url),
    signIn: (request) => signInToRocketChat(http, request),
    resendCode: (url, login) => resendRocketChatCode(http, url, login),
    connect: (account, secret) => connectRocketChat({ http, known, now }, account, secret),
    preview: (account, status) => previewOnRocketChat(known, account, status),
  };
}

/** A workspace may live below a path: https://developer.rocket.chat/apidocs/get-info */
async function findRocketChat(http: Http, typed: URL): Promise<Result<FoundServer>> {
  const url = new URL(`${bareUrl(typed)}/api/info`);
  let wasLed = false;
  let reply = await http.requestJson({ url });
  if (!reply.ok && reply.problem.code === 'redirected') {
    // No credentials are on their way yet, so an alias or an upgrade to HTTPS may lead on.
    wasLed = true;
    reply = await http.requestJson({ url, follow: true });
  } else if (!reply.ok) return fail(findingProblem(reply.problem, url.host));
  if (!reply.ok) return reply;
  const version = readReply(reply.value, serverInfo);
  if (reply.value.status !== 200 || !version.ok) return fail({ code: 'not-a-chat-server', host: url.host });
  if (!isAtLeast(version.value, 1, 2)) return fail({ code: 'server-too-old', version: version.value, needed: '1.2' });
  const repliedAt = bareUrl(reply.value.url).replace(/\/api\/info$/, '');
  return foundServer(http, repliedAt, version.value, wasLed);
}

async function foundServer(
  http: Http,
  repliedAt: string,
  version: string,
  wasLed: boolean,
): Promise<Result<FoundServer>> {
  const serverUrl = wasLed ? await ownUrl(http, repliedAt, version) : repliedAt;
  if (!isSafeToSignIn(new URL(serverUrl))) return fail({ code: 'address-insecure' });
  const api = createRocketChatApi({ http, serverUrl, credentialProblem: 'signed-out' });
  const [settings, services] = await Promise.all([
    readPublicSettings(api, version),
    api.call('/api/v1/settings.oauth', oauthServices),
  ]);
  const hasForm = settings.get('Accounts_ShowFormLogin') !== false;
  return ok({
    kind: 'rocket-chat',
    url: serverUrl,
    name: siteName(settings, serverUrl),
    icon: null,
    version,
    signInWays: hasForm ? ['password', 'access-token'] : ['access-token'],
    loginLabel: 'email-or-user-name',
    externalWays: services.ok ? services.value : [],
  });
}

/** Electron does not tell where a redirect has led; the workspace's own setting does. */
async function ownUrl(http: Http, repliedAt: string, version: string): Promise<string> {
  const following: Http = { ...http, requestJson: (request) => http.requestJson({ ...request, follow: true }) };
  const api = createRocketChatApi({ http: following, serverUrl: repliedAt, credentialProblem: 'signed-out' });
  const settings = await readPublicSettings(api, version);
  return bareUrl(ownAddress(new URL(repliedAt), settings.get('Site_Url')));
}
