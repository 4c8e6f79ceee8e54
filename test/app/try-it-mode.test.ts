import { expect, test } from 'vitest';
import { createTryItMode } from '../../electron/app/try-it-mode.ts';
import { ok } from '../../electron/contract/result.ts';

test('signs in to the demo servers in their order, however quick each of them is', async () => {
  const waits: Record<string, number> = { 'http://slow': 20, 'http://quick': 0 };
  const signedIn: string[] = [];
  const mode = createTryItMode({
    accounts: () => ({
      list: () => [],
      async signIn(request) {
        if (request.way !== 'password') throw new Error(`Not ${request.way}`);
        await new Promise((passed) => setTimeout(passed, waits[request.url]));
        signedIn.push(request.url);
        return ok({ step: 'signed-in', accountId: request.url, keychain: 'ready' });
      },
    }),
    startDemo: async () => ({
      credentials: [
        { kind: 'zulip', url: 'http://slow', login: 'you', password: 'pw' },
        { kind: 'rocket-chat', url: 'http://quick', login: 'you', password: 'pw' },
      ],
      close: async () => {},
    }),
  });
  expect(await mode.start()).toEqual(ok(null));
  expect(signedIn).toEqual(['http://slow', 'http://quick']);
});
