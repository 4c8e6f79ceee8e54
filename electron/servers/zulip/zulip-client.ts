import type { FoundServer, SignInWay } from '../../contract/account.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import type { ServerKindClient } from '../chat-server.ts';
import type { Http } from '../http.ts';
import { createForgetfulEmoji, type KnownEmoji } from '../known-emoji.ts';
import { bareUrl, isSafeToSignIn, ownAddress } from '../server-address.ts';
import { findingProblem } from '../server-errors.ts';
import { readServerIcon } from '../server-icon.ts';
import { isSuccess, readReply } from './api.ts';
import type { ZulipAccount } from './connection.ts';
import type { EmojiTableDeps } from './emoji-table.ts';
import { zulipProblem } from './errors.ts';
import type { RetryDelays } from './event-queue.ts';
import { previewOnZulip } from './preview.ts';
import { type ServerSettings, serverSettings } from './replies.ts';
import { createZulipSession, type ZulipSession } from './session.ts';
import { signInToZulip } from './sign-in.ts';
import { connectZulip } from './zulip-server.ts';

/** Emoji in statuses begin here; so does this app. https://zulip.com/api/changelog (feature level 86, Zulip 5.0) */
const NEEDED_LEVEL = 86;

export function createZulipClient(deps: { http: Http; known?: KnownEmoji; retry?: RetryDelays }): ServerKindClient {
  const { http } = deps;
  const known = deps.known ?? createForgetfulEmoji();
  const sessionOf = createSessions({ http, known });
  const retry = deps.retry ?? { first: 1_000, most: 60_000 };
  return {
    kind: 'zulip',
    find: (url) => findZulip(http, url),
    signIn: (request) => signInToZulip({ http, known }, request),
    connect: (account, secret) => connectZulip({ http, known, session: sessionOf(account), retry }, account, secret),
    preview: (account, status) => previewOnZulip(known, account, status),
  };
}

/** Connecting an account anew, when something about it has changed, forgets nothing that its server has said. */
function createSessions(emoji: EmojiTableDeps): (account: ZulipAccount) => ZulipSession {
  const sessions = new Map<string, ZulipSession>();
  return ({ serverUrl, userId, capabilities: { featureLevel } }) => {
    const key = `${serverUrl} ${userId}`;
    const session = sessions.get(key) ?? createZulipSession({ serverUrl, featureLevel, emoji });
    session.featureLevel = featureLevel;
    sessions.set(key, session);
    return session;
  };
}

/** Zulip lives at the root of its host, whatever path somebody pasted. https://zulip.com/api/get-server-settings */
async function findZulip(http: Http, typed: URL): Promise<Result<FoundServer>> {
  const url = new URL('/api/v1/server_settings', typed.origin);
  let reply = await http.requestJson({ url });
  // No credentials are on their way yet, so an alias or an upgrade to HTTPS may lead on.
  if (!reply.ok && reply.problem.code === 'redirected') reply = await http.requestJson({ url, follow: true });
  else if (!reply.ok) return fail(findingProblem(reply.problem, url.host));
  if (!reply.ok) return reply;
  if (!isSuccess(reply.value)) {
    const isZulip = (reply.value.body as { result?: unknown }).result === 'error';
    return fail(isZulip ? zulipProblem(reply.value, 'signed-out') : { code: 'not-a-chat-server', host: url.host });
  }
  const settings = readReply(reply.value, serverSettings);
  if (!settings.ok) return fail({ code: 'not-a-chat-server', host: url.host });
  return foundServer(http, settings.value, reply.value.url);
}

async function foundServer(http: Http, settings: ServerSettings, repliedAt: URL): Promise<Result<FoundServer>> {
  const { host } = repliedAt;
  if (settings.name === null) return fail({ code: 'no-organization', host });
  if (settings.featureLevel < NEEDED_LEVEL) {
    return fail({ code: 'server-too-old', version: settings.version, needed: '5.0' });
  }
  const own = ownAddress(repliedAt, settings.url);
  if (!isSafeToSignIn(own)) return fail({ code: 'address-insecure' });
  const signInWays: SignInWay[] = ['api-key', 'zuliprc'];
  if (settings.emailSignIn || settings.ldapSignIn) signInWays.unshift('password');
  return ok({
    kind: 'zulip',
    url: bareUrl(new URL(own.origin)),
    name: settings.name,
    icon: await readServerIcon(http, own.origin, settings.icon),
    version: settings.version,
    signInWays,
    loginLabel: loginLabel(settings),
    externalWays: settings.externalWays,
  });
}

function loginLabel(settings: ServerSettings): FoundServer['loginLabel'] {
  if (settings.loginIsEmail) return 'email';
  return settings.emailSignIn ? 'email-or-user-name' : 'user-name';
}
