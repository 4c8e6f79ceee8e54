import type { ServerKind } from '../../contract/account.ts';
import type { Availability } from '../../contract/status.ts';

/** One person as a demo server now has them, for showing "the server's side". */
export interface PersonView {
  id: string;
  login: string;
  fullName: string;
  role: string;
  /** The emoji's name on Zulip; on Rocket.Chat the emoji stands in the text and this is null. */
  emoji: string | null;
  text: string;
  availability: Availability | 'offline';
  /** When the server itself will end the status, in milliseconds since the epoch. */
  until: number | null;
}

export interface ServerSide {
  organization: string;
  /** The person that try-it mode signs in. */
  you: PersonView;
  people: PersonView[];
}

/** The same for a page that shows it: an emoji as itself, not by its name. */
export interface ServerSidePage {
  organization: string;
  kind: ServerKind;
  people: Array<{
    name: string;
    emoji: string;
    text: string;
    availability: PersonView['availability'];
    until: number | null;
  }>;
}

/** What someone signs in to a demo server with. Made anew at each start. */
export interface DemoCredentials {
  userId: string;
  login: string;
  password: string;
  /** Zulip: the API key. Rocket.Chat: a personal access token, for those who have one. */
  token: string;
}
