import { asNetError } from './net-errors.ts';
import type { World } from './world.ts';

export type SessionFetch = (input: string | Request, init?: RequestInit) => Promise<Response>;

function isRedirect(response: Response): boolean {
  return [301, 302, 303, 307, 308].includes(response.status) && response.headers.has('location');
}

/**
 * `net.fetch` of one session, with what sets it apart from Node's: plain `net::ERR_…` errors, cookies unless they are
 * omitted, no following by hand. `visited` hears of each address that is asked.
 */
export function createSessionFetch(world: World, visited: (url: string) => void): SessionFetch {
  const jar = new Map<string, Map<string, string>>();

  function cookiesFor(origin: string): string {
    return [...(jar.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  function keepCookies(origin: string, response: Response): void {
    const kept = jar.get(origin) ?? new Map<string, string>();
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const equals = pair.indexOf('=');
      if (equals > 0) kept.set(pair.slice(0, equals).trim(), pair.slice(equals + 1).trim());
    }
    jar.set(origin, kept);
  }

  return async (input, init = {}) => {
    if (!world.ready) throw new Error('net.fetch() can only be called after app is ready');
    const url = typeof input === 'string' ? input : input.url;
    if (!/^https?:/i.test(url)) throw new Error('net::ERR_UNKNOWN_URL_SCHEME');
    const request = new Request(input, init);
    visited(request.url);
    if (!world.online) throw new Error('net::ERR_INTERNET_DISCONNECTED');
    const credentials = init.credentials ?? (typeof input === 'string' ? undefined : input.credentials);
    const { origin } = new URL(request.url);
    if (credentials !== 'omit' && cookiesFor(origin) !== '') request.headers.set('cookie', cookiesFor(origin));
    try {
      const response = await fetch(request);
      // https://github.com/electron/electron/issues/43715
      if (request.redirect === 'manual' && isRedirect(response)) {
        await response.body?.cancel();
        throw new Error('Redirect was cancelled');
      }
      if (credentials !== 'omit') keepCookies(origin, response);
      return response;
    } catch (error) {
      throw asNetError(error);
    }
  };
}
