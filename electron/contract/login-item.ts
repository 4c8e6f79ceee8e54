import type { Result } from './result.ts';

/**
 * Whether the app starts at login, as the system says. `off-in-system`: asked for here, but switched off in the system's own
 * settings (Windows). `needs-approval`: the user has to allow it there (macOS). `unknown`: not read, or not this
 * app's to decide, as when it runs from its source.
 */
export type LoginItemState = 'on' | 'off' | 'off-in-system' | 'needs-approval' | 'unknown';

export interface LoginItemCommands {
  'set-login-item': (argument: { on: boolean }) => Result<null>;
  /** Asks the system again: its own settings may have changed it. */
  'read-login-item': (argument: null) => Result<null>;
}
