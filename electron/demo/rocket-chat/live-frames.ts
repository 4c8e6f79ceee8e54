import { isHidden } from './people-on-wire.ts';
import {
  isAtLeast,
  type Notice,
  PRESENCE_STATUSES,
  type PresenceStatus,
  type RocketPerson,
  type Workspace,
} from './workspace.ts';

/** What a live connection has subscribed to, as `<stream>/<event>`. */
export interface Subscriptions {
  has(key: string): boolean;
}

const STATUS_CODES: Record<PresenceStatus, number> = { offline: 0, online: 1, away: 2, busy: 3 };

/** The frames that tell `viewer` of a change, as far as they have subscribed. */
export function framesFor(
  workspace: Workspace,
  viewer: RocketPerson,
  subscriptions: Subscriptions,
  notice: Notice,
): object[] {
  if (notice.kind === 'person') return personFrames(workspace, viewer, subscriptions, notice.person);
  if (notice.kind === 'role') return roleFrames(workspace, viewer, subscriptions, notice);
  const [eventName, ...args] = workspaceNews(notice);
  if (!subscriptions.has(`stream-notify-logged/${eventName}`)) return [];
  return [changed('stream-notify-logged', { eventName, args })];
}

type WorkspaceNotice = Exclude<Notice, { kind: 'person' | 'role' }>;

/** The event and its arguments. A permission's first says what became of it, its second is the whole permission. */
function workspaceNews(notice: WorkspaceNotice): [event: string, ...args: unknown[]] {
  if (notice.kind === 'permission') return ['permissions-changed', 'updated', notice.permission];
  const event = notice.kind === 'custom-status-saved' ? 'updateCustomUserStatus' : 'deleteCustomUserStatus';
  return [event, { userStatusData: notice.status }];
}

/** Everybody hears who got or lost a role, if roles are displayed; the person themselves hears that they changed. */
function roleFrames(
  { switches }: Workspace,
  viewer: RocketPerson,
  subscriptions: Subscriptions,
  { person, role, change }: Extract<Notice, { kind: 'role' }>,
): object[] {
  const { id, username, roles } = person;
  const frames: object[] = [];
  if (switches.displayRoles && subscriptions.has('stream-notify-logged/roles-change')) {
    const args = [{ type: change, _id: role, u: { _id: id, username } }];
    frames.push(changed('stream-notify-logged', { eventName: 'roles-change', args }));
  }
  if (person === viewer && subscriptions.has(`stream-notify-user/${id}/userData`)) {
    const args = [{ type: 'updated', id, diff: { roles }, unset: {} }];
    frames.push(changed('stream-notify-user', { eventName: `${id}/userData`, args }));
  }
  return frames;
}

function personFrames(
  workspace: Workspace,
  viewer: RocketPerson,
  subscriptions: Subscriptions,
  person: RocketPerson,
): object[] {
  const frames: object[] = [];
  const { broadcast } = workspace.switches;
  const seen = whatIsSeen(workspace, person, viewer);
  if (broadcast && subscriptions.has('stream-notify-logged/user-status')) {
    const row = [person.id, person.username, seen.code, seen.text, person.name, person.roles, ...seen.claim];
    frames.push(changed('stream-notify-logged', { eventName: 'user-status', args: [row] }));
  }
  if (broadcast && isAtLeast(workspace, 4, 1) && subscriptions.has(`stream-user-presence/${person.id}`)) {
    const row = [person.username, seen.code, seen.text, ...seen.claim];
    frames.push(changed('stream-user-presence', { uid: person.id, args: [row] }));
  }
  if (person === viewer && subscriptions.has(`stream-notify-user/${person.id}/userData`)) {
    frames.push(changed('stream-notify-user', { eventName: `${person.id}/userData`, args: [ownChange(person)] }));
  }
  return frames;
}

function changed(collection: string, fields: object): object {
  return { msg: 'changed', collection, id: 'id', fields };
}

function whatIsSeen(workspace: Workspace, person: RocketPerson, viewer: RocketPerson) {
  if (isHidden(workspace, person, viewer)) return { code: STATUS_CODES.offline, text: '', claim: [] };
  const end = person.statusExpiresAt;
  const claim =
    isAtLeast(workspace, 8, 6) && person.statusSource !== null
      ? [person.statusSource, ...(end === null ? [] : [{ $date: end }])]
      : [];
  return { code: STATUS_CODES[person.status], text: person.statusText, claim };
}

/** An empty text is told as unset. */
function ownChange(person: RocketPerson): object {
  const { id, status, statusDefault, statusText } = person;
  const diff = { status, statusDefault, ...(statusText === '' ? {} : { statusText }) };
  return { type: 'updated', id, diff, unset: statusText === '' ? { statusText: 1 } : {} };
}

/** What a subscription's parameters stand for; for presence, the people added and removed. */
export function readSubscription(stream: string, params: unknown[]): { add: string[]; remove: string[] } {
  const [event, options] = params;
  if (stream !== 'stream-user-presence') return { add: [`${stream}/${String(event)}`], remove: [] };
  const { added, removed } = (options ?? {}) as { added?: unknown[]; removed?: unknown[] };
  const keys = (ids: unknown[] | undefined) => (ids ?? []).map((id) => `${stream}/${String(id)}`);
  return { add: keys(added), remove: keys(removed) };
}

export function isPresenceStatus(text: unknown): text is PresenceStatus {
  return typeof text === 'string' && PRESENCE_STATUSES.includes(text);
}
