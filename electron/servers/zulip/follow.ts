import { z } from 'zod';
import type { ServerEvent } from '../chat-server.ts';
import type { ZulipConnection } from './connection.ts';
import { followQueue, type RetryDelays } from './event-queue.ts';
import { availabilityOf, reportedStatus } from './read-status.ts';
import { type StatusParts, statusParts, type ZulipEvent } from './replies.ts';
import { register } from './session.ts';

const TYPES = ['user_status', 'user_settings', 'realm', 'realm_emoji', 'realm_user'];
const MAY_HAVE_CHANGED = ['administration-changed', 'emoji-changed'] as const;
const INITIAL = ['user_status', 'user_settings', 'realm'];

/** Follows the own status. Having an event queue does not make anybody look online: only `POST /users/me/presence` does. */
export function followZulip(
  connection: ZulipConnection,
  retry: RetryDelays,
  listener: (event: ServerEvent) => void,
): () => void {
  const { account, api, session } = connection;
  let parts: StatusParts = {};
  const tellMissed = createMissedNews(listener);

  const tell = () => {
    const { presenceEnabled } = session;
    const status = reportedStatus(connection, parts);
    // The setting is the truth; `away` beside the status is its deprecated echo.
    if (presenceEnabled !== null) session.presenceEnabled = presenceEnabled;
    listener({ kind: 'status', status: { ...status, availability: availabilityOf(session) } });
  };

  const hear = (event: ZulipEvent) => {
    if (event.type === 'user_status' && String(event.user_id) === account.userId) {
      const changed = statusParts.safeParse(event);
      // An event names only what has changed.
      if (changed.success) parts = { ...parts, ...changed.data };
      if (changed.data?.away !== undefined) session.presenceEnabled = !changed.data.away;
      tell();
    } else if (event.type === 'user_settings' && event.property === 'presence_enabled') {
      session.presenceEnabled = event.value === true;
      parts = { ...parts, away: event.value !== true };
      tell();
    } else {
      const news = otherNews(event, account.userId);
      if (news !== null) listener(news);
    }
  };

  return followQueue({
    api,
    retry,
    register: (signal) => register(api, INITIAL, TYPES, signal),
    async onRegistered(reply) {
      await session.remember(reply);
      parts = reply.statuses?.[account.userId] ?? {};
      listener({ kind: 'connected' });
      tell();
      tellMissed();
    },
    onEvents: (events) => events.forEach(hear),
    onInterrupted: (problem) => listener({ kind: 'disconnected', problem }),
    onResumed: () => listener({ kind: 'connected' }),
  });
}

/** From the second queue on: the one that was forgotten may have held more than the own status, which comes with the new. */
function createMissedNews(listener: (event: ServerEvent) => void): () => void {
  let hadQueue = false;
  return () => {
    if (hadQueue) for (const kind of MAY_HAVE_CHANGED) listener({ kind });
    hadQueue = true;
  };
}

/** What an event says beyond the own status; null: nothing that matters here. */
function otherNews(event: ZulipEvent, userId: string): ServerEvent | null {
  if (event.type === 'realm') return { kind: 'facts-changed' };
  // The whole list, one added or one changed, depending on what the server can: reading it again fits all.
  if (event.type === 'realm_emoji') return { kind: 'emoji-changed' };
  return event.type === 'realm_user' && isAbout(event, userId) ? { kind: 'administration-changed' } : null;
}

const personEvent = z.object({ person: z.object({ user_id: z.number() }) });

/** Names, avatars and roles of everybody arrive alike: https://zulip.com/api/get-events#realm_user-update */
function isAbout(event: ZulipEvent, userId: string): boolean {
  const parsed = personEvent.safeParse(event);
  return parsed.success && String(parsed.data.person.user_id) === userId;
}
