import { app } from 'electron/main';

/**
 * Closes every way out of the app's own pages: sandbox for all, no navigation, no new windows, no webviews. Call before
 * `ready`. https://www.electronjs.org/docs/latest/tutorial/security
 */
export function lockDown(): void {
  app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (details) => details.preventDefault());
    contents.on('will-frame-navigate', (details) => details.preventDefault());
    contents.on('will-redirect', (details) => details.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
