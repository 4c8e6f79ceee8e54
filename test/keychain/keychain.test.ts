import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, it, onTestFinished } from 'vitest';

const run = promisify(execFile);
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const NODE = [process.execPath, here('./use-keychain.ts')];
const KEYRING = here('./run-in-keyring.sh');
const LOCK_LOGIN = `dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets \
  org.freedesktop.Secret.Service.Lock array:objpath:/org/freedesktop/secrets/collection/login >/dev/null`;

const SECRET = 'wRtKq-3f9d0c55aa71-é';
const FOUND = { found: true, secret: SECRET };

/** Runs a command; answers the JSON lists that it printed, one for each use of the keychain. */
async function answers(command: string[], env: NodeJS.ProcessEnv = {}): Promise<unknown[]> {
  const [program = '', ...rest] = command;
  const { stdout } = await run(program, rest, { env: { ...process.env, ...env }, timeout: 30_000 });
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('['))
    .map((line) => JSON.parse(line));
}

/** A shell command that uses the keychain, for between others. */
const use = (...steps: string[]) => [...NODE, ...steps].map((word) => `'${word}'`).join(' ');

function privateFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-keyring-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** An environment in which nothing leads to a bus or a keyring of anybody's. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const folder = privateFolder();
  const runtime = join(folder, 'runtime');
  mkdirSync(runtime, { mode: 0o700 });
  return {
    HOME: folder,
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_RUNTIME_DIR: runtime,
    DBUS_SESSION_BUS_ADDRESS: undefined,
    DISPLAY: undefined,
    WAYLAND_DISPLAY: undefined,
  };
}

beforeAll(() => {
  if (process.env.DBUS_SESSION_BUS_ADDRESS === undefined) throw new Error(`run this through ${KEYRING}`);
});

it('keeps, gives back and forgets, also from one process to the next', async () => {
  const kept = await answers([...NODE, 'check', `keep one ${SECRET}`, 'recall one', 'recall none', 'state']);
  expect(kept).toEqual([['ready', 'ready', FOUND, { found: false, state: 'ready' }, 'ready']]);
  expect(await answers([...NODE, 'recall one', 'forget one', 'recall one'])).toEqual([
    [FOUND, 'done', { found: false, state: 'ready' }],
  ]);
  expect(await answers([...NODE, 'recall one'])).toEqual([[{ found: false, state: 'ready' }]]);
});

it('finds the secret again after the keyring was closed and unlocked anew', async () => {
  const env = { KEYRING_FOLDER: privateFolder() };
  expect(await answers([KEYRING, ...NODE, `keep one ${SECRET}`], env)).toEqual([['ready']]);
  expect(await answers([KEYRING, ...NODE, 'recall one'], env)).toEqual([[FOUND]]);
});

it('leaves only the secrets themselves in the keyring, under the service and the account', async () => {
  const search = 'secret-tool search --all service Whereabouts 2>&1 | grep -c attribute.account';
  const { stdout } = await run(KEYRING, ['sh', '-c', `${use('check', `keep one ${SECRET}`)}; ${search}`]);
  expect(stdout).toBe('["ready","ready"]\n1\n');
});

it('says that a locked keyring is locked, keeps in memory, and loses nothing of what is in it', async () => {
  const script = `${use(`keep one ${SECRET}`)}
    ${LOCK_LOGIN}
    ${use('recall one', 'keep two 222222', 'recall two', 'forget two', 'state')}`;
  const env = { KEYRING_FOLDER: privateFolder(), DISPLAY: undefined, WAYLAND_DISPLAY: undefined };
  expect(await answers([KEYRING, 'sh', '-c', script], env)).toEqual([
    ['ready'],
    [{ found: false, state: 'locked' }, 'locked', { found: true, secret: '222222' }, 'done', 'locked'],
  ]);
  expect(await answers([KEYRING, ...NODE, 'recall one', 'recall two'], env)).toEqual([
    [FOUND, { found: false, state: 'ready' }],
  ]);
});

it('says that there is no keyring where nothing provides one', async () => {
  const config = `--config-file=${here('./no-services.conf')}`;
  const command = ['dbus-run-session', config, '--', ...NODE, 'recall one', `keep one ${SECRET}`, 'recall one'];
  expect(await answers(command, bareEnvironment())).toEqual([
    [{ found: false, state: 'no-keyring' }, 'no-keyring', FOUND],
  ]);
});

it('says that there is no keyring where one starts by itself with nothing to keep things in', async () => {
  const command = ['dbus-run-session', '--', ...NODE, 'recall one', `keep one ${SECRET}`];
  expect(await answers(command, bareEnvironment())).toEqual([[{ found: false, state: 'no-keyring' }, 'no-keyring']]);
});

it('says that there is no bus where there is none', async () => {
  expect(await answers([...NODE, 'recall one', `keep one ${SECRET}`, 'recall one'], bareEnvironment())).toEqual([
    [{ found: false, state: 'no-bus' }, 'no-bus', FOUND],
  ]);
});

it('says that there is no bus where its address leads nowhere', async () => {
  const env = { ...bareEnvironment(), DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' };
  expect(await answers([...NODE, 'recall one', 'keep one 111111'], env)).toEqual([
    [{ found: false, state: 'no-bus' }, 'no-bus'],
  ]);
});
