import { page } from './people-routes.ts';
import { may } from './permissions.ts';
import { failure, plainFailure, Refusal, schemaFailure } from './refusal.ts';
import { type Body, checkFields } from './request-body.ts';
import type { RocketCall, RocketRoute } from './route.ts';
import {
  type CustomStatus,
  createId,
  isAtLeast,
  PRESENCE_STATUSES,
  type RocketPerson,
  type Workspace,
} from './workspace.ts';

const METHOD = 'insertOrUpdateUserStatus';
const FORBIDDEN_CHARACTERS = /[><&"']/;

/** The workspace's own statuses: https://developer.rocket.chat/apidocs/custom-user-status */
export const CUSTOM_STATUS_ROUTES: RocketRoute[] = [
  { method: 'GET', path: '/v1/custom-user-status.list', since: [2, 4], access: 'signed-in', answer: list },
  {
    method: 'POST',
    path: '/v1/custom-user-status.create',
    since: [2, 4],
    access: 'signed-in',
    notLoggedIn: ({ switches }) => (switches.documentedErrors ? documentedRefusal(401) : null),
    answer: create,
  },
  { method: 'POST', path: '/v1/custom-user-status.update', since: [2, 4], access: 'signed-in', answer: update },
  { method: 'POST', path: '/v1/custom-user-status.delete', since: [2, 4], access: 'signed-in', answer: remove },
];

function list({ workspace, query, countCall }: RocketCall) {
  const known = ['count', 'offset', 'sort', 'query', 'fields', ...(isAtLeast(workspace, 7) ? ['name', '_id'] : [])];
  if ([...query.keys()].some((key) => !known.includes(key))) {
    throw schemaFailure(['must NOT have additional properties'], 'query');
  }
  countCall();
  const name = (query.get('name') ?? '').toLowerCase();
  const id = query.get('_id');
  const found = workspace.customStatuses
    .filter((status) => status.name.toLowerCase().includes(name) && (id === null || status._id === id))
    .sort((a, b) => a.name.localeCompare(b.name));
  return page(found, query, 'statuses');
}

function create({ workspace, body, countCall }: RocketCall, caller: RocketPerson) {
  const fields = readFields(workspace, body, { name: { required: true }, statusType: {} });
  countCall();
  if (workspace.switches.documentedErrors && !may(workspace, caller, 'manage-user-status'))
    throw documentedRefusal(403);
  const status = {
    _id: createId(),
    ...checkCustomStatus(workspace, caller, { name: fields.name ?? '', statusType: fields.statusType ?? '' }, null),
  };
  workspace.customStatuses.push(status);
  workspace.notifier.tell({ kind: 'custom-status-saved', status });
  return { customUserStatus: status };
}

function update({ workspace, body, countCall }: RocketCall, caller: RocketPerson) {
  const fields = readFields(workspace, body, { _id: { required: true }, name: { required: true }, statusType: {} });
  countCall();
  const status = workspace.customStatuses.find(({ _id }) => _id === fields._id);
  if (status === undefined) throw plainFailure(`No custom user status found with the id of "${fields._id}".`);
  // From 8.0 an update without a type stores an empty one; before, the old one stayed.
  const statusType = fields.statusType ?? (isAtLeast(workspace, 8) ? '' : status.statusType);
  Object.assign(status, checkCustomStatus(workspace, caller, { name: fields.name ?? '', statusType }, status._id));
  workspace.notifier.tell({ kind: 'custom-status-saved', status });
  return { customUserStatus: status };
}

function remove({ workspace, body, countCall }: RocketCall, caller: RocketPerson) {
  if (!isAtLeast(workspace, 8) && !body.customUserStatusId) {
    throw plainFailure('The "customUserStatusId" params is required!');
  }
  const { customUserStatusId } = checkFields(body, { customUserStatusId: { required: true, minLength: 1 } });
  countCall();
  requirePermission(workspace, caller);
  const index = workspace.customStatuses.findIndex(({ _id }) => _id === customUserStatusId);
  const status = workspace.customStatuses[index];
  if (status === undefined) {
    const details = { method: 'deleteCustomUserStatus' };
    throw failure('Invalid user status', 'Custom_User_Status_Error_Invalid_User_Status', details);
  }
  workspace.customStatuses.splice(index, 1);
  workspace.notifier.tell({ kind: 'custom-status-deleted', status });
  return {};
}

/** 8.x checks with a schema; older servers match key by key and ignore what they don't know. */
function readFields<Name extends string>(
  workspace: Workspace,
  body: Body,
  fields: Record<Name, { required?: boolean }>,
): Partial<Record<Name, string>> {
  if (isAtLeast(workspace, 8)) return checkFields(body, fields);
  const read: Partial<Record<Name, string>> = {};
  for (const name of Object.keys(fields) as Name[]) {
    if (body[name] !== undefined) read[name] = String(body[name] ?? '');
    else if (fields[name].required) throw plainFailure(`Match error: Missing key '${name}'`);
  }
  return read;
}

/** Permission, blank, characters, duplicate, type: in the server's order. */
function checkCustomStatus(
  workspace: Workspace,
  caller: RocketPerson,
  { name, statusType }: Pick<CustomStatus, 'name' | 'statusType'>,
  ownId: string | null,
): Omit<CustomStatus, '_id'> {
  requirePermission(workspace, caller);
  if (name.trim() === '') {
    throw failure('The field Name is required', 'error-the-field-is-required', { method: METHOD, field: 'Name' });
  }
  if (FORBIDDEN_CHARACTERS.test(name)) throw invalidInput(`${name} is not a valid name`, name, 'Name');
  if (workspace.customStatuses.some((status) => status.name === name && status._id !== ownId)) {
    const code = 'Custom_User_Status_Error_Name_Already_In_Use';
    throw failure('The custom user status name is already in use', code, { method: METHOD });
  }
  if (statusType !== '' && !PRESENCE_STATUSES.includes(statusType)) {
    throw invalidInput(`${statusType} is not a valid status type`, statusType, 'StatusType');
  }
  return { name, statusType, _updatedAt: new Date(workspace.clock()).toISOString() };
}

function invalidInput(text: string, input: string, field: string): Refusal {
  return failure(text, 'error-input-is-not-a-valid-field', { method: METHOD, input, field });
}

function requirePermission(workspace: Workspace, caller: RocketPerson): void {
  if (may(workspace, caller, 'manage-user-status')) return;
  throw new Refusal(400, { success: false, error: '[not_authorized]', errorType: 'not_authorized' });
}

function documentedRefusal(httpStatus: number): Refusal {
  return new Refusal(httpStatus, { success: false, error: 'unauthorized' });
}
