import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Chat servers that take their time, each on a port of its own. */
export interface SlowServers {
  urls: string[];
  /** How many requests have come since the last call. */
  takeCount(): number;
  close(): Promise<void>;
}

/** Answers every request with a success that Zulip and Rocket.Chat both could have said, `delayMs` after it came. */
export async function startSlowServers(count: number, delayMs: number): Promise<SlowServers> {
  let requests = 0;
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer((request, response) => {
        requests += 1;
        request.resume();
        setTimeout(() => {
          response.setHeader('content-type', 'application/json');
          response.end(JSON.stringify({ result: 'success', msg: '', success: true }));
        }, delayMs);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  return {
    urls: servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    takeCount() {
      const taken = requests;
      requests = 0;
      return taken;
    },
    close: async () => void (await Promise.all(servers.map(closeServer))),
  };
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
