import { defineConfig } from 'vitest/config';

/** The tests that need a real keyring; run through test/keychain/run-in-keyring.sh. */
export default defineConfig({
  test: {
    include: ['test/keychain/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
