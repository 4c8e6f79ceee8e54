import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type DemoRocketChat, startDemoRocketChat } from '../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import { type DemoZulip, startDemoZulip } from '../../electron/demo/zulip/demo-zulip.ts';
import { test as base } from './driver/app.ts';

export { expect } from './driver/app.ts';

/** Time as the servers have it. */
export interface Time {
  /** Milliseconds since the epoch. */
  now(): number;
  pass(ms: number): void;
}

/** Servers of the spec's own process, so that it can look into them and make trouble. Only those that a spec names start. */
export const test = base.extend<{ zulip: DemoZulip; rocketChat: DemoRocketChat; time: Time }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
  time: async ({}, use) => {
    let aheadMs = 0;
    const pass = (ms: number) => {
      aheadMs += ms;
    };
    await use({ now: () => Date.now() + aheadMs, pass });
  },
  zulip: async ({ time }, use) => {
    const server = await startDemoZulip({ clock: time.now });
    await use(server);
    await server.close();
  },
  rocketChat: async ({ time }, use) => {
    const server = await startDemoRocketChat({ clock: time.now });
    await use(server);
    await server.close();
  },
});

/** A web server that is no chat server. Answers its address and what ends it. */
export async function startPlainServer(): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>My garden</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
