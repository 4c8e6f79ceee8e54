import type { Person } from '../../electron/contract/administration.ts';
import type { AccountState } from '../../electron/contract/app-state.ts';
import { resolveDuration } from '../../electron/contract/duration.ts';
import { PEOPLE } from '../../electron/contract/languages/en/people.ts';
import type { Status } from '../../electron/contract/status.ts';
import type { Draft } from '../draft.ts';

const T = PEOPLE;

/** For whom, in a few words: one by name, more by their number. */
export function whoText(people: Pick<Person, 'fullName'>[]): string {
  const [first] = people;
  if (first === undefined) return T.someone;
  return people.length === 1 ? first.fullName : T.people({ count: people.length });
}

/** What is sent; `now` in milliseconds since the epoch. */
export function statusForOthers(draft: Draft, now: number): Status {
  return {
    emoji: draft.emoji.value,
    text: draft.text.value.trim(),
    availability: draft.availability.value,
    until: resolveDuration(draft.duration.value, now),
    then: draft.then.value,
  };
}

/** Nothing but an ordinary presence. On Rocket.Chat that is `online`, which makes it follow their activity again. */
export function clearedFor({ kind }: Pick<AccountState, 'kind'>): Status {
  const availability = kind === 'rocket-chat' ? 'online' : null;
  return { emoji: null, text: '', availability, until: null, then: 'clear' };
}
