import type { ServerKind } from './account.ts';
import type { AccountState } from './app-state.ts';
import type { LoginItemState } from './login-item.ts';
import type { KeychainState, Problem } from './problem.ts';
import type { Result } from './result.ts';
import type { ShortcutState } from './shortcut.ts';

/** What somebody who helps needs to know. Holds no secrets and no status texts. */
export interface Diagnostics {
  versions: { app: string; electron: string; chromium: string; node: string; system: string };
  /** Who draws windows, as `wayland, GNOME`; the system's own name elsewhere. */
  display: string;
  locale: string;
  keychain: KeychainState;
  shortcut: ShortcutState;
  loginItem: LoginItemState;
  accounts: DiagnosedAccount[];
}

export interface DiagnosedAccount {
  kind: ServerKind;
  host: string;
  serverVersion: string;
  signIn: AccountState['signIn'];
  outcome: 'none' | 'sending' | 'applied' | 'waiting' | 'rejected' | 'superseded';
  /** Why: of the outcome, else of the last reading. */
  problem: Problem | null;
}

export interface DiagnosticsCommands {
  /** `report` is exactly what is copied: in English, with people's names, addresses and texts replaced. */
  'read-diagnostics': (argument: { withAddresses: boolean }) => Result<{ facts: Diagnostics; report: string }>;
  'copy-diagnostics': (argument: { withAddresses: boolean }) => Result<null>;
  'open-log-folder': (argument: null) => Result<null>;
}
