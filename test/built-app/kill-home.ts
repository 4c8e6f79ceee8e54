import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerKind, SignInRequest } from '../../electron/contract/account.ts';
import { type DemoRocketChat, startDemoRocketChat } from '../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import { type DemoZulip, startDemoZulip } from '../../electron/demo/zulip/demo-zulip.ts';
import { startBuiltApp } from './built-app.ts';

export interface HomeServer {
  kind: ServerKind;
  url: string;
  shown(): string;
  faults: DemoZulip['faults'];
  /** What another device of the same person does. */
  setOnPhone(text: string): Promise<void>;
}

export interface Home {
  folder: string;
  servers: HomeServer[];
  /** Takes the secrets out of the keychain again. */
  leave(): Promise<void>;
}

/** The files of an app that has signed in to three servers: who ends statuses differs between them. */
export async function openHome(): Promise<Home> {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-kill-'));
  const [zulip, older, newer] = await Promise.all([
    startDemoZulip(),
    startDemoRocketChat({ version: '7.4' }),
    startDemoRocketChat({ version: '8.7' }),
  ]);
  const app = await startBuiltApp(folder);
  const signedIn = [
    await app.run('sign-in', passwordOf('zulip', zulip)),
    await app.run('sign-in', passwordOf('rocket-chat', older)),
    await app.run('sign-in', passwordOf('rocket-chat', newer)),
  ];
  await app.close();
  if (!signedIn.every(({ ok }) => ok)) throw new Error(`Signing in failed.\n${app.output()}`);
  return {
    folder,
    servers: [serverOf('zulip', zulip), serverOf('rocket-chat', older), serverOf('rocket-chat', newer)],
    async leave() {
      const last = await startBuiltApp(folder);
      const { accounts } = await last.state();
      for (const { id } of accounts) await last.run('remove-account', { accountId: id });
      await last.close();
      await Promise.all([zulip, older, newer].map((demo) => demo.close()));
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function passwordOf(kind: ServerKind, { url, credentials }: DemoZulip | DemoRocketChat): SignInRequest {
  const { login, password } = credentials.you;
  return { way: 'password', kind, url, login, password };
}

function serverOf(kind: ServerKind, demo: DemoZulip | DemoRocketChat): HomeServer {
  const { url, faults } = demo;
  return {
    ...{ kind, url, faults },
    shown: () => demo.state().you.text,
    async setOnPhone(text) {
      const reply = await (kind === 'zulip' ? phoneOnZulip(demo, text) : phoneOnRocketChat(demo, text));
      if (!reply.ok) throw new Error(`The phone was answered ${reply.status}.`);
    },
  };
}

interface Phone {
  url: string;
  credentials: { you: DemoZulip['credentials']['you'] };
}

function phoneOnZulip({ url, credentials }: Phone, text: string): Promise<Response> {
  const { login, token } = credentials.you;
  return fetch(`${url}/api/v1/users/me/status`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${login}:${token}`)}` },
    body: new URLSearchParams({ status_text: text }),
  });
}

function phoneOnRocketChat({ url, credentials }: Phone, message: string): Promise<Response> {
  const { userId, token } = credentials.you;
  return fetch(`${url}/api/v1/users.setStatus`, {
    method: 'POST',
    headers: { 'X-User-Id': userId, 'X-Auth-Token': token, 'Content-Type': 'application/json' },
    body: JSON.stringify({ status: 'online', message }),
  });
}
