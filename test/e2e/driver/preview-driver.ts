import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const run = fileURLToPath(new URL('../../../build/preview/run.ts', import.meta.url));
const START_TIMEOUT_MS = 20_000;
const QUIT_TIMEOUT_MS = 5_000;

export interface PreviewOptions {
  /** The app's settings folder; a fresh private one when left out. */
  userDataDir?: string;
  env?: Record<string, string>;
  platform?: 'linux' | 'win32' | 'darwin';
  /** The built main file; the app's own when left out. */
  main?: string;
  /** What the app finds behind its own name in `process.argv`. */
  args?: string[];
}

export interface Preview {
  /** With the one-time token. */
  url: string;
  userDataDir: string;
  process: ChildProcess;
  /** All that the app wrote to both streams so far. */
  output(): string;
  /** Quits as a user would; kills when that takes too long. */
  close(): Promise<void>;
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>;
}

export function spawnPreview({ userDataDir, env = {}, platform, main, args = [] }: PreviewOptions): ChildProcess {
  const settings = {
    ...(userDataDir !== undefined && { PREVIEW_USER_DATA: userDataDir }),
    ...(platform !== undefined && { PREVIEW_PLATFORM: platform }),
    ...(main !== undefined && { PREVIEW_MAIN: main, PREVIEW_APP_PATH: join(main, '..') }),
  };
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', run, '--', ...args], {
    env: { ...process.env, ...settings, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Starts the built app under the stand-in. Rejects with its output when no address comes. */
export async function launchPreview(options: PreviewOptions = {}): Promise<Preview> {
  const userDataDir = options.userDataDir ?? mkdtempSync(join(tmpdir(), 'whereabouts-e2e-'));
  const child = spawnPreview({ ...options, userDataDir });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`The preview ${why}.\n${output}`));
    const timer = setTimeout(() => fail('printed no address in time'), START_TIMEOUT_MS);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const printed = /^Preview: (http:\S+)$/m.exec(output)?.[1];
        if (printed === undefined) return;
        clearTimeout(timer);
        resolve(printed);
      });
    }
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with ${code}`);
    });
  });

  async function kill(): Promise<void> {
    child.kill('SIGKILL');
    await exited;
  }

  return {
    url,
    userDataDir,
    process: child,
    output: () => output,
    kill,
    close: async () => {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), QUIT_TIMEOUT_MS);
      await exited;
      clearTimeout(timer);
    },
  };
}
