import { session } from 'electron/main';
import { asNodeFetchError } from './network-error.ts';

/**
 * The `fetch` for chat servers: Chromium's, so with the system's proxy and certificates, in a session of its own that
 * lives in memory. Sends no cookies, and by default refuses redirects, because the credential's header would go along.
 * Call after `ready`.
 */
export function createServerFetch(): typeof fetch {
  const servers = session.fromPartition('servers', { cache: false });
  return async (input, init) => {
    try {
      const target = input instanceof URL ? input.href : input;
      return await servers.fetch(target, { redirect: 'error', ...init, credentials: 'omit' });
    } catch (error) {
      throw asNodeFetchError(error);
    }
  };
}
