import { z } from 'zod';
import type { Right, Rights } from '../../contract/administration.ts';
import { ok, type Result } from '../../contract/result.ts';
import type { ZulipConnection } from './connection.ts';

/** From here on administrators can set others' statuses: https://zulip.com/api/update-status-for-user (Zulip 11.0) */
export const OTHERS_STATUS_LEVEL = 407;
const ADMINISTRATOR_ROLE = 200;

/** `role` since feature level 59; `is_admin` is true for owners too. */
const ownRole = z
  .object({ is_admin: z.boolean().optional(), is_owner: z.boolean().optional(), role: z.number().optional() })
  .transform((me) => me.is_admin ?? (me.is_owner === true || (me.role ?? Infinity) <= ADMINISTRATOR_ROLE));

const NO_WORKSPACE_STATUSES: Right = { allowed: false, problem: { code: 'not-on-this-server' } };

export async function readZulipRights({ api, account, session }: ZulipConnection): Promise<Result<Rights>> {
  const isAdministrator = await api.call('/users/me', ownRole);
  if (!isAdministrator.ok) return isAdministrator;
  const version = account.capabilities.serverVersion;
  const setOthersStatus: Right =
    session.featureLevel < OTHERS_STATUS_LEVEL
      ? { allowed: false, problem: { code: 'server-too-old', version, needed: '11.0' } }
      : isAdministrator.value
        ? { allowed: true }
        : { allowed: false, problem: { code: 'administrator-needed' } };
  return ok({ manageWorkspaceStatuses: NO_WORKSPACE_STATUSES, setOthersStatus });
}
