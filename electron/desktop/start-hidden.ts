import { HIDDEN_SWITCH } from '../contract/hidden-switch.ts';

/** macOS starts login items without arguments and says so itself. */
export function startsHidden(args: readonly string[], wasOpenedAtLogin: boolean): boolean {
  return wasOpenedAtLogin || args.includes(HIDDEN_SWITCH);
}
