import type { Administration } from '../administration.ts';
import { createCustomStatusCalls } from './administration-custom-statuses.ts';
import {
  findRocketChatPeople,
  type RocketChatPeopleDeps,
  readRocketChatStatusOf,
  writeRocketChatStatusOf,
} from './administration-people.ts';
import { readRocketChatRights } from './administration-rights.ts';
import { endsStatuses } from './version.ts';

/** What administrators of a workspace can do. */
export function createRocketChatAdministration(deps: RocketChatPeopleDeps): Administration {
  const { api, version } = deps;
  return {
    readRights: () => readRocketChatRights(api, version()),
    findPeople: (query) => findRocketChatPeople(deps, query),
    readStatusOf: (personId) => readRocketChatStatusOf(deps, personId),
    writeStatusOf: (personId, status) => writeRocketChatStatusOf(deps, personId, status),
    // One after the other: five a minute are allowed to those who are not exempt.
    writesAtOnce: 1,
    endsStatuses: endsStatuses(version()),
    clearedStatus: { emoji: null, text: '', availability: 'online', until: null, then: 'clear' },
    workspaceStatuses: createCustomStatusCalls(api),
  };
}
