import { session } from 'electron/main';

/**
 * The `fetch` for chat servers: Chromium's, so with the system's proxy and certificates, in a session of its own that
 * lives in memory. Sends no cookies, and by default refuses redirects, because the credential's header would go along.
 * Fails with plain `net::ERR_…` errors. Call after `ready`.
 */
export function createServerFetch(): typeof fetch {
  const servers = session.fromPartition('servers', { cache: false });
  return (input, init) => {
    const target = input instanceof URL ? input.href : input;
    return servers.fetch(target, { redirect: 'error', ...init, credentials: 'omit' });
  };
}
