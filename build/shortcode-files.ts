import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';
import { SHORTCODE_SETS } from '../electron/servers/shortcode-tables.ts';

const require = createRequire(import.meta.url);

/** Adds `shortcodes/SET.json` to what is built, where `shortcode-tables.ts` reads them. */
export function shortcodeFiles(): Plugin {
  return {
    name: 'shortcode-files',
    generateBundle() {
      for (const set of SHORTCODE_SETS) {
        const path = require.resolve(`emojibase-data/en/shortcodes/${set}.json`);
        const fileName = `shortcodes/${set}.json`;
        // The list of licences goes by the file that an asset was made from.
        this.emitFile({ type: 'asset', fileName, originalFileName: path, source: readFileSync(path) });
      }
    },
  };
}
