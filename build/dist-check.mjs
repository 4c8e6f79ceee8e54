import { installIfNeeded } from './install-if-needed.mjs';
import { runCommand } from './run-command.mjs';

// `npm run dist:check`: packs around a dummy Electron, without a network, and proves what is in the package.
// With `-- --built` it takes the build that is there.

await installIfNeeded();
const build = ['electron-vite', 'build', '--config', 'build/electron.vite.config.ts'];
const built = process.argv.includes('--built') || (await runCommand(build, { show: true })).code === 0;
if (built) process.exitCode = (await runCommand(['node', 'build/dist-check/run.ts'], { show: true })).code;
else process.exitCode = 1;
