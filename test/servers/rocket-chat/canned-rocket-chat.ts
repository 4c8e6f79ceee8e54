import type { Account, Capabilities } from '../../../electron/contract/account.ts';
import type { ChatServer, ServerKindClient } from '../../../electron/servers/chat-server.ts';
import { createHttp } from '../../../electron/servers/http.ts';
import { createRocketChatClient } from '../../../electron/servers/rocket-chat/rocket-chat-client.ts';
import { type CannedServer, startCannedServer } from '../canned-server.ts';
import { fixture } from '../fixture.ts';

export const TOKEN = '9HqLlyZOugoStsXCUfD_0YdwnNnunAJF8V47U3QHXSq';
export const USER_ID = 'aobEdbYhXfu5hkeqG';

/** A healthy workspace of recorded replies, below `prefix`; tests change the answers they are about. */
export function startCannedRocketChat(prefix = ''): Promise<CannedServer> {
  return startCannedServer({
    [`GET ${prefix}/api/info`]: { body: fixture('rocket-chat/info') },
    [`GET ${prefix}/api/v1/settings.public`]: { body: fixture('rocket-chat/settings-public') },
    [`GET ${prefix}/api/v1/settings.oauth`]: {
      body: { services: [{ _id: 'x', name: 'github', buttonLabelText: 'GitHub' }], success: true },
    },
    [`POST ${prefix}/api/v1/login`]: { body: fixture('rocket-chat/login') },
    [`GET ${prefix}/api/v1/me`]: { body: fixture('rocket-chat/me') },
    [`POST ${prefix}/api/v1/users.setStatus`]: { body: { success: true } },
    [`POST ${prefix}/api/v1/logout`]: { body: { status: 'success', data: { message: "You've been logged out!" } } },
  });
}

export function rocketChatClient(): ServerKindClient {
  return createRocketChatClient({
    http: createHttp({ fetch, userAgent: 'Whereabouts/0.1.0 (Test)', timeoutMs: 2000 }),
  });
}

export function connectTo(
  server: CannedServer,
  serverVersion = '8.7',
  more: Partial<Pick<Account, 'credential'>> & { capabilities?: Partial<Capabilities> } = {},
): ChatServer {
  const account = {
    serverUrl: server.url,
    userId: USER_ID,
    login: 'example',
    credential: more.credential ?? ('login-token' as const),
    capabilities: {
      serverVersion,
      featureLevel: 0,
      textLimit: { max: 120, counting: 'utf-16-units' as const, emojiCounts: true },
      availabilities: ['online' as const, 'away' as const, 'busy' as const, 'invisible' as const],
      availabilityNames: {},
      endsByItself: false,
      mayChangeText: true,
      ...more.capabilities,
    },
  };
  return rocketChatClient().connect(account, TOKEN);
}

export function refusal(error: string | number, more: object = {}, status = 400) {
  return { status, body: { success: false, error, ...more } };
}
