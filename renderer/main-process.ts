import type { MainProcess } from '../electron/contract/commands.ts';

declare global {
  interface Window {
    /** Put there by `electron/preload.ts`. */
    readonly whereabouts: MainProcess;
  }
}

/** The one place that reads what the preload script has put on the window. */
export function mainProcess(): MainProcess {
  return window.whereabouts;
}
