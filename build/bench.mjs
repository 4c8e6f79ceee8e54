import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { installIfNeeded } from './install-if-needed.mjs';
import { bin, root, runCommand } from './run-command.mjs';
import { installSystemPackages } from './system-packages.mjs';

// `npm run bench`: builds, then measures. `-- --json` prints one object and nothing else on standard output.

await installIfNeeded();
const { stages } = installSystemPackages(['bench']);
const missing = stages.get('bench');
if (missing !== undefined) {
  console.error(`Nothing can be measured: ${missing}.`);
  process.exit(1);
}
const { code, output } = await runCommand(['electron-vite', 'build', '--config', 'build/electron.vite.config.ts']);
if (code !== 0) {
  console.error(output);
  process.exit(1);
}
const bench = spawn(join(bin, 'node'), ['test/bench/run.ts', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
bench.once('exit', (exitCode) => {
  process.exitCode = exitCode ?? 1;
});
