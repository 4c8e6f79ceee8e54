import { app } from 'electron/main';
import type { Shortcuts } from './shortcuts.ts';

/** Waits for what quitting has to do, at most a few seconds, and then really quits. */
export function quitInOrder(finish: () => Promise<void>, shortcuts: Shortcuts): void {
  let finished = false;
  app.on('will-quit', (event) => {
    shortcuts.stop();
    if (finished) return;
    event.preventDefault();
    finished = true;
    void finish().finally(() => app.quit());
  });
}
