import type { Problem } from './problem.ts';
import type { Result } from './result.ts';

/** What a system-wide shortcut does. */
export type ShortcutUse = { does: 'open' } | { does: 'clear' } | { does: 'preset'; presetId: string };

export interface ShortcutState {
  accelerator: string | null;
  registered: boolean;
  /** True where the desktop decides and its answer can't be known (Wayland portals). */
  unconfirmed: boolean;
  problem: Problem | null;
}

export interface ShortcutCommands {
  /** Takes another accelerator for one use, or null for none. When that fails the last good one stays. */
  'change-shortcut': (argument: { use: ShortcutUse; accelerator: string | null }) => Result<null>;
}

export const NO_SHORTCUT: ShortcutState = { accelerator: null, registered: false, unconfirmed: false, problem: null };

/** A shortcut that the settings ask for. */
export interface WantedShortcut {
  use: ShortcutUse;
  accelerator: string;
  /** The preset's name, else empty: for saying who holds the keys. */
  name: string;
}
