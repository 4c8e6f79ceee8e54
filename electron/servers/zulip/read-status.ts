import { ok, type Result } from '../../contract/result.ts';
import type { ReportedStatus } from '../../contract/status.ts';
import type { ZulipConnection } from './connection.ts';
import { ownStatus, type StatusParts } from './replies.ts';
import { registerOnce, type ZulipSession } from './session.ts';
import { reportedEmoji } from './status-parts.ts';

/** From here on one status can be read by itself: https://zulip.com/api/get-user-status */
const READ_LEVEL = 262;

/** Presence is said only beside a stored status; where there is none, what was last heard of it counts. */
export function reportedStatus({ account, session }: ZulipConnection, parts: StatusParts): ReportedStatus {
  const emoji = reportedEmoji(parts, account.serverUrl);
  const text = parts.status_text ?? '';
  if (parts.away === true) session.presenceEnabled = false;
  else if (emoji || text !== '') session.presenceEnabled = true;
  return { emoji, text, availability: availabilityOf(session), until: null };
}

export function availabilityOf({ presenceEnabled }: ZulipSession): ReportedStatus['availability'] {
  if (presenceEnabled === null) return null;
  return presenceEnabled ? 'online' : 'invisible';
}

/** The parts as the server names them. */
export async function readParts({ api, account, session }: ZulipConnection): Promise<Result<StatusParts>> {
  if (session.featureLevel >= READ_LEVEL)
    return api.call(`/users/${encodeURIComponent(account.userId)}/status`, ownStatus);
  const reply = await registerOnce(api, ['user_status']);
  return reply.ok ? ok(reply.value.statuses?.[account.userId] ?? {}) : reply;
}

export async function readStatus(connection: ZulipConnection): Promise<Result<ReportedStatus>> {
  const { api, account, session } = connection;
  if (session.featureLevel >= READ_LEVEL) {
    const reply = await api.call(`/users/${encodeURIComponent(account.userId)}/status`, ownStatus);
    return reply.ok ? ok(reportedStatus(connection, reply.value)) : reply;
  }
  const reply = await registerOnce(api, ['user_status', 'user_settings', 'realm']);
  if (!reply.ok) return reply;
  const { presenceEnabled, statuses } = reply.value;
  await session.remember(reply.value);
  const status = reportedStatus(connection, statuses?.[account.userId] ?? {});
  session.presenceEnabled = presenceEnabled ?? session.presenceEnabled;
  return ok({ ...status, availability: availabilityOf(session) });
}
