import type { GlobalShortcut } from 'electron/main';
import type { ShortcutState } from '../contract/app-state.ts';
import type { Problem } from '../contract/problem.ts';
import { fail, ok, type Result } from '../contract/result.ts';
import { isUsableAccelerator } from './accelerator.ts';

export type ShortcutRegistry = Pick<GlobalShortcut, 'register' | 'unregister' | 'unregisterAll' | 'setSuspended'>;

export interface ShortcutDeps {
  registry: ShortcutRegistry;
  /** Called when the keys are pressed anywhere in the system. */
  onPress: () => void;
  onState: (state: ShortcutState) => void;
  /** True on Wayland, where the desktop's own dialog decides and `register` says yes whatever it answers. */
  unconfirmed: boolean;
}

export interface Shortcut {
  /** Registers what the settings say, or nothing for null; a problem stands in the state. */
  start(accelerator: string | null): void;
  /** Takes a new accelerator, or null for none. When that fails the last good one stays registered. */
  change(accelerator: string | null): Result<null>;
  /** While true the keys do nothing, so that a recorder can hear them. */
  setRecording(recording: boolean): void;
  state(): ShortcutState;
  /** For `will-quit`. */
  stop(): void;
}

/** The one system-wide shortcut. Works only after `ready`. */
export function createShortcut({ registry, onPress, onState, unconfirmed }: ShortcutDeps): Shortcut {
  let state: ShortcutState = { accelerator: null, registered: false, unconfirmed: false, problem: null };

  function setState(next: ShortcutState): void {
    state = next;
    onState(state);
  }

  function release(accelerator: string): void {
    // A portal shortcut lives on after `unregister`; only `unregisterAll` ends the portal's session.
    // https://github.com/electron/electron/blob/main/shell/browser/api/electron_api_global_shortcut.cc
    if (unconfirmed) registry.unregisterAll();
    else registry.unregister(accelerator);
  }

  function register(accelerator: string): Problem | null {
    if (!isUsableAccelerator(accelerator)) return { code: 'shortcut-invalid', accelerator };
    try {
      return registry.register(accelerator, onPress) ? null : { code: 'shortcut-taken', accelerator };
    } catch {
      // Electron throws a TypeError for what it can't parse.
      return { code: 'shortcut-invalid', accelerator };
    }
  }

  function attempt(accelerator: string | null): ShortcutState {
    const problem = accelerator === null ? null : register(accelerator);
    const registered = accelerator !== null && problem === null;
    return { accelerator, registered, unconfirmed: registered && unconfirmed, problem };
  }

  function change(accelerator: string | null): Result<null> {
    const before = state;
    if (accelerator !== null && !isUsableAccelerator(accelerator)) {
      const problem: Problem = { code: 'shortcut-invalid', accelerator };
      setState({ ...before, problem });
      return fail(problem);
    }
    if (before.registered && before.accelerator === accelerator) {
      setState({ ...before, problem: null });
      return ok(null);
    }
    if (before.registered && before.accelerator !== null) release(before.accelerator);
    const after = attempt(accelerator);
    if (after.problem === null) {
      setState(after);
      return ok(null);
    }
    const rolledBack = before.registered ? attempt(before.accelerator) : before;
    setState({ ...rolledBack, problem: after.problem });
    return fail(after.problem);
  }

  return {
    start: (accelerator) => setState(attempt(accelerator)),
    change,
    setRecording: (recording) => registry.setSuspended(recording),
    state: () => state,
    stop: () => registry.unregisterAll(),
  };
}
