import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DESKTOP_ENTRY_ID } from './app-menu-entry.ts';
import { execLine, printDesktopEntry, readDesktopEntry } from './desktop-entry.ts';

export interface AutostartFile {
  readonly path: string;
  /** Whether a desktop would start what the file names. */
  isOn(): boolean;
  /** False when the disk does not take it. */
  write(command: readonly string[]): boolean;
  remove(): boolean;
}

/** The file that makes desktops on Linux start the app at login. https://specifications.freedesktop.org/autostart-spec/latest/ */
export function createAutostartFile(configFolder: string): AutostartFile {
  const folder = join(configFolder, 'autostart');
  const path = join(folder, DESKTOP_ENTRY_ID);

  function attempt(work: () => void): boolean {
    try {
      work();
      return true;
    } catch {
      return false;
    }
  }

  return {
    path,
    isOn() {
      try {
        return startsAtLogin(readFileSync(path, 'utf8'));
      } catch {
        return false;
      }
    },
    write: (command) =>
      attempt(() => {
        mkdirSync(folder, { recursive: true });
        writeFileSync(path, printAutostart(command), { mode: 0o644 });
      }),
    remove: () => attempt(() => rmSync(path, { force: true })),
  };
}

export function printAutostart(command: readonly string[]): string {
  const [program = ''] = command;
  return printDesktopEntry({
    keys: {
      Name: 'Whereabouts',
      Exec: execLine(command),
      // When the app has been taken away, desktops leave the file alone instead of reporting an error.
      TryExec: program,
      Icon: 'whereabouts',
      Terminal: 'false',
      'X-GNOME-Autostart-enabled': 'true',
    },
  });
}

/** The tools of desktops switch an entry off by one of these keys instead of deleting the file. */
export function startsAtLogin(text: string): boolean {
  const { Exec, Hidden, 'X-GNOME-Autostart-enabled': enabled } = readDesktopEntry(text);
  return Boolean(Exec) && Hidden !== 'true' && enabled !== 'false';
}
