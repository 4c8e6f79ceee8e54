import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { languageFiles } from './languages.ts';

const standIn = fileURLToPath(new URL('./preview/stand-in/electron-main.ts', import.meta.url));

export default defineConfig({
  plugins: [languageFiles()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: {
    // electron-store imports `electron`; outside Electron that would download its binary.
    alias: [{ find: /^electron(\/main|\/common)?$/, replacement: standIn }],
  },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'test/keychain/**', 'test/built-app/**'],
    server: { deps: { inline: ['electron-store'] } },
    testTimeout: 20_000,
    // Vitest would leave one core to an editor: on two cores that is half of them.
    maxWorkers: '100%',
  },
});
