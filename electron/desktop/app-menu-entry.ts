import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LAUNCHER } from '../contract/languages/en/launcher.ts';
import { APP_ID } from './app-id.ts';
import { execLine, printDesktopEntry, readDesktopEntry } from './desktop-entry.ts';
import type { LauncherChoice } from './launcher-choices.ts';

/** The name of the app's desktop file; package.json's `desktopName`. A user's own file of this name hides the package's. */
export const DESKTOP_ENTRY_ID = `${APP_ID}.desktop`;

const OWN_MARK = 'X-Whereabouts-Own';

/** The app's entry in the app menu, with its actions. */
export function printAppMenuEntry(launch: readonly string[], choices: readonly LauncherChoice[]): string {
  const [program = ''] = launch;
  return printDesktopEntry({
    keys: {
      Name: 'Whereabouts',
      Comment: LAUNCHER.comment,
      Exec: `${execLine(launch)} %U`,
      // Once the app is gone from the disk, app menus leave this entry out.
      TryExec: program,
      Icon: 'whereabouts',
      Terminal: 'false',
      Categories: 'Network;InstantMessaging;',
      MimeType: 'x-scheme-handler/whereabouts;',
      StartupWMClass: APP_ID,
      [OWN_MARK]: 'true',
    },
    actions: choices.map(({ id, label, words }) => ({ id, name: label, exec: execLine([...launch, ...words]) })),
  });
}

/**
 * Writes the user's own entry while it is wanted and takes it away again, never one that somebody else has put there.
 * `dataFolder` is `XDG_DATA_HOME`, or `~/.local/share`.
 */
export function createAppMenuEntry(dataFolder: string, launch: readonly string[]) {
  const path = join(dataFolder, 'applications', DESKTOP_ENTRY_ID);

  function standing(): string | null {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return null;
    }
  }

  return {
    path,
    /** null takes it away. The disk may refuse: then the package's own entry stays. */
    follow(choices: readonly LauncherChoice[] | null): void {
      const before = standing();
      if (before !== null && readDesktopEntry(before)[OWN_MARK] !== 'true') return;
      const text = choices === null ? null : printAppMenuEntry(launch, choices);
      if (text === before) return;
      try {
        if (text === null) rmSync(path, { force: true });
        else {
          mkdirSync(dirname(path), { recursive: true });
          writeFileSync(path, text, { mode: 0o644 });
        }
      } catch {
        // Nothing depends on it.
      }
    },
  };
}
