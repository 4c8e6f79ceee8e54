import { isPresenceStatus } from './live-frames.ts';
import type { Presence } from './presence.ts';
import { findByToken } from './sign-in.ts';
import type { RocketPerson, Workspace } from './workspace.ts';

const STATUS_INTERVAL_MS = 1000;
const TOKEN_LIFE_MS = 90 * 24 * 3_600_000;

/** Who is at the other end of a live connection. */
export interface LiveSession {
  person: RocketPerson | null;
  /** When a status was last set here, in milliseconds since the epoch. */
  lastStatusAt: number | null;
}

/** Why a method refuses; `error` is a word or a number. */
export class MethodError extends Error {
  readonly error: string | number;

  constructor(error: string | number, reason: string) {
    super(reason);
    this.error = error;
  }
}

/** Calls a DDP method and answers its result; throws a `MethodError` where it refuses. */
export function callLiveMethod(
  { workspace, presence }: { workspace: Workspace; presence: Presence },
  session: LiveSession,
  method: string,
  params: unknown[],
): unknown {
  if (method === 'login') return logIn(workspace, presence, session, params);
  if (method === 'setUserStatus') return setStatus(workspace, presence, session, params);
  throw new MethodError(404, `Method '${method}' not found`);
}

/** By a login token or a personal access token. Makes the person online. */
function logIn(workspace: Workspace, presence: Presence, session: LiveSession, params: unknown[]) {
  const { resume } = (params[0] ?? {}) as { resume?: unknown };
  const found = typeof resume === 'string' ? findByToken(workspace, resume) : undefined;
  if (found === undefined) throw new MethodError(403, "You've been logged out by the server. Please log in again.");
  if (session.person === null) presence.connect(found);
  session.person = found;
  return { id: found.id, token: resume, tokenExpires: { $date: workspace.clock() + TOKEN_LIFE_MS }, type: 'resume' };
}

function setStatus(workspace: Workspace, presence: Presence, session: LiveSession, [status, message]: unknown[]): null {
  const { switches } = workspace;
  const now = workspace.clock();
  if (session.person === null) throw new MethodError('error-invalid-user', 'Invalid user');
  if (switches.rateLimits && session.lastStatusAt !== null && now - session.lastStatusAt < STATUS_INTERVAL_MS) {
    throw new MethodError('too-many-requests', 'Error, too many requests. Please slow down.');
  }
  session.lastStatusAt = now;
  if (message && !switches.messageChange) throw new MethodError('error-not-allowed', 'Not allowed');
  if (status === 'offline' && !switches.invisible) {
    throw new MethodError('error-status-not-allowed', 'Invisible status is disabled');
  }
  presence.change(session.person, {
    status: isPresenceStatus(status) ? status : undefined,
    message: typeof message === 'string' ? message : undefined,
  });
  return null;
}
