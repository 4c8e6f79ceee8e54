import type { Capabilities } from '../../contract/account.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import type { AccountFacts } from '../chat-server.ts';
import type { Http } from '../http.ts';
import { readServerIcon } from '../server-icon.ts';
import type { ZulipApi } from './api.ts';
import { ownUser, serverSettings } from './replies.ts';
import { registerOnce, type ZulipSession } from './session.ts';
import { TEXT_LIMIT } from './status-parts.ts';

/** From here on `PATCH /settings` takes `presence_enabled` and `/register` tells it. */
const INVISIBLE_LEVEL = 89;

/** Answers `is-bot` for bots, whose keys work for reading only. */
export async function readZulipFacts(deps: {
  api: ZulipApi;
  http: Http;
  session: ZulipSession;
  serverUrl: string;
  login: string;
}): Promise<Result<AccountFacts>> {
  const { api, http, session, serverUrl, login } = deps;
  const [me, settings] = await Promise.all([
    api.call('/users/me', ownUser),
    api.call('/server_settings', serverSettings),
  ]);
  if (!me.ok) return me;
  if (me.value.isBot) return fail({ code: 'is-bot' });
  if (!settings.ok) return settings;
  session.featureLevel = settings.value.featureLevel;
  const [icon, registration] = await Promise.all([
    readServerIcon(http, serverUrl, settings.value.icon),
    registerOnce(api, ['realm', 'user_settings']),
  ]);
  if (registration.ok) await session.remember(registration.value);
  return ok({
    serverName: settings.value.name ?? new URL(serverUrl).host,
    serverIcon: icon,
    userId: me.value.userId,
    login,
    fullName: me.value.fullName,
    capabilities: zulipCapabilities(settings.value, session),
  });
}

function zulipCapabilities(server: { version: string; featureLevel: number }, session: ZulipSession): Capabilities {
  const mayHide = server.featureLevel >= INVISIBLE_LEVEL && !session.presenceDisabled;
  return {
    serverVersion: server.version,
    featureLevel: server.featureLevel,
    textLimit: TEXT_LIMIT,
    availabilities: mayHide ? ['online', 'invisible'] : ['online'],
    availabilityNames: mayHide ? { online: 'Available', invisible: 'Invisible' } : { online: 'Available' },
    endsByItself: false,
    mayChangeText: true,
  };
}
