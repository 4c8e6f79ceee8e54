import { findTargetOrSelf } from './find-person.ts';
import { claimOnWire, isHidden, personOnWire, seenStatus } from './people-on-wire.ts';
import type { Answer, RocketRoute } from './route.ts';
import { isAtLeast, type RocketPerson, type Workspace } from './workspace.ts';

/** Reading statuses. */
export const STATUS_ROUTES: RocketRoute[] = [
  {
    // Says no text, except on 3.x. https://developer.rocket.chat/apidocs/get-user-status
    method: 'GET',
    path: '/v1/users.getStatus',
    since: [1, 2],
    access: 'signed-in',
    answer: ({ workspace, query, countCall }, caller) => {
      countCall();
      const person = findTargetOrSelf(workspace, query, caller);
      return {
        _id: person.id,
        status: seenStatus(workspace, person, caller),
        ...(person === caller ? { connectionStatus: person.connections > 0 ? 'online' : 'offline' } : {}),
        ...(isAtLeast(workspace, 4) ? {} : { message: person.statusText }),
        ...(isHidden(workspace, person, caller) ? {} : claimOnWire(workspace, person)),
      };
    },
  },
  {
    method: 'GET',
    path: '/v1/users.getPresence',
    access: 'signed-in',
    answer: ({ workspace, query, countCall }, caller): Answer => {
      countCall();
      const person = findTargetOrSelf(workspace, query, caller);
      const presence = seenStatus(workspace, person, caller);
      if (person !== caller) return { presence };
      return { presence, connectionStatus: person.connections > 0 ? 'online' : 'offline' };
    },
  },
  {
    method: 'GET',
    path: '/v1/users.presence',
    access: 'signed-in',
    answer: ({ workspace, query, countCall }, caller) => {
      countCall();
      if (!workspace.switches.broadcast) return { users: [], full: true };
      const ids = [...query.getAll('ids'), ...query.getAll('ids[]')].flatMap((value) => value.split(','));
      const people = workspace.people.filter((person) => isListed(workspace, person, caller, ids));
      return { users: people.map((person) => personOnWire(workspace, person, caller)), full: true };
    },
  },
];

/** Offline people are left out; from 8.6 a look-up by id keeps those who have a text or an end. */
function isListed(workspace: Workspace, person: RocketPerson, viewer: RocketPerson, ids: string[]): boolean {
  if (ids.length > 0 && !ids.includes(person.id)) return false;
  if (seenStatus(workspace, person, viewer) !== 'offline') return true;
  if (ids.length === 0 || !isAtLeast(workspace, 8, 6) || isHidden(workspace, person, viewer)) return false;
  return person.statusText !== '' || person.statusExpiresAt !== null;
}
