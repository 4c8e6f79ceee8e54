import { meOnWire, personOnWire } from './people-on-wire.ts';
import { may } from './permissions.ts';
import { forbidden, plainFailure, schemaFailure } from './refusal.ts';
import type { Answer, RocketRoute } from './route.ts';
import type { RocketPerson, Workspace } from './workspace.ts';

/** https://github.com/RocketChat/Rocket.Chat/blob/develop/apps/meteor/app/api/server/lib/users.ts */
const MOST_COMPLETIONS = 10;

/** Who am I, and who else is there. */
export const PEOPLE_ROUTES: RocketRoute[] = [
  {
    method: 'GET',
    path: '/v1/me',
    access: 'signed-in',
    answer: ({ workspace, countCall }, caller) => {
      countCall();
      return meOnWire(workspace, caller);
    },
  },
  {
    method: 'GET',
    path: '/v1/users.autocomplete',
    access: 'signed-in',
    answer: ({ workspace, query, countCall }, caller) => {
      const raw = query.get('selector');
      if (raw === null) throw schemaFailure(["must have required property 'selector'"], 'query');
      countCall();
      const { term, exceptions } = readSelector(raw);
      // No error for those who may not look around: nobody is found.
      if (!may(workspace, caller, 'view-outside-room')) return { items: [] };
      const found = findByTerm(workspace, term).filter(({ username }) => !exceptions.includes(username));
      const first = found.sort((a, b) => a.username.localeCompare(b.username)).slice(0, MOST_COMPLETIONS);
      return { items: first.map((person) => personOnWire(workspace, person, caller)) };
    },
  },
  {
    method: 'GET',
    path: '/v1/spotlight',
    access: 'signed-in',
    answer: ({ workspace, query, countCall }, caller) => {
      const term = query.get('query');
      if (term === null) throw schemaFailure(["must have required property 'query'"], 'query');
      countCall();
      const found =
        term.startsWith('#') || !may(workspace, caller, 'view-outside-room')
          ? []
          : findByTerm(workspace, term.replace('@', ''));
      return { users: found.map((person) => personOnWire(workspace, person, caller)), rooms: [] };
    },
  },
  {
    method: 'GET',
    path: '/v1/users.list',
    access: 'signed-in',
    answer: ({ workspace, query, countCall }, caller) => {
      if (!may(workspace, caller, 'view-d-room')) throw forbidden();
      countCall();
      const all = workspace.people.map((person) => fullPerson(workspace, person, caller));
      return page(all, query, 'users');
    },
  },
  {
    method: 'GET',
    path: '/v1/users.info',
    access: 'signed-in',
    answer: ({ workspace, query, countCall }, caller): Answer => {
      countCall();
      const person = workspace.people.find(
        ({ id, username, email }) =>
          id === query.get('userId') || username === query.get('username') || email === query.get('email'),
      );
      if (person === undefined) throw plainFailure('User not found.');
      return { user: fullPerson(workspace, person, caller) };
    },
  },
];

function fullPerson(workspace: Workspace, person: RocketPerson, viewer: RocketPerson): Record<string, unknown> {
  const type = person.roles.includes('bot') ? 'bot' : 'user';
  return { ...personOnWire(workspace, person, viewer), type, active: person.active, roles: person.roles };
}

function readSelector(raw: string): { term: string; exceptions: string[] } {
  try {
    const { term, exceptions } = JSON.parse(raw) as { term?: unknown; exceptions?: unknown };
    return { term: String(term ?? ''), exceptions: Array.isArray(exceptions) ? exceptions.map(String) : [] };
  } catch (error) {
    throw plainFailure(error instanceof Error ? error.message : 'Invalid selector');
  }
}

function findByTerm(workspace: Workspace, term: string): RocketPerson[] {
  const wanted = term.toLowerCase();
  return workspace.people.filter(
    ({ active, username, name }) => active && `${username} ${name}`.toLowerCase().includes(wanted),
  );
}

/** One page of a list, with the counts that every list of the server carries. */
export function page(all: unknown[], query: URLSearchParams, key: string): Answer {
  const offset = Number(query.get('offset') ?? 0);
  const items = all.slice(offset, offset + Number(query.get('count') ?? 50));
  return { [key]: items, count: items.length, offset, total: all.length };
}
