import type { GlobalShortcut } from 'electron/main';
import type { DesktopFacts } from '../contract/app-state.ts';
import type { Problem } from '../contract/problem.ts';
import { fail, ok, type Result } from '../contract/result.ts';
import { NO_SHORTCUT, type ShortcutState, type ShortcutUse, type WantedShortcut } from '../contract/shortcut.ts';
import { canonicalAccelerator, isNeededElsewhere, isUsableAccelerator } from './accelerator.ts';

export type ShortcutRegistry = Pick<GlobalShortcut, 'register' | 'unregister' | 'unregisterAll' | 'setSuspended'>;

export interface ShortcutsDeps {
  registry: ShortcutRegistry;
  platform: NodeJS.Platform;
  /** Called when the keys are pressed anywhere in the system. */
  onPress: (use: ShortcutUse) => void;
  onChange: () => void;
  /** True on Wayland, where the desktop's own dialog decides and `register` says yes whatever it answers. */
  unconfirmed: boolean;
}

export interface Shortcuts {
  /** Registers what is wanted and not held yet, and lets go of all else; problems stand in the states. */
  follow(wanted: readonly WantedShortcut[]): void;
  /** Takes a new accelerator for one use, or null for none. When that fails the last good one stays registered. */
  change(use: ShortcutUse, accelerator: string | null): Result<null>;
  /** While true the keys do nothing, so that a recorder can hear them. */
  setRecording(recording: boolean): void;
  states(): Pick<DesktopFacts, 'shortcut' | 'clearShortcut' | 'presetShortcuts'>;
  /** For `will-quit`. */
  stop(): void;
}

interface Entry {
  use: ShortcutUse;
  name: string;
  state: ShortcutState;
}

/** All system-wide shortcuts. Works only after `ready`. */
export function createShortcuts(deps: ShortcutsDeps): Shortcuts {
  const { registry, platform, onPress, onChange, unconfirmed } = deps;
  let entries = new Map<string, Entry>();

  function put(use: ShortcutUse, state: ShortcutState): void {
    const key = keyOf(use);
    const name = entries.get(key)?.name ?? '';
    if (state.accelerator === null && state.problem === null) entries.delete(key);
    else entries.set(key, { use, name, state });
    onChange();
  }

  function release(gone: readonly Entry[]): void {
    if (gone.length === 0) return;
    for (const { state } of gone) if (!unconfirmed) registry.unregister(state.accelerator as string);
    if (!unconfirmed) return;
    // A portal shortcut lives on after `unregister`; only `unregisterAll` ends the portal's session.
    // https://github.com/electron/electron/blob/main/shell/browser/api/electron_api_global_shortcut.cc
    registry.unregisterAll();
    for (const entry of entries.values()) if (entry.state.registered && !gone.includes(entry)) again(entry);
  }

  function again({ use, state }: Entry): void {
    registry.register(state.accelerator as string, () => onPress(use));
  }

  function register(use: ShortcutUse, accelerator: string): Problem | null {
    try {
      const taken: Problem = { code: 'shortcut-taken', accelerator };
      return registry.register(accelerator, () => onPress(use)) ? null : taken;
    } catch {
      // Electron throws a TypeError for what it can't parse.
      return { code: 'shortcut-invalid', accelerator };
    }
  }

  /** What speaks against an accelerator before the system is asked. */
  function refusal(use: ShortcutUse, accelerator: string): Problem | null {
    if (!isUsableAccelerator(accelerator)) return { code: 'shortcut-invalid', accelerator };
    if (isNeededElsewhere(accelerator, platform)) return { code: 'shortcut-needed-elsewhere', accelerator };
    const keys = canonicalAccelerator(accelerator, platform);
    for (const [key, { use: other, name, state }] of entries) {
      const same = state.registered && canonicalAccelerator(state.accelerator as string, platform) === keys;
      if (same && key !== keyOf(use)) return { code: 'shortcut-in-use', accelerator, does: other.does, name };
    }
    return null;
  }

  function attempt(use: ShortcutUse, accelerator: string | null): ShortcutState {
    if (accelerator === null) return NO_SHORTCUT;
    const problem = refusal(use, accelerator) ?? register(use, accelerator);
    return { accelerator, registered: problem === null, unconfirmed: problem === null && unconfirmed, problem };
  }

  function change(use: ShortcutUse, accelerator: string | null): Result<null> {
    const entry = entries.get(keyOf(use));
    const before = entry?.state ?? NO_SHORTCUT;
    const refused = accelerator === null ? null : refusal(use, accelerator);
    if (refused !== null) {
      put(use, { ...before, problem: refused });
      return fail(refused);
    }
    if (before.registered && before.accelerator === accelerator) {
      put(use, { ...before, problem: null });
      return ok(null);
    }
    if (entry && before.registered) {
      release([entry]);
      entries.delete(keyOf(use));
    }
    const after = attempt(use, accelerator);
    if (after.problem === null) {
      put(use, after);
      return ok(null);
    }
    const rolledBack = before.registered ? attempt(use, before.accelerator) : before;
    put(use, { ...rolledBack, problem: after.problem });
    return fail(after.problem);
  }

  return {
    follow(wanted) {
      const accelerators = new Map(wanted.map(({ use, accelerator }) => [keyOf(use), accelerator]));
      const gone = [...entries].filter(([key, { state }]) => accelerators.get(key) !== state.accelerator);
      release(gone.map(([, entry]) => entry).filter(({ state }) => state.registered));
      for (const [key] of gone) entries.delete(key);
      const held = entries;
      // In the order that is wanted: what comes first has the keys when two ask for the same.
      entries = new Map([...held].filter(([, { state }]) => state.registered));
      const next = wanted.map(({ use, accelerator, name }): [string, Entry] => {
        const state = entries.get(keyOf(use))?.state ?? attempt(use, accelerator);
        const entry = { use, name, state };
        entries.set(keyOf(use), entry);
        return [keyOf(use), entry];
      });
      entries = new Map(next);
      onChange();
    },
    change,
    setRecording: (recording) => registry.setSuspended(recording),
    states() {
      const state = (key: string) => entries.get(key)?.state ?? NO_SHORTCUT;
      const presets = [...entries.values()].flatMap(({ use, state }) =>
        use.does === 'preset' ? [[use.presetId, state] as const] : [],
      );
      return { shortcut: state('open'), clearShortcut: state('clear'), presetShortcuts: Object.fromEntries(presets) };
    },
    stop: () => registry.unregisterAll(),
  };
}

function keyOf(use: ShortcutUse): string {
  return use.does === 'preset' ? `preset ${use.presetId}` : use.does;
}
