import { findTarget } from './find-person.ts';
import { may } from './permissions.ts';
import { failure, forbidden, MATCH_FAILURE, plainFailure } from './refusal.ts';
import { type Body, checkFields } from './request-body.ts';
import type { Answer, RocketCall, RocketRoute } from './route.ts';
import { isAtLeast, PRESENCE_STATUSES, type PresenceStatus, type RocketPerson, type Workspace } from './workspace.ts';

const METHOD = { method: 'users.setStatus' };
const TARGET_FIELDS = { userId: {}, username: {}, user: {} };

/** https://developer.rocket.chat/apidocs/set-user-status */
export const SET_STATUS_ROUTE: RocketRoute = {
  method: 'POST',
  path: '/v1/users.setStatus',
  since: [1, 2],
  access: 'signed-in',
  limit: (workspace) => (isAtLeast(workspace, 8, 6) ? 5 : 10),
  answer: (call, caller) =>
    isAtLeast(call.workspace, 8, 6) ? setStatusByClaim(call, caller) : setStatusDirectly(call, caller),
};

function setStatusByClaim(call: RocketCall, caller: RocketPerson): Answer {
  const { workspace, body } = call;
  const fields = checkFields(body, {
    message: {},
    status: { oneOf: PRESENCE_STATUSES },
    expiresAt: {},
    ...TARGET_FIELDS,
  });
  call.countCall();
  const { message, status } = fields;
  if (body.message === null && status === undefined) throw plainFailure(MATCH_FAILURE);
  if (message === undefined && status === undefined) throw plainFailure(MATCH_FAILURE);
  const target = targetOf(workspace, caller, body);
  if (message && !workspace.switches.messageChange) throw notAllowed();
  const expiresAt = fields.expiresAt === undefined ? undefined : readEnd(workspace, fields.expiresAt);
  const resulting = (status ?? target.statusDefault) as PresenceStatus;
  if (resulting === 'offline' && !workspace.switches.invisible) throw invisibleOff(workspace);
  call.presence.change(target, { message, status: status as PresenceStatus | undefined, expiresAt });
  return {};
}

/** Before 8.6, text first and then status, so that a refusal of the status leaves the new text. */
function setStatusDirectly(call: RocketCall, caller: RocketPerson): Answer {
  const { workspace, body } = call;
  // 8.5 checks with a schema that does not know `expiresAt` yet; older servers ignore what they don't know.
  const isStrict = isAtLeast(workspace, 8, 5);
  if (isStrict) checkFields(body, { message: {}, status: { oneOf: PRESENCE_STATUSES }, ...TARGET_FIELDS });
  call.countCall();
  const message = typeof body.message === 'string' ? body.message : undefined;
  const status = typeof body.status === 'string' ? body.status : undefined;
  if (message === undefined && status === undefined) throw plainFailure(MATCH_FAILURE);
  const target = targetOf(workspace, caller, body);
  if (!workspace.switches.messageChange) throw notAllowed();
  if (message !== undefined) {
    call.countText(target);
    call.presence.change(target, { message });
  }
  if (status === undefined) return {};
  if (!PRESENCE_STATUSES.includes(status)) {
    throw failure('Valid status types include online, away, offline, and busy.', 'error-invalid-status', METHOD);
  }
  if (status === 'offline' && !workspace.switches.invisible) throw invisibleOff(workspace);
  call.presence.change(target, { status: status as PresenceStatus });
  return {};
}

/** Oneself, or somebody else for those who may edit other people. */
function targetOf(workspace: Workspace, caller: RocketPerson, body: Body): RocketPerson {
  const named = [body.userId, body.username, body.user].filter((value) => value !== undefined);
  const isSelf =
    body.userId === caller.id ||
    [body.username, body.user].some((name) => typeof name === 'string' && name.toLowerCase() === caller.username);
  if (named.length === 0) return caller;
  if (!isSelf && !may(workspace, caller, 'edit-other-user-info')) throw forbidden();
  return findTarget(workspace, body);
}

function readEnd(workspace: Workspace, text: string): number {
  const end = Date.parse(text);
  if (Number.isNaN(end)) throw failure('Invalid expiresAt date string', 'error-invalid-date', METHOD);
  if (end <= workspace.clock()) throw failure('expiresAt must be a future date', 'error-invalid-date', METHOD);
  return end;
}

function notAllowed() {
  return failure('Change status is not allowed', 'error-not-allowed', METHOD);
}

/** The code changed soon after the setting had come in 3.11. */
function invisibleOff(workspace: Workspace) {
  const code = isAtLeast(workspace, 4) ? 'error-status-not-allowed' : 'error-not-allowed';
  return failure('Invisible status is disabled', code, METHOD);
}
