import { may, ROLES } from './permissions.ts';
import { failure, plainFailure, Refusal, schemaFailure } from './refusal.ts';
import { checkFields } from './request-body.ts';
import type { Answer, RocketCall, RocketRoute } from './route.ts';
import type { Permission, RocketPerson, Workspace } from './workspace.ts';

/** Who may do what, and how an administrator changes it: https://developer.rocket.chat/apidocs/update-permissions */
export const PERMISSION_ROUTES: RocketRoute[] = [
  {
    method: 'GET',
    path: '/v1/permissions.listAll',
    access: 'signed-in',
    answer: ({ workspace, countCall }) => {
      countCall();
      return { update: workspace.permissions, remove: [] };
    },
  },
  { method: 'POST', path: '/v1/permissions.update', access: 'signed-in', answer: updatePermissions },
  {
    method: 'POST',
    path: '/v1/roles.addUserToRole',
    access: 'signed-in',
    answer: (call, caller) => changeRole(call, caller, 'added'),
  },
  {
    method: 'POST',
    path: '/v1/roles.removeUserFromRole',
    access: 'signed-in',
    answer: (call, caller) => changeRole(call, caller, 'removed'),
  },
];

/** Each permission is told by itself, as soon as it is stored. */
function updatePermissions({ workspace, body, countCall }: RocketCall, caller: RocketPerson): Answer {
  const wanted = readPermissions(body.permissions);
  countCall();
  requireAccess(workspace, caller);
  const changes = wanted.map(({ _id, roles }) => ({ roles, permission: findPermission(workspace, _id) }));
  if (wanted.some(({ roles }) => roles.some((role) => !ROLES.includes(role)))) {
    throw new Refusal(400, { success: false, error: 'Invalid role', errorType: 'error-invalid-role' });
  }
  for (const { permission, roles } of changes) {
    permission.roles = roles;
    permission._updatedAt = new Date(workspace.clock()).toISOString();
    workspace.notifier.tell({ kind: 'permission', permission });
  }
  return { permissions: workspace.permissions };
}

function readPermissions(value: unknown): Pick<Permission, '_id' | 'roles'>[] {
  if (value === undefined) throw schemaFailure(["must have required property 'permissions'"], 'body');
  if (!Array.isArray(value)) throw schemaFailure(['must be array'], 'body');
  return value.map(({ _id, roles }: { _id?: unknown; roles?: unknown }) => {
    if (!Array.isArray(roles)) throw schemaFailure(["must have required property 'roles'"], 'body');
    return { _id: String(_id), roles: roles.map(String) };
  });
}

function findPermission(workspace: Workspace, id: string): Permission {
  const found = workspace.permissions.find(({ _id }) => _id === id);
  if (found !== undefined) return found;
  throw new Refusal(400, { success: false, error: 'Invalid permission', errorType: 'error-invalid-permission' });
}

function changeRole(call: RocketCall, caller: RocketPerson, change: 'added' | 'removed'): Answer {
  const { workspace, body, countCall } = call;
  const { roleId: role = '', username } = checkFields(body, {
    roleId: { required: true },
    username: { required: true },
  });
  countCall();
  requireAccess(workspace, caller);
  const person = workspace.people.find((one) => one.username === username);
  if (person === undefined) throw failure('There is no user with this username', 'error-invalid-user');
  if (!ROLES.includes(role)) throw plainFailure('error-role-not-found');
  if (change === 'added' && person.roles.includes(role)) {
    throw failure('User already in role', 'error-user-already-in-role');
  }
  if (change === 'removed' && !person.roles.includes(role)) {
    throw failure('User is not in this role', 'error-user-not-in-role');
  }
  person.roles = change === 'added' ? [...person.roles, role] : person.roles.filter((one) => one !== role);
  workspace.notifier.tell({ kind: 'role', person, role, change });
  return { role: { _id: role, name: role, scope: 'Users' } };
}

function requireAccess(workspace: Workspace, caller: RocketPerson): void {
  if (may(workspace, caller, 'access-permissions')) return;
  const error = 'User does not have the permissions required for this action [error-unauthorized]';
  throw new Refusal(403, { success: false, error });
}
