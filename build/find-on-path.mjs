import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The file that a command's name leads to on Linux and macOS, where the shell looks for it.
 * @param {string} command
 * @returns {string | undefined}
 */
export function findOnPath(command) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, command))
    .find((file) => existsSync(file));
}
