import { type DemoHttp, startDemoHttp } from '../http/demo-http.ts';
import type { DemoCredentials, PersonView, ServerSide } from '../http/person-view.ts';
import { createZulipAnswer } from './answer.ts';
import { loadEmojiTable } from './emoji-table.ts';
import type { EventQueues } from './event-queues.ts';
import {
  type CustomEmoji,
  createPeople,
  PERSON_IDS,
  type PersonKey,
  type Realm,
  type ZulipPerson,
  type ZulipSwitches,
} from './realm.ts';
import { customEmojiOnWire } from './server-routes.ts';

export interface DemoZulipOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  host?: string;
  /** Milliseconds since the epoch. */
  clock?: () => number;
  organization?: string;
  featureLevel?: number;
  version?: string;
  /** People besides the eight that are always there. */
  extraPeople?: number;
  /** Serves the emoji table of older servers, with ten codes that keep U+FE0F. */
  olderEmojiTable?: boolean;
  switches?: Partial<ZulipSwitches>;
}

export interface DemoZulip extends Pick<DemoHttp, 'faults' | 'received' | 'close'> {
  url: string;
  credentials: Record<PersonKey, DemoCredentials>;
  switches: ZulipSwitches;
  /** The server's own data; tests may change it as an administrator would. */
  realm: Realm;
  queues: Pick<EventQueues, 'forgetAll' | 'size'>;
  state(): ServerSide;
  people(): PersonView[];
  /** Makes somebody an administrator or takes that away, and tells it. */
  changeRole(key: PersonKey, role: ZulipPerson['role']): void;
  /** Puts others in the place of the organisation's own emoji and tells everybody, as an administrator's change does. */
  changeEmoji(customEmoji: CustomEmoji[]): void;
}

/** A small Zulip server on this machine. Nothing it holds outlives it. */
export async function startDemoZulip(options: DemoZulipOptions = {}): Promise<DemoZulip> {
  const realm: Realm = {
    name: options.organization ?? 'Acme',
    url: '',
    clock: options.clock ?? Date.now,
    switches: createSwitches(options),
    people: createPeople(options.extraPeople ?? 0),
    customEmoji: [
      { id: '1', name: 'green_tick', deactivated: false, authorId: PERSON_IDS.owner },
      { id: '2', name: 'old_logo', deactivated: true, authorId: PERSON_IDS.owner },
      { id: '3', name: 'smile', deactivated: false, authorId: PERSON_IDS.owner },
    ],
    emoji: await loadEmojiTable(options.olderEmojiTable),
  };
  const { answer, queues } = createZulipAnswer(realm);
  const http = await startDemoHttp({
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 0,
    clock: realm.clock,
    isSecret: (path) => path.endsWith('/fetch_api_key'),
    serverSide: () => ({ organization: realm.name, kind: 'zulip', people: realm.people.map(pageViewOf) }),
    answer,
  });
  realm.url = http.origin;
  const people = () => realm.people.map(viewOf);
  return {
    url: http.origin,
    faults: http.faults,
    received: http.received,
    close: http.close,
    credentials: createCredentials(realm),
    switches: realm.switches,
    realm,
    queues,
    state: () => ({ organization: realm.name, you: viewOf(personOf(realm, 'you')), people: people() }),
    people,
    changeRole: (key, role) => {
      const person = personOf(realm, key);
      person.role = role;
      queues.emit({ type: 'realm_user', op: 'update', person: { user_id: person.userId, role } }, null);
    },
    changeEmoji: (customEmoji) => {
      realm.customEmoji = customEmoji;
      queues.emit({ type: 'realm_emoji', op: 'update', realm_emoji: customEmojiOnWire(realm) }, null);
    },
  };
}

function createSwitches(options: DemoZulipOptions): ZulipSwitches {
  return {
    featureLevel: options.featureLevel ?? 421,
    version: options.version ?? '11.4',
    rateLimits: false,
    rateLimit: 200,
    localiseMessages: false,
    dropCode: false,
    passwordSignIn: true,
    passwordResetNeeded: false,
    realmDeactivated: false,
    countBeforeTrimming: false,
    noOrganization: false,
    realmIcon: 'absolute',
    presenceDisabled: false,
    requireEmailFormat: true,
    heartbeatMs: 50_000,
    queueLifeMs: 10 * 60_000,
    ...options.switches,
  };
}

function personOf(realm: Realm, key: PersonKey): ZulipPerson {
  const person = realm.people.find(({ userId }) => userId === PERSON_IDS[key]);
  if (person === undefined) throw new Error(`The demo has no ${key}`);
  return person;
}

function createCredentials(realm: Realm): Record<PersonKey, DemoCredentials> {
  const of = (key: PersonKey): DemoCredentials => {
    const { userId, deliveryEmail, password, apiKey } = personOf(realm, key);
    return { userId: String(userId), login: deliveryEmail, password, token: apiKey };
  };
  return {
    you: of('you'),
    owner: of('owner'),
    member: of('member'),
    guest: of('guest'),
    bot: of('bot'),
    deactivated: of('deactivated'),
  };
}

const ROLE_NAMES = { 100: 'owner', 200: 'administrator', 300: 'moderator', 400: 'member', 600: 'guest' };

function viewOf(person: ZulipPerson): PersonView {
  return {
    id: String(person.userId),
    login: person.deliveryEmail,
    fullName: person.fullName,
    role: person.isBot ? 'bot' : ROLE_NAMES[person.role],
    emoji: person.status?.emojiName || null,
    text: person.status?.text ?? '',
    availability: person.presenceEnabled ? 'online' : 'invisible',
    until: null,
  };
}

function pageViewOf(person: ZulipPerson) {
  const { fullName, text, availability, until } = viewOf(person);
  return { name: fullName, emoji: emojiOf(person), text, availability, until };
}

function emojiOf({ status }: ZulipPerson): string {
  if (!status?.emojiCode) return '';
  if (status.reactionType !== 'unicode_emoji') return `:${status.emojiName}:`;
  return String.fromCodePoint(...status.emojiCode.split('-').map((hex) => Number.parseInt(hex, 16)));
}
