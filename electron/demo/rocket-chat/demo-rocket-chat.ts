import { type DemoHttp, startDemoHttp } from '../http/demo-http.ts';
import type { DemoCredentials, PersonView, ServerSide } from '../http/person-view.ts';
import { createRocketChatAnswer } from './answer.ts';
import { createLiveConnections } from './live-connection.ts';
import { createNotifier } from './notifier.ts';
import { createPermissions } from './permissions.ts';
import { createPresence, type Presence } from './presence.ts';
import {
  type CustomStatus,
  createId,
  createRocketPeople,
  PRESENCE_STATUSES,
  ROCKET_USERNAMES,
  type RocketPerson,
  type RocketPersonKey,
  type RocketSwitches,
  type Workspace,
} from './workspace.ts';

export interface DemoRocketChatOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  host?: string;
  /** Milliseconds since the epoch. */
  clock?: () => number;
  organization?: string;
  /** Major and minor. */
  version?: string;
  /** A path that the whole server lives under, such as `/chat`; none by default. */
  prefix?: string;
  rateLimits?: boolean;
  /** People besides the eight that are always there. */
  extraPeople?: number;
  /** Custom statuses besides the three that are always there. */
  extraStatuses?: number;
  switches?: Partial<RocketSwitches>;
}

export interface DemoRocketChat extends Pick<DemoHttp, 'faults' | 'received' | 'close'> {
  /** With the prefix, without a slash at the end. */
  url: string;
  credentials: Record<RocketPersonKey, DemoCredentials>;
  switches: RocketSwitches;
  /** The server's own data; tests may change it as an administrator would. */
  workspace: Workspace;
  presence: Pick<Presence, 'endDue'>;
  mailbox: Workspace['mailbox'];
  state(): ServerSide;
  people(): PersonView[];
}

/** A small Rocket.Chat server on this machine. Nothing it holds outlives it. */
export async function startDemoRocketChat(options: DemoRocketChatOptions = {}): Promise<DemoRocketChat> {
  const clock = options.clock ?? Date.now;
  const workspace: Workspace = {
    name: options.organization ?? 'Riverside',
    url: '',
    clock,
    switches: createSwitches(options),
    people: createRocketPeople(options.extraPeople ?? 0),
    customStatuses: createCustomStatuses(clock, options.extraStatuses ?? 0),
    permissions: createPermissions(),
    mailbox: [],
    notifier: createNotifier(),
  };
  const presence = createPresence(workspace);
  const people = () => workspace.people.map(viewOf);
  const http = await startDemoHttp({
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 0,
    clock,
    isSecret: (path) => /\/(?:login|logout|users\.2fa\.\w+)$/.test(path),
    serverSide: () => ({
      organization: workspace.name,
      kind: 'rocket-chat',
      people: people().map(({ fullName, text, availability, until }) => ({
        ...{ name: fullName, emoji: '', text, availability, until },
      })),
    }),
    answer: createRocketChatAnswer(workspace, presence, options.prefix ?? ''),
    upgrade: createLiveConnections(workspace, presence, options.prefix ?? ''),
  });
  workspace.url = `${http.origin}${options.prefix ?? ''}`;
  return {
    url: workspace.url,
    faults: http.faults,
    received: http.received,
    close: async () => {
      presence.stop();
      await http.close();
    },
    credentials: createCredentials(workspace),
    switches: workspace.switches,
    workspace,
    presence,
    mailbox: workspace.mailbox,
    state: () => ({ organization: workspace.name, you: viewOf(personOf(workspace, 'you')), people: people() }),
    people,
  };
}

function createSwitches(options: DemoRocketChatOptions): RocketSwitches {
  return {
    version: options.version ?? '8.7',
    rateLimits: options.rateLimits ?? false,
    messageChange: true,
    invisible: true,
    broadcast: true,
    passwordSignIn: true,
    displayRoles: true,
    expiry: 'reset',
    documentedErrors: false,
    totpCode: '246810',
    ...options.switches,
  };
}

function createCustomStatuses(clock: () => number, extra: number): CustomStatus[] {
  const _updatedAt = new Date(clock()).toISOString();
  return [
    { _id: createId(), name: 'Focus time', statusType: 'busy', _updatedAt },
    { _id: createId(), name: 'Out for lunch', statusType: 'away', _updatedAt },
    { _id: createId(), name: 'Travelling', statusType: '', _updatedAt },
    ...Array.from({ length: extra }, (_, index) => ({
      _id: createId(),
      name: `Workshop ${index + 1}`,
      statusType: PRESENCE_STATUSES[index % PRESENCE_STATUSES.length] ?? '',
      _updatedAt,
    })),
  ];
}

function personOf(workspace: Workspace, key: RocketPersonKey): RocketPerson {
  const person = workspace.people.find(({ username }) => username === ROCKET_USERNAMES[key]);
  if (person === undefined) throw new Error(`The demo has no ${key}`);
  return person;
}

function createCredentials(workspace: Workspace): Record<RocketPersonKey, DemoCredentials> {
  const of = (key: RocketPersonKey): DemoCredentials => {
    const { id, username, password, accessToken } = personOf(workspace, key);
    return { userId: id, login: username, password, token: accessToken };
  };
  return {
    you: of('you'),
    member: of('member'),
    authenticator: of('authenticator'),
    mail: of('mail'),
    guest: of('guest'),
    bot: of('bot'),
    deactivated: of('deactivated'),
  };
}

function viewOf(person: RocketPerson): PersonView {
  return {
    id: person.id,
    login: person.username,
    fullName: person.name,
    role: person.roles.includes('admin') ? 'admin' : (person.roles[0] ?? 'user'),
    emoji: null,
    text: person.statusText,
    availability: person.statusDefault === 'offline' ? 'invisible' : person.statusDefault,
    until: person.statusExpiresAt,
  };
}
