import type { Result } from '../contract/result.ts';
import type { Http, HttpRequest, JsonReply } from './http.ts';

/** Sends to one server only; `path` begins with a slash and follows the server's URL. */
export type AuthorisedHttp = (
  path: string,
  options?: Omit<HttpRequest, 'url' | 'follow'>,
) => Promise<Result<JsonReply>>;

/** The credentials in `headers` go to the origin of `serverUrl` and nowhere else; redirects are never followed. */
export function createAuthorisedHttp(http: Http, serverUrl: string, headers: Record<string, string>): AuthorisedHttp {
  const { origin } = new URL(serverUrl);
  return async (path, options = {}) => {
    const url = new URL(`${serverUrl}${path}`);
    if (url.origin !== origin) throw new Error('A path must stay on its server.');
    return http.requestJson({ ...options, url, headers: { ...options.headers, ...headers } });
  };
}
