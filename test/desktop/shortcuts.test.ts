import { expect, test } from 'vitest';
import { NO_SHORTCUT, type ShortcutUse, type WantedShortcut } from '../../electron/contract/shortcut.ts';
import { createShortcuts, type ShortcutRegistry } from '../../electron/desktop/shortcuts.ts';

/** A system in which other programs may hold accelerators. */
function createSystem(taken: string[] = []) {
  const held = new Map<string, () => void>();
  const calls: string[] = [];
  let suspended = false;
  const registry: ShortcutRegistry = {
    register(accelerator, press) {
      calls.push(`register ${accelerator}`);
      if (accelerator.includes('`')) throw new TypeError('Error processing argument');
      if (taken.includes(accelerator)) return false;
      held.set(accelerator, press);
      return true;
    },
    unregister(accelerator) {
      calls.push(`unregister ${accelerator}`);
      held.delete(accelerator);
    },
    unregisterAll() {
      calls.push('unregisterAll');
      held.clear();
    },
    setSuspended(value) {
      suspended = value;
    },
  };
  const press = (accelerator: string) => {
    if (!suspended) held.get(accelerator)?.();
  };
  return { registry, held, calls, press, taken };
}

const OPEN: ShortcutUse = { does: 'open' };
const CLEAR: ShortcutUse = { does: 'clear' };
const LUNCH: ShortcutUse = { does: 'preset', presetId: 'lunch' };
const BUSY: ShortcutUse = { does: 'preset', presetId: 'busy' };

const wanted = (use: ShortcutUse, accelerator: string, name = ''): WantedShortcut => ({ use, accelerator, name });

function start(
  system: ReturnType<typeof createSystem>,
  first: WantedShortcut[] = [],
  { unconfirmed = false, platform = 'linux' }: { unconfirmed?: boolean; platform?: NodeJS.Platform } = {},
) {
  const pressed: ShortcutUse[] = [];
  let changes = 0;
  const shortcuts = createShortcuts({
    registry: system.registry,
    platform,
    onPress: (use) => pressed.push(use),
    onChange: () => {
      changes += 1;
    },
    unconfirmed,
  });
  shortcuts.follow(first);
  return { shortcuts, pressed, changes: () => changes };
}

test('each shortcut does its own once it is wanted', () => {
  const system = createSystem();
  const { shortcuts, pressed } = start(system, [wanted(OPEN, 'Ctrl+Shift+Y'), wanted(LUNCH, 'Alt+1', 'Lunch')]);
  system.press('Alt+1');
  system.press('Ctrl+Shift+Y');
  expect(pressed).toEqual([LUNCH, OPEN]);
  const registered = { registered: true, unconfirmed: false, problem: null };
  expect(shortcuts.states()).toEqual({
    shortcut: { accelerator: 'Ctrl+Shift+Y', ...registered },
    clearShortcut: NO_SHORTCUT,
    presetShortcuts: { lunch: { accelerator: 'Alt+1', ...registered } },
  });
});

test('a shortcut that another program holds at the start is said, and tried again with the next change', () => {
  const system = createSystem(['Ctrl+Y']);
  const { shortcuts } = start(system, [wanted(OPEN, 'Ctrl+Y')]);
  const problem = { code: 'shortcut-taken', accelerator: 'Ctrl+Y' };
  expect(shortcuts.states().shortcut).toMatchObject({ accelerator: 'Ctrl+Y', registered: false, problem });
  system.taken.length = 0;
  shortcuts.follow([wanted(OPEN, 'Ctrl+Y')]);
  expect(shortcuts.states().shortcut).toMatchObject({ registered: true, problem: null });
});

test('a change lets the old one go', () => {
  const system = createSystem();
  const { shortcuts } = start(system, [wanted(OPEN, 'Ctrl+Y')]);
  expect(shortcuts.change(OPEN, 'Ctrl+U')).toEqual({ ok: true, value: null });
  expect([...system.held.keys()]).toEqual(['Ctrl+U']);
});

test.each([
  ['taken elsewhere', 'Ctrl+T', 'shortcut-taken'],
  ['impossible', 'T', 'shortcut-invalid'],
  ['not understood by Electron', 'Ctrl+`', 'shortcut-invalid'],
  ['what every app needs', 'CommandOrControl+C', 'shortcut-needed-elsewhere'],
] as const)('after one that is %s the last good one still works', (_why, accelerator, code) => {
  const system = createSystem(['Ctrl+T']);
  const { shortcuts, pressed } = start(system, [wanted(LUNCH, 'Ctrl+Y')]);
  expect(shortcuts.change(LUNCH, accelerator)).toEqual({ ok: false, problem: { code, accelerator } });
  system.press('Ctrl+Y');
  expect(pressed).toEqual([LUNCH]);
  const state = shortcuts.states().presetShortcuts.lunch;
  expect(state).toMatchObject({ accelerator: 'Ctrl+Y', registered: true, problem: { code, accelerator } });
});

test('keys of our own are refused with the name of what has them, in whatever spelling', () => {
  const system = createSystem();
  const { shortcuts, pressed } = start(system, [wanted(LUNCH, 'CommandOrControl+Alt+1', 'Lunch')]);
  const problem = { code: 'shortcut-in-use', accelerator: 'Alt+Ctrl+1', does: 'preset', name: 'Lunch' };
  expect(shortcuts.change(CLEAR, 'Alt+Ctrl+1')).toEqual({ ok: false, problem });
  expect(shortcuts.states().clearShortcut).toEqual({ ...NO_SHORTCUT, problem });
  system.press('CommandOrControl+Alt+1');
  expect(pressed).toEqual([LUNCH]);
});

test('of two that want the same keys the first has them', () => {
  const { shortcuts } = start(createSystem(), [wanted(OPEN, 'Alt+1'), wanted(BUSY, 'Alt+1', 'Busy')]);
  expect(shortcuts.states().shortcut.registered).toBe(true);
  expect(shortcuts.states().presetShortcuts.busy).toMatchObject({
    registered: false,
    problem: { code: 'shortcut-in-use', does: 'open' },
  });
});

test('what is no longer wanted is let go, what stays is not touched', () => {
  const system = createSystem();
  const { shortcuts } = start(system, [wanted(LUNCH, 'Alt+1', 'Lunch'), wanted(BUSY, 'Alt+2', 'Busy')]);
  system.calls.length = 0;
  shortcuts.follow([wanted(BUSY, 'Alt+2', 'Busy')]);
  expect(system.calls).toEqual(['unregister Alt+1']);
  expect(shortcuts.states().presetShortcuts).not.toHaveProperty('lunch');
});

test('the same one again clears the problem without letting go', () => {
  const system = createSystem(['Ctrl+T']);
  const { shortcuts } = start(system, [wanted(OPEN, 'Ctrl+Y')]);
  shortcuts.change(OPEN, 'Ctrl+T');
  system.calls.length = 0;
  shortcuts.change(OPEN, 'Ctrl+Y');
  expect(shortcuts.states().shortcut.problem).toBeNull();
  expect(system.calls).toEqual([]);
});

test('it can be switched off', () => {
  const system = createSystem();
  const { shortcuts } = start(system, [wanted(OPEN, 'Ctrl+Y')]);
  expect(shortcuts.change(OPEN, null).ok).toBe(true);
  expect(system.held.size).toBe(0);
  expect(shortcuts.states().shortcut).toEqual(NO_SHORTCUT);
});

test('while recording the keys do nothing', () => {
  const system = createSystem();
  const { shortcuts, pressed } = start(system, [wanted(OPEN, 'Ctrl+Y')]);
  shortcuts.setRecording(true);
  system.press('Ctrl+Y');
  expect(pressed).toEqual([]);
  shortcuts.setRecording(false);
  system.press('Ctrl+Y');
  expect(pressed).toEqual([OPEN]);
});

test('on Wayland nothing is promised, and a change ends the portal session for all and begins it anew', () => {
  const system = createSystem();
  const first = [wanted(OPEN, 'Ctrl+Y'), wanted(LUNCH, 'Alt+1', 'Lunch')];
  const { shortcuts, pressed } = start(system, first, { unconfirmed: true });
  expect(shortcuts.states().shortcut).toMatchObject({ registered: true, unconfirmed: true });
  system.calls.length = 0;
  shortcuts.change(OPEN, 'Ctrl+U');
  expect(system.calls).toEqual(['unregisterAll', 'register Alt+1', 'register Ctrl+U']);
  shortcuts.follow([wanted(OPEN, 'Ctrl+U')]);
  expect([...system.held.keys()]).toEqual(['Ctrl+U']);
  system.press('Ctrl+U');
  expect(pressed).toEqual([OPEN]);
});

test('stopping lets everything go', () => {
  const system = createSystem();
  const { shortcuts } = start(system, [wanted(OPEN, 'Ctrl+Y'), wanted(BUSY, 'Alt+2', 'Busy')]);
  shortcuts.stop();
  expect(system.held.size).toBe(0);
});
