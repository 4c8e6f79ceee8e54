import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where the installed packages' commands are; `node` there is Node 24, the major that Electron embeds. */
export const bin = join(root, 'node_modules', '.bin');

/**
 * @typedef {object} CommandEnd
 * @property {number} code 124 when it was stopped for taking too long
 * @property {string} output both streams, as they came
 * @property {number} seconds
 */

/**
 * Runs a command from the repository's root with the installed packages' commands first on the path.
 * @param {string[]} command
 * @param {{env?: Record<string, string>, timeoutSeconds?: number, show?: boolean}} [options] `show` passes the output on as it comes
 * @returns {Promise<CommandEnd>}
 */
export function runCommand([name = '', ...args], { env = {}, timeoutSeconds = 600, show = false } = {}) {
  const started = performance.now();
  const path = `${bin}${delimiter}${process.env.PATH ?? ''}`;
  const windows = process.platform === 'win32';
  const child = spawn(name, args, {
    cwd: root,
    env: { ...process.env, ...env, PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
    // An own group, so that a stage which hangs goes with everything that it started.
    detached: !windows,
    shell: windows,
  });
  let output = '';
  let late = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
      if (show) process.stdout.write(text);
    });
  }
  const timer = setTimeout(() => {
    late = true;
    output += `\nStopped after ${timeoutSeconds} s.\n`;
    stopGroup(child);
  }, timeoutSeconds * 1000);
  return new Promise((resolve) => {
    /** @param {number} code */
    const end = (code) => {
      clearTimeout(timer);
      resolve({ code: late ? 124 : code, output, seconds: (performance.now() - started) / 1000 });
    };
    child.once('error', (error) => {
      output += `${error.message}\n`;
      end(127);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}

/** @param {import('node:child_process').ChildProcess} child */
function stopGroup(child) {
  try {
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}
