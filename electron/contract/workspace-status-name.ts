import type { Problem } from './problem.ts';

/** https://github.com/RocketChat/Rocket.Chat/blob/develop/apps/meteor/app/user-status/server/methods/insertOrUpdateUserStatus.ts */
const FORBIDDEN = /[><&"']/g;

/** What a Rocket.Chat workspace would say of a custom status's name, as far as it can be told without asking it. */
export function workspaceStatusNameProblem(name: string): Problem | null {
  if (name.trim() === '') return { code: 'workspace-status-name-empty' };
  const characters = forbiddenCharacters(name);
  return characters === '' ? null : { code: 'workspace-status-name-forbidden-characters', characters };
}

/** Those in `name` that no custom status may have, each once, with spaces between; empty when there is none. */
export function forbiddenCharacters(name: string): string {
  return [...new Set(name.match(FORBIDDEN) ?? [])].join(' ');
}
