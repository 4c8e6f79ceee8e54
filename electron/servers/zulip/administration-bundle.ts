import type { Administration } from '../administration.ts';
import { createZulipMembers } from './administration-members.ts';
import { readZulipStatusOf, writeZulipStatusOf } from './administration-people.ts';
import { readZulipRights } from './administration-rights.ts';
import type { ZulipConnection } from './connection.ts';

/** What administrators of an organisation can do. Zulip has no statuses shared by everybody. */
export function createZulipAdministration(connection: ZulipConnection): Administration {
  const members = createZulipMembers(connection, Date.now);
  return {
    readRights: () => readZulipRights(connection),
    findPeople: members.find,
    readStatusOf: (personId) => readZulipStatusOf(connection, personId),
    async writeStatusOf(personId, status) {
      const answer = await writeZulipStatusOf(connection, personId, status);
      if (answer.ok) {
        const { emoji, text } = status;
        members.note(personId, { emoji, text: text.trim(), availability: null, until: null });
      }
      return answer;
    },
    writesAtOnce: 3,
    endsStatuses: false,
    clearedStatus: { emoji: null, text: '', availability: null, until: null, then: 'clear' },
  };
}
