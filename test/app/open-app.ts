import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createServices, type Services } from '../../electron/app/services.ts';
import type { SignInRequest } from '../../electron/contract/account.ts';
import { NO_DESKTOP_FACTS } from '../../electron/contract/app-state.ts';
import type { Clock } from '../../electron/status/clock.ts';
import { createKeychain } from '../../electron/storage/keychain.ts';
import { ENGLISH_WORDS } from './english-words.ts';

/** The app below its desktop, with real files, signed in as asked; it is gone when the test is over. */
export async function openApp(deps: {
  clock: Clock;
  fetch?: typeof fetch;
  signIn: SignInRequest[];
}): Promise<Services> {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-app-'));
  const secrets = new Map<string, string>();
  const keytar = {
    getPassword: async (_service: string, account: string) => secrets.get(account) ?? null,
    setPassword: async (_service: string, account: string, secret: string) => void secrets.set(account, secret),
    deletePassword: async (_service: string, account: string) => secrets.delete(account),
  };
  const app = createServices({
    folder,
    fetch: deps.fetch ?? fetch,
    keychain: createKeychain({ loadKeytar: async () => keytar, service: 'Whereabouts' }),
    clock: deps.clock,
    newId: () => crypto.randomUUID(),
    onSecret: () => {},
    startDemo: () => Promise.reject(new Error('No demo here.')),
    desktop: () => NO_DESKTOP_FACTS,
    appVersion: '0.1.0',
    system: 'Test',
    platform: 'linux',
    languages: ['en-GB'],
    words: ENGLISH_WORDS,
  });
  onTestFinished(async () => {
    await app.quit();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  for (const request of deps.signIn) {
    const step = await app.accounts.signIn(request);
    if (!step.ok) throw new Error(`Signing in failed: ${step.problem.code}`);
  }
  return app;
}

/** Signing in as "you" with a password. */
export function passwordOf(
  kind: SignInRequest['kind'],
  demo: { url: string; credentials: { you: { login: string; password: string } } },
): SignInRequest {
  const { login, password } = demo.credentials.you;
  return { way: 'password', kind, url: demo.url, login, password };
}
