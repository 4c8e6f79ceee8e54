import type { RocketPerson } from './workspace.ts';

/** The server's default permissions, as far as statuses need them: id to the roles that have it. */
export const PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  'api-bypass-rate-limit': ['admin', 'bot', 'app'],
  'create-personal-access-tokens': ['admin', 'user'],
  'edit-other-user-info': ['admin'],
  'manage-user-status': ['admin'],
  'view-d-room': ['admin', 'user', 'app', 'guest'],
  'view-outside-room': ['admin', 'owner', 'moderator', 'user', 'bot', 'app'],
  'view-statistics': ['admin'],
};

export function may(person: RocketPerson, permission: string): boolean {
  return (PERMISSIONS[permission] ?? []).some((role) => person.roles.includes(role));
}
