import { pathToFileURL } from 'node:url';
import { resolveElectronToStandIn } from '../../build/preview/module-hooks.ts';

// A process of its own: runs the main file named by its argument under the stand-in, without a preview page, and
// prints how many milliseconds after the start of the process the tray was there.

const main = process.argv[2];
if (main === undefined) throw new Error('Name the main file to start.');
resolveElectronToStandIn();
const { standIn } = await import('../../build/preview/stand-in/electron-main.ts');
const { world } = standIn;
world.changes.on('change', () => {
  if (standIn.state().tray === null) return;
  // Counts from the start of the process.
  process.stdout.write(String(performance.now()));
  process.exit(0);
});
world.running = true;
world.changes.on('about-to-be-ready', () => standIn.becomeReady());
process.argv = [process.execPath, main];
// As Electron has it where an app is started from its sources, so that the main file is no word of a command line.
Object.defineProperty(process, 'defaultApp', { value: true });
await import(pathToFileURL(main).href);
standIn.becomeReady();
