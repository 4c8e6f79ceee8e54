import type { Person } from '../../electron/contract/administration.ts';
import type { AccountState } from '../../electron/contract/app-state.ts';
import { PEOPLE } from '../../electron/contract/languages/en/people.ts';
import type { Status } from '../../electron/contract/status.ts';

const T = PEOPLE;

/** For whom, in a few words: one by name, more by their number. */
export function whoText(people: Pick<Person, 'fullName'>[]): string {
  const [first] = people;
  if (first === undefined) return T.someone;
  return people.length === 1 ? first.fullName : T.people({ count: people.length });
}

/** Nothing but an ordinary presence. On Rocket.Chat that is `online`, which makes it follow their activity again. */
export function clearedFor({ kind }: Pick<AccountState, 'kind'>): Status {
  const availability = kind === 'rocket-chat' ? 'online' : null;
  return { emoji: null, text: '', availability, until: null, then: 'clear' };
}
