import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { build } from 'vite';

// Below the repository, so that its packages are found.
const cache = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));

const renderer = fileURLToPath(new URL('../../renderer', import.meta.url));

const MAIN = `import { signal } from '@preact/signals';
import { render } from 'preact';
const label = signal('Nothing');
const Empty = () => <button type="button">{label.value}</button>;
render(<Empty />, document.getElementById('popup')!);`;

/**
 * Builds the popup's own page, with its styles, around a single button instead of the popup, as
 * build/electron.vite.config.ts does it: what differs is only what our scripts do.
 */
export async function buildEmptyPage(): Promise<{ folder: string; remove(): Promise<void> }> {
  await mkdir(cache, { recursive: true });
  const root = await mkdtemp(join(cache, 'whereabouts-empty-page-'));
  await cp(join(renderer, 'index.html'), join(root, 'index.html'));
  await cp(join(renderer, 'styles'), join(root, 'styles'), { recursive: true });
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
