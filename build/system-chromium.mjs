import { findOnPath } from './find-on-path.mjs';

const WHOLE = ['chromium', 'chromium-browser', 'google-chrome'];

/**
 * How Playwright starts the Chromium of this system, or its own where the system has none.
 * Without windows it takes a fifth less time: https://playwright.dev/docs/browsers#chromium-headless-shell
 * @param {{whole?: boolean}} [options] `whole`: never Chromium's shell without windows
 */
export function chromiumLaunchOptions({ whole = false } = {}) {
  const executablePath = (whole ? WHOLE : ['chromium-headless-shell', ...WHOLE]).map(findOnPath).find(Boolean);
  return {
    ...(executablePath !== undefined && { executablePath }),
    // Chromium's sandbox does not work for root.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  };
}
