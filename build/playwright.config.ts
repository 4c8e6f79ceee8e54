import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

// Without windows it takes a fifth less time: https://playwright.dev/docs/browsers#chromium-headless-shell
const SYSTEM_CHROMIUM = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']
  .map((name) => `/usr/bin/${name}`)
  .find(existsSync);
const asRoot = process.getuid?.() === 0;

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
    launchOptions: {
      ...(SYSTEM_CHROMIUM !== undefined && { executablePath: SYSTEM_CHROMIUM }),
      // Chromium's sandbox does not work for root.
      args: asRoot ? ['--no-sandbox'] : [],
    },
  },
});
