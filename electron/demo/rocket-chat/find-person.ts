import { failure } from './refusal.ts';
import type { Body } from './request-body.ts';
import type { RocketPerson, Workspace } from './workspace.ts';

/** By `userId`, else by `username` or `user`; names ignore case. Refuses where nobody fits. */
export function findTarget(workspace: Workspace, named: Body): RocketPerson {
  const name = String(named.username ?? named.user ?? '').toLowerCase();
  const found = workspace.people.find((person) =>
    named.userId === undefined ? person.username.toLowerCase() === name : person.id === named.userId,
  );
  if (found === undefined) {
    const text = 'The required "userId" or "username" param provided does not match any users';
    throw failure(text, 'error-invalid-user');
  }
  return found;
}

/** The same from a query; without a name, the caller. */
export function findTargetOrSelf(workspace: Workspace, query: URLSearchParams, caller: RocketPerson): RocketPerson {
  const named = Object.fromEntries(
    ['userId', 'username', 'user'].flatMap((key) => (query.has(key) ? [[key, query.get(key)]] : [])),
  );
  return Object.keys(named).length === 0 ? caller : findTarget(workspace, named);
}
