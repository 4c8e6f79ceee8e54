import { app } from 'electron/main';

/**
 * Answers false in a second start, which should then quit; the first one is told through `onSecondStart`, always after
 * `ready`. One instance per `userData` folder.
 */
export function holdSingleInstance(onSecondStart: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', onSecondStart);
  return true;
}
