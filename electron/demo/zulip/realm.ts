import { randomBytes } from 'node:crypto';
import type { EmojiTable } from './emoji-table.ts';

export interface ZulipStatus {
  text: string;
  emojiName: string;
  emojiCode: string;
  reactionType: string;
}

export interface ZulipPerson {
  userId: number;
  fullName: string;
  /** Real address, with which one signs in. */
  deliveryEmail: string;
  password: string;
  apiKey: string;
  /** 100 owner, 200 administrator, 300 moderator, 400 member, 600 guest. */
  role: 100 | 200 | 300 | 400 | 600;
  isBot: boolean;
  isActive: boolean;
  presenceEnabled: boolean;
  /** null until a status is set for the first time. */
  status: ZulipStatus | null;
  /** Seconds since the epoch, as Zulip sends them; null before the first report. */
  presence: { active: number | null; idle: number | null } | null;
}

export interface CustomEmoji {
  id: string;
  name: string;
  deactivated: boolean;
  authorId: number;
  /** What its picture is when asked for; a plain one when absent. Real servers make sure of these, foreign ones may not. */
  picture?: 'animated' | 'missing' | 'huge' | 'not-a-picture' | 'svg';
}

/** What an administrator or an operator could change on a real server, and what tests want to see a client meet. */
export interface ZulipSwitches {
  featureLevel: number;
  version: string;
  rateLimits: boolean;
  /** Requests a minute for one person, when `rateLimits` is on. */
  rateLimit: number;
  /** Sends errors in another language, as to someone whose language it is. */
  localiseMessages: boolean;
  /** Leaves `code` out of errors, as very old servers do. */
  dropCode: boolean;
  passwordSignIn: boolean;
  passwordResetNeeded: boolean;
  realmDeactivated: boolean;
  /** Counts a text's length before trimming it, as older servers do. */
  countBeforeTrimming: boolean;
  /** Answers without `realm_name`: a Zulip server, but no organisation at this address. */
  noOrganization: boolean;
  realmIcon: 'absolute' | 'relative';
  presenceDisabled: boolean;
  requireEmailFormat: boolean;
  heartbeatMs: number;
  /** An event queue nobody polls is forgotten after this long. */
  queueLifeMs: number;
}

export interface Realm {
  name: string;
  /** Origin of the server; known once it listens. */
  url: string;
  clock: () => number;
  switches: ZulipSwitches;
  people: ZulipPerson[];
  customEmoji: CustomEmoji[];
  emoji: EmojiTable;
}

export type PersonKey = 'you' | 'owner' | 'member' | 'guest' | 'bot' | 'deactivated';

/** `you` is the person that try-it mode signs in: an administrator. */
export const PERSON_IDS: Record<PersonKey, number> = {
  owner: 8,
  you: 9,
  member: 12,
  guest: 15,
  bot: 16,
  deactivated: 17,
};

export function createPeople(extraPeople: number): ZulipPerson[] {
  const people = [
    person(PERSON_IDS.owner, 'Olga Owner', 'olga', { role: 100 }),
    person(PERSON_IDS.you, 'You', 'you', { role: 200 }),
    person(10, 'Priya Raman', 'priya'),
    person(11, 'Tomás Silva', 'tomas'),
    person(PERSON_IDS.member, 'Mei Lin', 'mei'),
    person(PERSON_IDS.guest, 'Greta Guest', 'greta', { role: 600 }),
    person(PERSON_IDS.bot, 'Build Bot', 'build-bot', { isBot: true }),
    person(PERSON_IDS.deactivated, 'Dora Departed', 'dora', { isActive: false }),
  ];
  for (let n = 1; n <= extraPeople; n += 1) people.push(person(100 + n, `Colleague ${n}`, `colleague-${n}`));
  return people;
}

function person(userId: number, fullName: string, name: string, traits: Partial<ZulipPerson> = {}): ZulipPerson {
  return {
    userId,
    fullName,
    deliveryEmail: `${name}@acme.example`,
    password: `demo-${randomBytes(4).toString('hex')}`,
    apiKey: randomBytes(16).toString('hex'),
    role: 400,
    isBot: false,
    isActive: true,
    presenceEnabled: true,
    status: null,
    presence: null,
    ...traits,
  };
}

export function isAdministrator(person: ZulipPerson): boolean {
  return person.role <= 200;
}
