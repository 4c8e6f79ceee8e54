import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { build } from 'vite';

// Below the repository, so that its packages are found.
const cache = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));

const HTML = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Empty</title></head>
  <body><div id="popup"></div><script type="module" src="./main.tsx"></script></body>
</html>`;

const MAIN = `import { render } from 'preact';
render(<button type="button">Nothing</button>, document.getElementById('popup')!);`;

/** Builds a page with one button, as build/electron.vite.config.ts builds the popup. */
export async function buildEmptyPage(): Promise<{ folder: string; remove(): Promise<void> }> {
  await mkdir(cache, { recursive: true });
  const root = await mkdtemp(join(cache, 'whereabouts-empty-page-'));
  await writeFile(join(root, 'index.html'), HTML);
  await writeFile(join(root, 'main.tsx'), MAIN);
  const folder = join(root, 'out');
  await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'error',
    plugins: [preact()],
    build: { outDir: folder, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  });
  return { folder, remove: () => rm(root, { recursive: true, force: true }) };
}
