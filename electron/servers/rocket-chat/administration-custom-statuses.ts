import type { z } from 'zod';
import type { WorkspaceStatus } from '../../contract/administration.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import type { Availability } from '../../contract/status.ts';
import type { WorkspaceStatusCalls } from '../administration.ts';
import { customStatusProblem } from './administration-errors.ts';
import { AVAILABILITY_NAMES, customStatusPage, savedCustomStatus } from './administration-replies.ts';
import { isSuccess, type RocketChatApi, readReply } from './api.ts';
import { done } from './replies.ts';

const PAGE_SIZE = 100;
/** A list that never ends is a fault of the server. */
const MOST_PAGES = 100;

/** https://developer.rocket.chat/apidocs/custom-user-status */
export function createCustomStatusCalls(api: RocketChatApi): WorkspaceStatusCalls {
  async function send<S extends z.ZodType>(
    action: 'create' | 'update' | 'delete',
    json: Record<string, string>,
    schema: S,
  ): Promise<Result<z.output<S>>> {
    const reply = await api.send(`/api/v1/custom-user-status.${action}`, { method: 'POST', json });
    if (!reply.ok) return reply;
    if (isSuccess(reply.value)) return readReply(reply.value, schema);
    return fail(customStatusProblem(reply.value, { name: json.name ?? '', type: json.statusType ?? '' }));
  }

  return {
    list: () => listAll(api),
    create: (name, availability) => send('create', fieldsOf(name, availability), savedCustomStatus),
    update: (id, name, availability) => send('update', { _id: id, ...fieldsOf(name, availability) }, savedCustomStatus),
    async delete(id) {
      const gone = await send('delete', { customUserStatusId: id }, done);
      return gone.ok ? ok(null) : gone;
    },
  };
}

/** The type goes along always: from 8.0 an update without one blanks it, before that it stays. Servers take lower case only. */
function fieldsOf(name: string, availability: Availability | null): { name: string; statusType: string } {
  return { name: name.trim(), statusType: availability === null ? '' : AVAILABILITY_NAMES[availability] };
}

async function listAll(api: RocketChatApi): Promise<Result<WorkspaceStatus[]>> {
  const statuses = new Map<string, WorkspaceStatus>();
  let offset = 0;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = new URLSearchParams({ count: String(PAGE_SIZE), offset: String(offset) });
    const reply = await api.send(`/api/v1/custom-user-status.list?${query}`);
    if (!reply.ok) return reply;
    if (!isSuccess(reply.value)) return fail(customStatusProblem(reply.value, { name: '', type: '' }));
    const read = readReply(reply.value, customStatusPage);
    if (!read.ok) return read;
    const { statuses: found, total } = read.value;
    for (const status of found) statuses.set(status.id, status);
    offset += found.length;
    if (found.length === 0 || offset >= (total ?? 0)) break;
  }
  return ok([...statuses.values()].sort((a, b) => a.name.localeCompare(b.name)));
}
