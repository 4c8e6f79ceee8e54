import { expect, test } from 'vitest';
import type { ShortcutState } from '../../electron/contract/app-state.ts';
import { createShortcut, type ShortcutRegistry } from '../../electron/desktop/shortcut.ts';

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

function start(system: ReturnType<typeof createSystem>, unconfirmed = false) {
  const states: ShortcutState[] = [];
  let presses = 0;
  const shortcut = createShortcut({
    registry: system.registry,
    onPress: () => {
      presses += 1;
    },
    onState: (state) => states.push(state),
    unconfirmed,
  });
  return { shortcut, states, presses: () => presses };
}

test('the shortcut works once it has started', () => {
  const system = createSystem();
  const { shortcut, presses } = start(system);
  shortcut.start('Ctrl+Shift+Y');
  system.press('Ctrl+Shift+Y');
  expect(presses()).toBe(1);
  expect(shortcut.state()).toEqual({
    accelerator: 'Ctrl+Shift+Y',
    registered: true,
    unconfirmed: false,
    problem: null,
  });
});

test('a shortcut that another program holds at the start is said, and kept for the next start', () => {
  const { shortcut } = start(createSystem(['Ctrl+Y']));
  shortcut.start('Ctrl+Y');
  expect(shortcut.state()).toMatchObject({
    accelerator: 'Ctrl+Y',
    registered: false,
    problem: { code: 'shortcut-taken', accelerator: 'Ctrl+Y' },
  });
});

test('a change lets the old one go', () => {
  const system = createSystem();
  const { shortcut } = start(system);
  shortcut.start('Ctrl+Y');
  expect(shortcut.change('Ctrl+U')).toEqual({ ok: true, value: null });
  expect([...system.held.keys()]).toEqual(['Ctrl+U']);
});

test.each([
  ['taken elsewhere', 'Ctrl+T', 'shortcut-taken'],
  ['impossible', 'T', 'shortcut-invalid'],
  ['not understood by Electron', 'Ctrl+`', 'shortcut-invalid'],
] as const)('after one that is %s the last good one still works', (_why, accelerator, code) => {
  const system = createSystem(['Ctrl+T']);
  const { shortcut, presses } = start(system);
  shortcut.start('Ctrl+Y');
  expect(shortcut.change(accelerator)).toEqual({ ok: false, problem: { code, accelerator } });
  system.press('Ctrl+Y');
  expect(presses()).toBe(1);
  expect(shortcut.state()).toMatchObject({ accelerator: 'Ctrl+Y', registered: true, problem: { code, accelerator } });
});

test('the same one again clears the problem without letting go', () => {
  const system = createSystem(['Ctrl+T']);
  const { shortcut } = start(system);
  shortcut.start('Ctrl+Y');
  shortcut.change('Ctrl+T');
  system.calls.length = 0;
  shortcut.change('Ctrl+Y');
  expect(shortcut.state().problem).toBeNull();
  expect(system.calls).toEqual([]);
});

test('it can be switched off', () => {
  const system = createSystem();
  const { shortcut } = start(system);
  shortcut.start('Ctrl+Y');
  expect(shortcut.change(null).ok).toBe(true);
  expect(system.held.size).toBe(0);
  expect(shortcut.state()).toMatchObject({ accelerator: null, registered: false, problem: null });
});

test('while recording the keys do nothing', () => {
  const system = createSystem();
  const { shortcut, presses } = start(system);
  shortcut.start('Ctrl+Y');
  shortcut.setRecording(true);
  system.press('Ctrl+Y');
  expect(presses()).toBe(0);
  shortcut.setRecording(false);
  system.press('Ctrl+Y');
  expect(presses()).toBe(1);
});

test('on Wayland nothing is promised, and a change ends the portal session', () => {
  const system = createSystem();
  const { shortcut } = start(system, true);
  shortcut.start('Ctrl+Y');
  expect(shortcut.state()).toMatchObject({ registered: true, unconfirmed: true });
  shortcut.change('Ctrl+U');
  expect(system.calls).toEqual(['register Ctrl+Y', 'unregisterAll', 'register Ctrl+U']);
});

test('stopping lets everything go', () => {
  const system = createSystem();
  const { shortcut } = start(system);
  shortcut.start('Ctrl+Y');
  shortcut.stop();
  expect(system.held.size).toBe(0);
});
