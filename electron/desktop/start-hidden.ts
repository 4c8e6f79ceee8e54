/** Starts the app without its popup, also at the first run: at login nobody has asked for a window. */
export const HIDDEN_SWITCH = '--hidden';

/** macOS starts login items without arguments and says so itself. */
export function startsHidden(args: readonly string[], wasOpenedAtLogin: boolean): boolean {
  return wasOpenedAtLogin || args.includes(HIDDEN_SWITCH);
}
