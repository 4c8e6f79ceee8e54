import type { Permission, RocketPerson, Workspace } from './workspace.ts';

/** The server's default permissions, as far as statuses need them: id to the roles that have it. */
const DEFAULTS: Readonly<Record<string, readonly string[]>> = {
  'access-permissions': ['admin'],
  'api-bypass-rate-limit': ['admin', 'bot', 'app'],
  'create-personal-access-tokens': ['admin', 'user'],
  'edit-other-user-info': ['admin'],
  'manage-user-status': ['admin'],
  'view-d-room': ['admin', 'user', 'app', 'guest'],
  'view-outside-room': ['admin', 'owner', 'moderator', 'user', 'bot', 'app'],
  'view-statistics': ['admin'],
};

export const ROLES: readonly string[] = ['admin', 'app', 'bot', 'guest', 'moderator', 'owner', 'user'];

export function createPermissions(): Permission[] {
  const _updatedAt = '2024-01-02T03:04:05.678Z';
  return Object.entries(DEFAULTS).map(([_id, roles]) => ({ _id, roles: [...roles], _updatedAt }));
}

export function may(
  { permissions }: Pick<Workspace, 'permissions'>,
  person: RocketPerson,
  permission: string,
): boolean {
  return permissions.some(({ _id, roles }) => _id === permission && roles.some((role) => person.roles.includes(role)));
}
