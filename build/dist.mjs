import { installIfNeeded } from './install-if-needed.mjs';
import { runCommand } from './run-command.mjs';

// `npm run dist`: builds and makes the packages of this system into dist/. What follows `--` goes to electron-builder,
// for example `npm run dist -- --linux deb`. Needs Electron's download.

await installIfNeeded();
const build = ['electron-vite', 'build', '--config', 'build/electron.vite.config.ts'];
const pack = ['electron-builder', '--config', 'build/electron-builder.config.mjs', '--publish', 'never'];
for (const command of [build, [...pack, ...process.argv.slice(2)]]) {
  const { code } = await runCommand(command, { show: true, timeoutSeconds: 3600 });
  if (code !== 0) process.exit(code);
}
