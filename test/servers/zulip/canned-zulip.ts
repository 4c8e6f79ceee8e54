import type { Capabilities } from '../../../electron/contract/account.ts';
import type { ChatServer, ServerKindClient } from '../../../electron/servers/chat-server.ts';
import { createHttp } from '../../../electron/servers/http.ts';
import { createForgetfulEmoji } from '../../../electron/servers/known-emoji.ts';
import { createZulipClient } from '../../../electron/servers/zulip/zulip-client.ts';
import { type CannedServer, startCannedServer } from '../canned-server.ts';
import { fixture } from '../fixture.ts';

export const API_KEY = 'gjA04ZYcqXKalvYMA8OeXSfzUOLrtbZv';

/** A healthy Zulip of recorded replies; tests change the answers they are about. */
export function startCannedZulip(): Promise<CannedServer> {
  return startCannedServer({
    'GET /api/v1/server_settings': { body: fixture('zulip/server-settings') },
    'POST /api/v1/fetch_api_key': {
      body: { result: 'success', api_key: API_KEY, email: 'iago@example.org', user_id: 10 },
    },
    'GET /api/v1/users/me': { body: fixture('zulip/users-me') },
    'POST /api/v1/register': { body: fixture('zulip/register') },
    'DELETE /api/v1/events': { body: { result: 'success', msg: '' } },
    'GET /static/emoji_api.json': { body: fixture('zulip/emoji-table'), headers: { ETag: '"1"' } },
    'POST /api/v1/users/me/status': { body: { result: 'success', msg: '' } },
    'PATCH /api/v1/settings': { body: { result: 'success', msg: '' } },
  });
}

export function zulipClient(known = createForgetfulEmoji()): ServerKindClient {
  const http = createHttp({ fetch, userAgent: 'Whereabouts/0.1.0 (Test)', timeoutMs: 2000 });
  return createZulipClient({ http, known, retry: { first: 5, most: 20 } });
}

export function connectTo(
  server: CannedServer,
  capabilities: Partial<Capabilities> = {},
  client = zulipClient(),
): ChatServer {
  const account = {
    serverUrl: server.url,
    userId: '10',
    login: 'iago@example.org',
    credential: 'api-key' as const,
    capabilities: {
      serverVersion: '11.4',
      featureLevel: 421,
      textLimit: { max: 60, counting: 'code-points' as const, emojiCounts: false },
      availabilities: ['online' as const, 'invisible' as const],
      availabilityNames: {},
      endsByItself: false,
      mayChangeText: true,
      ...capabilities,
    },
  };
  return client.connect(account, API_KEY);
}

export function refusal(msg: string, code = 'BAD_REQUEST', status = 400, extra: object = {}) {
  return { status, body: { result: 'error', code, msg, ...extra } };
}
