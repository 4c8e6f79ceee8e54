import { defineConfig } from '@playwright/test';
import { chromiumLaunchOptions } from './system-chromium.mjs';

export default defineConfig({
  testDir: '../test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  // The tests wait more than they reckon: on two cores, three at once.
  workers: 3,
  fullyParallel: true,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  // What only passes at its second try is broken, the app or the test.
  retries: 0,
  reporter: [['list']],
  use: {
    headless: true,
    // What can't be pressed fails soon, in tests of many steps too.
    actionTimeout: 15_000,
    viewport: { width: 1100, height: 760 },
    locale: 'en-GB',
    // Recording every step of every test takes time of its own: `--retries=1` has it done where one fails.
    trace: 'on-first-retry',
    launchOptions: chromiumLaunchOptions(),
  },
});
