import type { FoundServer, ServerKind } from '../contract/account.ts';
import type { Result } from '../contract/result.ts';
import type { ServerKindClient } from './chat-server.ts';
import { type EmojiPicture, readEmojiPicture } from './emoji-picture.ts';
import { findServer } from './find-server.ts';
import { createHttp, type Fetch } from './http.ts';
import { createForgetfulEmoji, type KnownEmoji } from './known-emoji.ts';
import { createRocketChatClient } from './rocket-chat/rocket-chat-client.ts';
import { createZulipClient } from './zulip/zulip-client.ts';

export interface ServerKinds {
  clients: Record<ServerKind, ServerKindClient>;
  /** Looks for a server of any kind at what somebody typed. */
  find(address: string): Promise<Result<FoundServer>>;
  /** A picture of an organisation's own emoji, at an address that its server has named. */
  readPicture(address: string): Promise<Result<EmojiPicture>>;
}

/** `system` is the operating system as it is told to servers, such as `Linux; 6.8`. */
export function createServerKinds(deps: {
  fetch: Fetch;
  appVersion: string;
  system: string;
  known?: KnownEmoji;
  /** Our own clock, which may be wrong: milliseconds since the epoch. */
  now?: () => number;
}): ServerKinds {
  // The form that Zulip's statistics read: https://zulip.com/api/http-headers#the-user-agent-header
  const http = createHttp({ fetch: deps.fetch, userAgent: `Whereabouts/${deps.appVersion} (${deps.system})` });
  const known = deps.known ?? createForgetfulEmoji();
  const clients = {
    zulip: createZulipClient({ http, known }),
    'rocket-chat': createRocketChatClient({ http, known, now: deps.now ?? Date.now }),
  };
  return {
    clients,
    find: (address) => findServer(Object.values(clients), address),
    readPicture: (address) => readEmojiPicture(http, address),
  };
}
