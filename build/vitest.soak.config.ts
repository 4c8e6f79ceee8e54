import { fileURLToPath } from 'node:url';
import { mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';

export default mergeConfig(base, {
  test: {
    setupFiles: [fileURLToPath(new URL('./soak-setup.ts', import.meta.url))],
    // For properties that name their own number of runs.
    env: { WHEREABOUTS_SOAK: '10' },
    testTimeout: 600_000,
  },
});
