import { defineConfig } from 'vitest/config';

/** The tests of what `electron-vite build` has made; run after it, through test/keychain/run-in-keyring.sh. */
export default defineConfig({
  test: {
    include: ['test/built-app/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
