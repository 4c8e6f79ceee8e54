import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

// Below the repository, so that its packages are found.
const cache = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));

const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Emoji</title></head>
<body><button type="button" id="open">Emoji</button><script type="module" src="./main.js"></script></body></html>`;

/** Made ready as early as its documentation has it; a click only has to show it. */
const MAIN = `import data from '@emoji-mart/data';
import { init, Picker } from 'emoji-mart';
const emojis = window.customEmoji.map(({ name, picture }) => ({ id: name, name, keywords: [name], skins: [{ src: picture }] }));
const custom = [{ id: 'acme', name: 'Acme', emojis }];
init({ data });
document.getElementById('open').addEventListener('click', () => {
  document.body.append(new Picker({ data, custom, autoFocus: true, skinTonePosition: 'search', onEmojiSelect: () => {} }));
});`;

/** Builds a page with a button that opens emoji-mart's picker, as small as its bundler can make it. */
export async function buildEmojiMartPage(): Promise<{ folder: string; remove(): Promise<void> }> {
  await mkdir(cache, { recursive: true });
  const root = await mkdtemp(join(cache, 'whereabouts-emoji-mart-'));
  await writeFile(join(root, 'index.html'), PAGE);
  await writeFile(join(root, 'main.js'), MAIN);
  const folder = join(root, 'out');
  await build({ root, base: './', configFile: false, logLevel: 'error', build: { outDir: folder } });
  return { folder, remove: () => rm(root, { recursive: true, force: true }) };
}
