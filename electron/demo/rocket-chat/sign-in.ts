import { createHash } from 'node:crypto';
import type { DemoRequest } from '../http/exchange.ts';
import { meOnWire } from './people-on-wire.ts';
import { Refusal } from './refusal.ts';
import type { Body } from './request-body.ts';
import type { TwoFactor } from './two-factor.ts';
import { createToken, isAtLeast, type RocketPerson, type Workspace } from './workspace.ts';

/** Who is asking, by both headers; null when they are missing or wrong. */
export function findCaller(workspace: Workspace, request: DemoRequest): RocketPerson | null {
  const id = request.headers['x-user-id'];
  const token = request.headers['x-auth-token'];
  if (typeof id !== 'string' || typeof token !== 'string' || token === '') return null;
  const person = workspace.people.find((candidate) => candidate.id === id && candidate.active);
  return person !== undefined && hasToken(person, token) ? person : null;
}

export function findByToken(workspace: Workspace, token: string): RocketPerson | undefined {
  return workspace.people.find((person) => person.active && hasToken(person, token));
}

function hasToken(person: RocketPerson, token: string): boolean {
  return person.accessToken === token || person.loginTokens.has(token);
}

/** 8.x sends four fields where the documentation prints two. */
export function notLoggedIn(workspace: Workspace): Refusal {
  const message = 'You must be logged in to do this.';
  const documented = { status: 'error', message };
  return new Refusal(401, isAtLeast(workspace, 8) ? { success: false, error: message, ...documented } : documented);
}

/** At `/login` the code stands in `error`, a text or a number, with HTTP 401. */
export function loginRefused(error: string | number, message: string, details?: Body): Refusal {
  const body = { success: false, status: 'error', error, message };
  return new Refusal(401, details === undefined ? body : { ...body, details });
}

/** https://developer.rocket.chat/apidocs/login-with-username-and-password */
export function logIn(workspace: Workspace, twoFactor: TwoFactor, request: DemoRequest, body: Body) {
  if (typeof body.resume === 'string') return resume(workspace, body.resume);
  const login = String(body.user ?? body.username ?? body.email ?? '').toLowerCase();
  const person = workspace.people.find(
    (candidate) => login !== '' && [candidate.username.toLowerCase(), candidate.email].includes(login),
  );
  if (person === undefined) throw loginRefused('Unauthorized', 'Unauthorized');
  if (!isPassword(person, body.password)) {
    throw isAtLeast(workspace, 7)
      ? loginRefused('Unauthorized', 'Unauthorized')
      : loginRefused(403, 'Incorrect password');
  }
  if (!person.active) {
    throw loginRefused('error-user-is-not-activated', 'User is not activated [error-user-is-not-activated]');
  }
  const code = body.code ?? request.headers['x-2fa-code'];
  const problem = twoFactor.check(person, typeof code === 'string' ? code : undefined, request.headers['x-2fa-method']);
  if (problem !== null) throw loginRefused(problem.code, problem.text, problem.details);
  const token = createToken();
  person.loginTokens.add(token);
  return loggedIn(workspace, person, token);
}

/** A login token or a personal access token. */
function resume(workspace: Workspace, token: string) {
  const person = findByToken(workspace, token);
  if (person === undefined) throw loginRefused(403, "You've been logged out by the server. Please log in again.");
  return loggedIn(workspace, person, token);
}

function loggedIn(workspace: Workspace, person: RocketPerson, authToken: string) {
  const data = { userId: person.id, authToken, me: meOnWire(workspace, person) };
  return { status: 'success', success: true, data };
}

/** Plain text, or its SHA-256 in hex. */
function isPassword(person: RocketPerson, given: unknown): boolean {
  if (typeof given === 'string') return given === person.password;
  if (typeof given !== 'object' || given === null || !('digest' in given)) return false;
  return given.digest === sha256(person.password);
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
