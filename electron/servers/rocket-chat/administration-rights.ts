import type { Right, Rights } from '../../contract/administration.ts';
import { ok, type Result } from '../../contract/result.ts';
import { ownRoles, permissions } from './administration-replies.ts';
import type { RocketChatApi } from './api.ts';
import { isAtLeast } from './version.ts';

const ALLOWED: Right = { allowed: true };

/**
 * A permission is held by roles; who has one of them has it. https://developer.rocket.chat/apidocs/list-all-permissions
 * Custom statuses came with 2.4.
 */
export async function readRocketChatRights(api: RocketChatApi, version: string): Promise<Result<Rights>> {
  const [own, all] = await Promise.all([
    api.call('/api/v1/me', ownRoles),
    api.call('/api/v1/permissions.listAll', permissions),
  ]);
  if (!own.ok) return own;
  if (!all.ok) return all;
  const right = (permission: string): Right => {
    const roles = all.value.get(permission) ?? [];
    if (own.value.some((role) => roles.includes(role))) return ALLOWED;
    return { allowed: false, problem: { code: 'permission-missing', permission } };
  };
  const hasStatuses = isAtLeast(version, 2, 4);
  const tooOld: Right = { allowed: false, problem: { code: 'server-too-old', version, needed: '2.4' } };
  return ok({
    manageWorkspaceStatuses: hasStatuses ? right('manage-user-status') : tooOld,
    setOthersStatus: right('edit-other-user-info'),
  });
}
