import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'electron-vite';
import { emojiDataFiles } from './emoji-data.ts';
import { languageFiles } from './languages.ts';
import { shortcodeFiles } from './shortcode-files.ts';
import { thirdPartyLicenses } from './third-party-licenses.ts';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const licenses = thirdPartyLicenses({
  file: at('out/THIRD-PARTY-LICENSES.txt'),
  unbundled: [at('node_modules/keytar')],
});

/** All files are on this computer and styles are one file: asking for them ahead gains nothing, and its code delays the first frame. */
const withoutPreload = {
  name: 'without-preload',
  enforce: 'pre' as const,
  load: (id: string) =>
    id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : null,
};

/**
 * What libraries bring along for what they are never asked here is not read at each start: conf's check of schemas (settings
 * are checked by zod) and its migrations between versions, and the log's way to a server, which this app must not have.
 */
const withoutUnasked = {
  name: 'without-unasked',
  enforce: 'pre' as const,
  load(id: string) {
    if (id.endsWith('/ajv/dist/2020.js')) return 'export class Ajv2020 {}';
    if (/\/(ajv-formats\/dist|conf\/node_modules\/semver|semver)\/index\.js$/.test(id)) return 'export default {};';
    return id.endsWith('/electron-log/src/node/transports/remote.js') ? 'module.exports = () => ({});' : null;
  },
};

export default defineConfig({
  main: {
    plugins: [withoutUnasked, languageFiles(), shortcodeFiles(), licenses],
    build: {
      // Everything but Electron and the native module goes into one file: it starts faster and ships no node_modules.
      externalizeDeps: false,
      outDir: at('out/main'),
      rolldownOptions: {
        input: at('electron/main.ts'),
        external: ['electron', /^electron\/.+/, 'keytar', /^node:/],
        output: {
          format: 'es',
          entryFileNames: 'main.js',
          // Half the bytes to read at each start; names stay, for the log's stack traces.
          minify: { compress: true, mangle: { keepNames: true }, codegen: { removeWhitespace: true } },
        },
      },
      sourcemap: false,
      minify: false,
    },
  },
  preload: {
    plugins: [licenses],
    build: {
      externalizeDeps: false,
      outDir: at('out/preload'),
      rolldownOptions: {
        input: at('electron/preload.ts'),
        external: ['electron'],
        // A sandboxed window loads CommonJS only: https://www.electronjs.org/docs/latest/tutorial/esm#preload-scripts
        output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
      },
      sourcemap: false,
      minify: false,
    },
  },
  renderer: {
    root: at('renderer'),
    base: './',
    plugins: [preact(), emojiDataFiles(), languageFiles(), withoutPreload, licenses],
    build: {
      outDir: at('out/renderer'),
      rolldownOptions: {
        input: at('renderer/index.html'),
        // One file for the first frame, and one for the next: each more is one more request before it.
        output: {
          codeSplitting: {
            groups: [
              { name: 'popup', test: /renderer\/main\.tsx$/, priority: 2 },
              { name: 'next-frame', test: /renderer\/screens\/next-frame-parts\.ts$/, priority: 1 },
            ],
          },
          // Nearly all of it runs before the first frame: so it is compiled beside the page, and not while that is drawn.
          // https://v8.dev/blog/explicit-compile-hints
          postBanner: ({ name }) => (name === 'popup' ? '//# allFunctionsCalledOnLoad' : ''),
        },
      },
      sourcemap: false,
      // An asset as a `data:` URL would need `data:` in the popup's content security policy.
      assetsInlineLimit: 0,
      // electron-vite leaves it out; here it halves what is read before the first frame.
      minify: true,
      modulePreload: false,
    },
  },
});
