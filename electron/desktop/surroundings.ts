import { homedir, release, type } from 'node:os';
import { app } from 'electron/main';
import { displayServer } from './display-server.ts';

/** What a report of diagnostics says of where the app runs. */
export function surroundings(platform: NodeJS.Platform, logFile: string) {
  const { electron = '–', chrome = '–', node } = process.versions;
  const display = displayServer(platform, process.env, process.argv);
  const desktop = process.env.XDG_CURRENT_DESKTOP;
  return {
    versions: { app: app.getVersion(), electron, chromium: chrome, node, system: `${type()} ${release()}` },
    display: display === 'other' ? platform : [display, desktop].filter(Boolean).join(', '),
    logFile,
    home: homedir(),
  };
}
