import { isAtLeast, type PresenceStatus, type RocketPerson, type Workspace } from './workspace.ts';

/** From 8.6: who chose the status and when it ends, both absent when there is nothing to say. */
export function claimOnWire(workspace: Workspace, person: RocketPerson): Record<string, unknown> {
  if (!isAtLeast(workspace, 8, 6)) return {};
  return {
    ...(person.statusSource === null ? {} : { statusSource: person.statusSource }),
    ...(person.statusExpiresAt === null ? {} : { statusExpiresAt: new Date(person.statusExpiresAt).toISOString() }),
  };
}

/** From 8.8 somebody can hide their status from others, administrators too. */
export function isHidden(workspace: Workspace, person: RocketPerson, viewer: RocketPerson): boolean {
  return isAtLeast(workspace, 8, 8) && person.hiddenFrom.has(viewer.id);
}

/** What `viewer` may see of somebody's status. */
export function seenStatus(workspace: Workspace, person: RocketPerson, viewer: RocketPerson): PresenceStatus {
  return isHidden(workspace, person, viewer) ? 'offline' : person.status;
}

export function meOnWire(workspace: Workspace, person: RocketPerson): Record<string, unknown> {
  return {
    _id: person.id,
    username: person.username,
    name: person.name,
    emails: [{ address: person.email, verified: true }],
    roles: person.roles,
    active: person.active,
    status: person.status,
    statusConnection: person.connections > 0 ? 'online' : 'offline',
    statusDefault: person.statusDefault,
    statusText: person.statusText,
    ...claimOnWire(workspace, person),
    utcOffset: 1,
    language: 'en',
    avatarUrl: `${workspace.url}/avatar/${person.username}`,
    settings: { preferences: {} },
  };
}

export function personOnWire(
  workspace: Workspace,
  person: RocketPerson,
  viewer: RocketPerson,
): Record<string, unknown> {
  const hidden = isHidden(workspace, person, viewer);
  return {
    _id: person.id,
    username: person.username,
    name: person.name,
    status: hidden ? 'offline' : person.status,
    statusText: hidden ? '' : person.statusText,
    ...(hidden ? {} : claimOnWire(workspace, person)),
    utcOffset: 1,
    avatarETag: person.id.slice(0, 6),
  };
}
