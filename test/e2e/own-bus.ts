import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NO_SERVICES = fileURLToPath(new URL('../keychain/no-services.conf', import.meta.url));
/** That of the throw-away keyring. */
const PASSWORD = 'pw';

/** A session bus of a test's own, so that what happens to its keyring happens to no other test. */
export interface OwnBus {
  /** For the app. */
  env: Record<string, string>;
  /** As logging in to the desktop does: starts the keyring, open. */
  startKeyring(): void;
  /** As unlocking the screen does. */
  unlockKeyring(): Promise<void>;
  lockKeyring(): void;
  close(): Promise<void>;
}

/** `bare`: a bus that starts nothing by itself, as on a system without any keyring. */
export async function startOwnBus(kind: 'bare' | 'with-keyring'): Promise<OwnBus> {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-bus-'));
  const runtime = join(folder, 'runtime');
  mkdirSync(runtime, { mode: 0o700 });
  const env: Record<string, string> = {
    HOME: folder,
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_RUNTIME_DIR: runtime,
    GNOME_KEYRING_CONTROL: '',
    // Without a display nothing can ask for the password.
    DISPLAY: '',
    WAYLAND_DISPLAY: '',
  };
  const config = kind === 'bare' ? `--config-file=${NO_SERVICES}` : '--session';
  const daemon = spawn('dbus-daemon', ['--nofork', '--print-address', config], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = (await once(daemon.stdout, 'data')) as [Buffer];
  env.DBUS_SESSION_BUS_ADDRESS = line.toString('utf8').trim();
  const run = (program: string, args: string[], input = '') =>
    execFileSync(program, args, { env: { ...process.env, ...env }, input, stdio: ['pipe', 'ignore', 'ignore'] });

  return {
    env: { DBUS_SESSION_BUS_ADDRESS: env.DBUS_SESSION_BUS_ADDRESS, DISPLAY: '', WAYLAND_DISPLAY: '' },
    startKeyring: () => run('gnome-keyring-daemon', ['--unlock', '--components=secrets'], PASSWORD),
    unlockKeyring: () => unlock(join(runtime, 'keyring', 'control')),
    lockKeyring: () => {
      const service = '/org/freedesktop/secrets';
      const lock = ['org.freedesktop.Secret.Service.Lock', `array:objpath:${service}/collection/login`];
      run('dbus-send', ['--session', '--print-reply', '--dest=org.freedesktop.secrets', service, ...lock]);
    },
    close: async () => {
      // The keyring ends with the bus.
      const ended = once(daemon, 'exit');
      daemon.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * Tells a running gnome-keyring the password, as its PAM module does: a NUL byte for the credentials, then one packet of
 * its length, the operation and the password; the answer's last number is 0 when all went well.
 * https://gitlab.gnome.org/GNOME/gnome-keyring/-/blob/master/pam/gkr-pam-client.c
 */
async function unlock(controlSocket: string): Promise<void> {
  const UNLOCK = 1;
  const number = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
  };
  const password = Buffer.from(PASSWORD);
  const packet = Buffer.concat([number(12 + password.length), number(UNLOCK), number(password.length), password]);
  const socket = createConnection(controlSocket);
  socket.write(Buffer.concat([Buffer.from([0]), packet]));
  const [answer] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  if (answer.readUInt32BE(answer.length - 4) !== 0) throw new Error('The keyring did not take the password');
}
