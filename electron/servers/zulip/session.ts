import { ok, type Result } from '../../contract/result.ts';
import type { EmojiNames } from '../known-emoji.ts';
import type { ZulipApi } from './api.ts';
import { type EmojiTableDeps, readEmojiTable } from './emoji-table.ts';
import { type Registered, registered, type StatusParts, written } from './replies.ts';

/** From here on servers publish their table of emoji: https://zulip.com/api/changelog (feature level 140) */
const EMOJI_TABLE_LEVEL = 140;

/** What one account's server was last heard to say outside its statuses; kept while the app runs. */
export interface ZulipSession {
  featureLevel: number;
  /** The opposite of invisible; null until the server has said it. */
  presenceEnabled: boolean | null;
  /** True where an administrator has switched presence off for everybody. */
  presenceDisabled: boolean;
  /** The server's table of emoji, once it was read; null too where it has none. */
  emojiNames(): EmojiNames | null;
  /** What stood there before a name was tried that has not been proven yet; null while nothing is being tried. */
  beforeTry: StatusParts | null;
  remember(reply: Registered): Promise<void>;
  /** Reads the server's table of emoji; null where it has none. */
  readEmojiNames(api: ZulipApi): Promise<Result<EmojiNames | null>>;
}

export function createZulipSession(deps: {
  serverUrl: string;
  featureLevel: number;
  emoji: EmojiTableDeps;
}): ZulipSession {
  async function load(address: string | null): Promise<Result<EmojiNames | null>> {
    return address ? readEmojiTable(deps.emoji, deps.serverUrl, address) : ok(null);
  }

  const knownNames = () => deps.emoji.known.table(deps.serverUrl)?.names ?? null;
  const session: ZulipSession = {
    featureLevel: deps.featureLevel,
    presenceEnabled: null,
    presenceDisabled: false,
    emojiNames: () => (hasEmojiTable(session.featureLevel) ? knownNames() : null),
    beforeTry: null,
    async remember(reply) {
      session.presenceEnabled = reply.presenceEnabled ?? session.presenceEnabled;
      session.presenceDisabled = reply.presenceDisabled;
      await load(reply.emojiTableUrl);
    },
    async readEmojiNames(api) {
      if (!hasEmojiTable(session.featureLevel)) return ok(null);
      const reply = await registerOnce(api, ['realm']);
      return reply.ok ? load(reply.value.emojiTableUrl) : reply;
    },
  };
  return session;
}

export function hasEmojiTable(featureLevel: number): boolean {
  return featureLevel >= EMOJI_TABLE_LEVEL;
}

/** Reads initial data and gives the event queue that comes with it back. https://zulip.com/api/register-queue */
export async function registerOnce(api: ZulipApi, fetchTypes: readonly string[]): Promise<Result<Registered>> {
  const reply = await register(api, fetchTypes, ['user_settings']);
  if (reply.ok && reply.value.queueId !== null) await deleteQueue(api, reply.value.queueId);
  return reply;
}

export function register(
  api: ZulipApi,
  fetchTypes: readonly string[],
  eventTypes: readonly string[],
  signal?: AbortSignal,
): Promise<Result<Registered>> {
  return api.call('/register', registered, {
    method: 'POST',
    form: {
      event_types: JSON.stringify(eventTypes),
      fetch_event_types: JSON.stringify(fetchTypes),
      client_capabilities: JSON.stringify({ user_settings_object: true, user_avatar_url_field_optional: true }),
    },
    // Everybody's statuses come along.
    maxBytes: 16_000_000,
    ...(signal ? { signal } : {}),
  });
}

export async function deleteQueue(api: ZulipApi, queueId: string): Promise<void> {
  await api.call('/events', written, { method: 'DELETE', form: { queue_id: queueId }, timeoutMs: 5_000 });
}
