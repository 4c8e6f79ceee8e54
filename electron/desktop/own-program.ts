import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron/main';
import { HIDDEN_SWITCH } from '../contract/hidden-switch.ts';
import { launchCommand } from './launch-command.ts';

/** Where the Linux packages put a link to the app. */
const ON_PATH = '/usr/bin/whereabouts';

/** What starts this app again. */
export function ownLaunch(): string[] {
  const { env: environment, execPath, execArgv } = process;
  return launchCommand({ execPath, execArgv, sourceFolder: process.defaultApp ? app.getAppPath() : null, environment });
}

/** Starts the app without its window, as a process of its own, which goes on when this one ends. */
export function startHidden(switches: readonly string[]): void {
  const [program = process.execPath, ...first] = ownLaunch();
  const args = [...first, ...switches, HIDDEN_SWITCH];
  const started = spawn(program, args, { detached: true, stdio: 'ignore', cwd: homedir() });
  // Whether it runs is seen by asking it.
  started.on('error', () => undefined);
  started.unref();
}

/** What a user calls the app by in a terminal, a name where that is enough, else a path; and how it wants its words. */
export function terminalProgram(platform: NodeJS.Platform): { program: string[]; quoting: 'posix' | 'windows' } {
  return { program: programFor(platform), quoting: platform === 'win32' ? 'windows' : 'posix' };
}

function programFor(platform: NodeJS.Platform): string[] {
  if (!app.isPackaged) return ownLaunch();
  if (platform === 'win32') return [join(process.resourcesPath, 'bin', 'whereabouts.cmd')];
  if (platform === 'darwin') return [join(process.resourcesPath, 'bin', 'whereabouts')];
  return isOnPath() ? ['whereabouts'] : ownLaunch();
}

function isOnPath(): boolean {
  return existsSync(ON_PATH) && realpathSync(ON_PATH) === realpathSync(process.execPath);
}
