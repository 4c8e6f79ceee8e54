import { app } from 'electron/main';

export interface SecondStart {
  /** Sorted by Chromium: not as it was typed. */
  argv: readonly string[];
  /** What the second start has passed on; from another version of the app it may be anything. */
  passedOn: unknown;
}

/**
 * Answers false in a second start, which should then quit; the first one is told through `onSecondStart`, always after
 * `ready`, with what the second passed on. One instance per `userData` folder.
 */
export function holdSingleInstance(passOn: object, onSecondStart: (second: SecondStart) => void): boolean {
  if (!app.requestSingleInstanceLock({ ...passOn })) return false;
  app.on('second-instance', (_event, argv, _workingDirectory, passedOn) => onSecondStart({ argv, passedOn }));
  return true;
}
