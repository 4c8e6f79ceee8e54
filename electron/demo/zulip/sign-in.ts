import type { DemoRequest } from '../http/exchange.ts';
import type { Realm, ZulipPerson } from './realm.ts';
import { ACCOUNT_DEACTIVATED, REALM_DEACTIVATED, Refusal } from './refusal.ts';

const NOT_LOGGED_IN = 'Not logged in: API authentication or user session required';

/** Finds who is asking by e-mail and API key. https://zulip.com/api/http-headers#the-authorization-header */
export function authenticate(realm: Realm, request: DemoRequest): ZulipPerson {
  const header = request.headers.authorization;
  if (header === undefined || !header.toLowerCase().startsWith('basic ')) {
    throw new Refusal(NOT_LOGGED_IN, 'UNAUTHORIZED', 401, {}, { 'WWW-Authenticate': 'Basic realm="zulip"' });
  }
  const decoded = Buffer.from(header.slice('basic '.length), 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  const email = decoded.slice(0, Math.max(colon, 0)).toLowerCase();
  const key = decoded.slice(colon + 1);
  if (!/^[A-Za-z0-9]{32}$/.test(key)) throw new Refusal('Malformed API key', 'INVALID_API_KEY', 401);
  const person = realm.people.find((candidate) => candidate.apiKey === key);
  if (person === undefined || person.deliveryEmail.toLowerCase() !== email) {
    throw new Refusal('Invalid API key', 'INVALID_API_KEY', 401);
  }
  refuseDeactivated(realm, person);
  return person;
}

/** Statuses were 403 before feature level 76. https://zulip.com/api/rest-error-handling */
function refuseDeactivated(realm: Realm, person: ZulipPerson): void {
  const status = realm.switches.featureLevel < 76 ? 403 : 401;
  if (realm.switches.realmDeactivated) throw new Refusal(REALM_DEACTIVATED, 'REALM_DEACTIVATED', status);
  if (!person.isActive) throw new Refusal(ACCOUNT_DEACTIVATED, 'USER_DEACTIVATED', status);
}

/** Signing in with a password: https://zulip.com/api/fetch-api-key */
export function createPasswordSignIn(realm: Realm) {
  const tries = new Map<string, number[]>();

  /** Five tries in half an hour for one user name; while blocked the right password is refused too. */
  function countTry(login: string): void {
    if (!realm.switches.rateLimits) return;
    const now = realm.clock();
    const recent = (tries.get(login) ?? []).filter((at) => now - at < 30 * 60_000);
    if (recent.length >= 5) throw rateLimitHit(((recent[0] ?? now) + 30 * 60_000 - now) / 1000);
    tries.set(login, [...recent, now]);
  }

  return (login: string, password: string): Record<string, unknown> => {
    const status = realm.switches.featureLevel < 76 ? 403 : 401;
    countTry(login.toLowerCase());
    if (realm.switches.realmDeactivated) throw new Refusal(REALM_DEACTIVATED, 'REALM_DEACTIVATED', status);
    if (!realm.switches.passwordSignIn) {
      throw new Refusal('Password authentication is disabled in this organization', 'PASSWORD_AUTH_DISABLED', status);
    }
    const person = realm.people.find((candidate) => hasLogin(realm, candidate, login) && !candidate.isBot);
    if (person !== undefined && !person.isActive) throw new Refusal(ACCOUNT_DEACTIVATED, 'USER_DEACTIVATED', status);
    if (person !== undefined && realm.switches.passwordResetNeeded) {
      const msg = 'Your password has been disabled and needs to be reset';
      throw new Refusal(msg, 'PASSWORD_RESET_REQUIRED', status);
    }
    if (person === undefined || person.password !== password) {
      throw new Refusal('Your username or password is incorrect', 'AUTHENTICATION_FAILED', status);
    }
    const answer = { api_key: person.apiKey, email: person.deliveryEmail };
    return realm.switches.featureLevel < 171 ? answer : { ...answer, user_id: person.userId };
  };
}

function hasLogin(realm: Realm, person: ZulipPerson, login: string): boolean {
  const email = person.deliveryEmail.toLowerCase();
  const wanted = login.toLowerCase();
  return email === wanted || (!realm.switches.requireEmailFormat && email.split('@')[0] === wanted);
}

export function rateLimitHit(seconds: number): Refusal {
  return new Refusal(
    'API usage exceeded rate limit',
    'RATE_LIMIT_HIT',
    429,
    { 'retry-after': seconds },
    { 'Retry-After': String(seconds) },
  );
}
