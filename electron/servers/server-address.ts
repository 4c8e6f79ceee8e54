import { fail, ok, type Result } from '../contract/result.ts';

/** First path segments that belong to the web apps and not to where the server is. */
const PAGES =
  /\/(?:api|accounts|login|home|channel|group|direct|directory|account|admin|omnichannel|thread|register)(?:\/.*)?$/;

/**
 * Reads what somebody types or pastes as a server's address into the URLs worth asking, the likeliest first: the path
 * that was given (Rocket.Chat may live below one), then the bare host. Answers `address-empty`, `address-invalid` or,
 * for plain HTTP to another machine, `address-insecure`.
 */
export function parseServerAddress(text: string): Result<URL[]> {
  const typed = text.trim();
  if (typed === '') return fail({ code: 'address-empty' });
  const withScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `${defaultScheme(typed)}//${typed}`;
  if (/\s/.test(typed) || !URL.canParse(withScheme)) return fail({ code: 'address-invalid' });
  const url = new URL(withScheme);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '' || url.hostname === '') {
    return fail({ code: 'address-invalid' });
  }
  if (!isSafeToSignIn(url)) return fail({ code: 'address-insecure' });
  const path = url.pathname.replace(PAGES, '').replace(/\/+$/, '');
  const paths = path === '' ? [''] : [path, ''];
  return ok(paths.map((one) => new URL(`${url.origin}${one}`)));
}

/** True for HTTPS, and for plain HTTP on this machine. */
export function isSafeToSignIn(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

/**
 * The address that a server names as its own, unless that is worse than where it has answered: servers behind a proxy
 * often believe that they are at `http://` or on `localhost`.
 */
export function ownAddress(repliedAt: URL, named: unknown): URL {
  if (typeof named !== 'string' || !URL.canParse(named)) return repliedAt;
  const url = new URL(named);
  const isSamePlace = url.origin === repliedAt.origin;
  return url.protocol === 'https:' || isSamePlace ? url : repliedAt;
}

/** Origin and path without a slash at the end: the form of `Account.serverUrl`. */
export function bareUrl(url: URL): string {
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function defaultScheme(typed: string): 'http:' | 'https:' {
  const guess = `http://${typed}`;
  return URL.canParse(guess) && isLoopback(new URL(guess).hostname) ? 'http:' : 'https:';
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
