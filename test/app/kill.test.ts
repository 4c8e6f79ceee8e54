import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { ServerKind } from '../../electron/contract/account.ts';
import { type DemoRocketChat, startDemoRocketChat } from '../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import { type DemoZulip, startDemoZulip } from '../../electron/demo/zulip/demo-zulip.ts';
import { createServerKinds } from '../../electron/servers/server-kinds.ts';
import { desiredRecordSchema } from '../../electron/status/desired-record.ts';
import { openStores } from '../../electron/storage/stores.ts';

const KILLS = 200;
const SIDE_BY_SIDE = 3;
/** Enough for all that a wish starts, and short enough to fall into its middle. */
const LONGEST_LIFE_MS = 30;
const script = fileURLToPath(new URL('./live-until-killed.ts', import.meta.url));

interface Command {
  text: string;
  end: boolean;
  retry: boolean;
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-kill-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Two servers and the files of an app that is signed in to both. */
async function openHome() {
  const demos = { zulip: await startDemoZulip(), 'rocket-chat': await startDemoRocketChat() };
  const servers: [ServerKind, DemoZulip | DemoRocketChat][] = [
    ['zulip', demos.zulip],
    ['rocket-chat', demos['rocket-chat']],
  ];
  const folder = temporaryFolder();
  const kinds = createServerKinds({ fetch, appVersion: '0.1.0', system: 'Test' });
  const signedIn = await Promise.all(
    servers.map(async ([kind, { url, credentials }]) => {
      const { login, password } = credentials.you;
      const answer = await kinds.clients[kind].signIn({ way: 'password', kind, url, login, password });
      if (!answer.ok || answer.value.step !== 'signed-in') throw new Error('Signing in failed.');
      const { facts, credential, secret } = answer.value;
      return { secret, account: { id: kind, kind, serverUrl: url, demo: false, credential, ...facts } };
    }),
  );
  const { accounts } = openStores(folder, desiredRecordSchema);
  accounts.set({ accounts: signedIn.map(({ account }) => account), signedOutIds: [] });
  return {
    folder,
    secrets: Object.fromEntries(signedIn.map(({ account, secret }) => [account.id, secret])),
    shown: () => servers.map(([, server]) => server.state().you.text),
    failOnce() {
      for (const [, { faults }] of servers) faults.next({ method: 'POST', path: 'tatus', status: 500, body: 'Oops' });
    },
    calm() {
      for (const [, { faults }] of servers) faults.clear();
    },
    close: () => Promise.all(servers.map(([, server]) => server.close())),
  };
}

type Home = Awaited<ReturnType<typeof openHome>>;

function startApp({ folder, secrets }: Home, cache: string) {
  const child = spawn(process.execPath, [script, folder], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
  const closed = once(child, 'close');
  let said = '';
  let complaints = '';
  let isKilled = false;
  child.on('exit', (code, signal) => {
    if (!isKilled) complaints += `It ended by itself: ${code ?? signal}`;
  });
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  child.stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  child.stdin.on('error', () => {});
  const tell = (words: object) => child.stdin.write(`${JSON.stringify(words)}\n`);
  tell(secrets);
  return {
    tell,
    hasSaid: (word: string) => said.split('\n').includes(word),
    /** What each account is wished to show, as read from the disk. */
    async wishes(): Promise<string[]> {
      const line = () => said.split('\n').find((words) => words.startsWith('started '));
      await expect.poll(() => `${line() ?? ''}${complaints}`, { timeout: 60_000, interval: 5 }).not.toBe('');
      expect(complaints).toBe('');
      return JSON.parse(line()?.slice('started '.length) ?? '[]');
    },
    async kill() {
      isKilled = true;
      child.kill('SIGKILL');
      await closed;
      expect(complaints).toBe('');
    },
  };
}

function nextCommand(shown: string, count: number): Command {
  const choice = Math.floor(Math.random() * 3);
  const end = choice === 0 && shown !== '';
  return { end, text: end ? '' : `plan ${count}`, retry: choice === 1 };
}

test(`all accounts agree with what was asked for after each of ${KILLS} kills in the middle of it`, async () => {
  const cache = temporaryFolder();
  const inTheMiddle = { set: 0, end: 0, retry: 0 };
  let count = 0;

  async function keepKilling(home: Home): Promise<void> {
    let allowed = [''];
    while (count < KILLS) {
      count += 1;
      const app = startApp(home, cache);
      const [wished = '', ...others] = await app.wishes();
      expect(others).toEqual([wished]);
      expect(allowed).toContain(wished);
      await expect.poll(home.shown, { timeout: 60_000, interval: 5 }).toEqual([wished, wished]);

      const command = nextCommand(wished, count);
      if (command.retry) home.failOnce();
      app.tell(command);
      const isTrying = () => app.hasSaid('retrying') || app.hasSaid('applied');
      if (command.retry) await expect.poll(isTrying, { timeout: 60_000, interval: 1 }).toBe(true);
      await sleep(Math.random() * LONGEST_LIFE_MS);
      await app.kill();
      home.calm();
      if (!app.hasSaid('applied')) {
        if (command.end) inTheMiddle.end += 1;
        else inTheMiddle[app.hasSaid('retrying') ? 'retry' : 'set'] += 1;
      }
      allowed = app.hasSaid('saved') ? [command.text] : [wished, command.text];
    }
    await home.close();
  }

  const homes = await Promise.all(Array.from({ length: SIDE_BY_SIDE }, openHome));
  await Promise.all(homes.map(keepKilling));
  // Else the kills would prove nothing.
  for (const kills of Object.values(inTheMiddle)) expect(kills).toBeGreaterThan(0);
}, 600_000);
