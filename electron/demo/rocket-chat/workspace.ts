import { randomBytes } from 'node:crypto';
import type { Notifier } from './notifier.ts';

export type PresenceStatus = 'online' | 'away' | 'busy' | 'offline';
export const PRESENCE_STATUSES: readonly string[] = ['online', 'away', 'busy', 'offline'];

export interface RocketPerson {
  id: string;
  username: string;
  name: string;
  email: string;
  password: string;
  roles: string[];
  active: boolean;
  twoFactor: 'none' | 'totp' | 'email';
  loginTokens: Set<string>;
  accessToken: string;
  /** What others see now. */
  status: PresenceStatus;
  /** What the person chose; `online` is automatic. */
  statusDefault: PresenceStatus;
  statusText: string;
  /** From 8.6; null where presence is automatic. */
  statusSource: 'manual' | null;
  /** Milliseconds since the epoch. */
  statusExpiresAt: number | null;
  /** What came before the status that will end; used where the server restores it. */
  statusBefore: { statusDefault: PresenceStatus; statusText: string } | null;
  /** Live websocket sessions. */
  connections: number;
  /** Ids of those who must not see this person's status (8.8). */
  hiddenFrom: Set<string>;
}

export interface CustomStatus {
  _id: string;
  name: string;
  statusType: string;
  _updatedAt: string;
}

export interface Permission {
  _id: string;
  roles: string[];
  _updatedAt: string;
}

/** What an administrator or an operator could change on a real server, and what tests want to see a client meet. */
export interface RocketSwitches {
  /** Major and minor, such as `8.7`. Decides what the server can do. */
  version: string;
  rateLimits: boolean;
  messageChange: boolean;
  invisible: boolean;
  broadcast: boolean;
  passwordSignIn: boolean;
  /** Whether roles are shown beside names; where they are not, no change of a role is told either. */
  displayRoles: boolean;
  /** `reset` as the server's source has it, `restore` as its documentation says. */
  expiry: 'reset' | 'restore';
  /** Answers a refused `custom-user-status.create` as its documentation page prints it. */
  documentedErrors: boolean;
  /** The code that every authenticator app shows. */
  totpCode: string;
}

/** What live connections hear of. */
export type Notice =
  | { kind: 'person'; person: RocketPerson }
  | { kind: 'custom-status-saved'; status: CustomStatus }
  | { kind: 'custom-status-deleted'; status: CustomStatus }
  | { kind: 'permission'; permission: Permission }
  | { kind: 'role'; person: RocketPerson; role: string; change: 'added' | 'removed' };

export interface Workspace {
  name: string;
  /** Origin and prefix; known once it listens. */
  url: string;
  clock: () => number;
  switches: RocketSwitches;
  people: RocketPerson[];
  customStatuses: CustomStatus[];
  permissions: Permission[];
  /** Mails that the server has sent: two-factor codes. */
  mailbox: { to: string; code: string }[];
  notifier: Notifier<Notice>;
}

export type RocketPersonKey = 'you' | 'member' | 'authenticator' | 'mail' | 'guest' | 'bot' | 'deactivated';

/** `you` is the person that try-it mode signs in: an administrator. */
export const ROCKET_USERNAMES: Record<RocketPersonKey, string> = {
  you: 'you',
  member: 'rosa.lind',
  authenticator: 'tara.totp',
  mail: 'max.mail',
  guest: 'gus.guest',
  bot: 'rocket.cat',
  deactivated: 'dora.departed',
};

export function createRocketPeople(extraPeople: number): RocketPerson[] {
  const usernames = ROCKET_USERNAMES;
  return [
    person(usernames.you, 'You', { roles: ['user', 'admin'] }),
    person(usernames.member, 'Rosa Lind'),
    person(usernames.authenticator, 'Tara Totp', { twoFactor: 'totp' }),
    person(usernames.mail, 'Max Mail', { twoFactor: 'email' }),
    person(usernames.guest, 'Gus Guest', { roles: ['guest'] }),
    person(usernames.bot, 'Rocket.Cat', { roles: ['bot'], status: 'online' }),
    person(usernames.deactivated, 'Dora Departed', { active: false }),
    person('ines.ferro', 'Inês Ferro'),
    ...Array.from({ length: extraPeople }, (_, index) => person(`colleague-${index + 1}`, `Colleague ${index + 1}`)),
  ];
}

/** Seventeen letters and digits, as Meteor makes them. */
export function createId(): string {
  return randomBytes(24).toString('base64url').replaceAll(/[-_]/g, 'x').slice(0, 17);
}

export function createToken(): string {
  return randomBytes(33).toString('base64url').slice(0, 43);
}

function person(username: string, name: string, traits: Partial<RocketPerson> = {}): RocketPerson {
  return {
    id: createId(),
    username,
    name,
    email: `${username}@riverside.example`,
    password: `demo-${randomBytes(4).toString('hex')}`,
    roles: ['user'],
    active: true,
    twoFactor: 'none',
    loginTokens: new Set(),
    accessToken: createToken(),
    status: 'offline',
    statusDefault: 'online',
    statusText: '',
    statusSource: null,
    statusExpiresAt: null,
    statusBefore: null,
    connections: 0,
    hiddenFrom: new Set(),
    ...traits,
  };
}

/** True from `major.minor` on. */
export function isAtLeast({ switches }: Pick<Workspace, 'switches'>, major: number, minor = 0): boolean {
  const [ownMajor = 0, ownMinor = 0] = switches.version.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}
