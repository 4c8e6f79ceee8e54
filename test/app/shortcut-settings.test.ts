import { expect, test } from 'vitest';
import { realClock } from '../../electron/app/real-clock.ts';
import { createShortcutSettings } from '../../electron/app/shortcut-settings.ts';
import { fail, ok, type Result } from '../../electron/contract/result.ts';
import type { ShortcutUse, WantedShortcut } from '../../electron/contract/shortcut.ts';
import { openApp } from './open-app.ts';

/** Runs the app's own services over real files, with a system that takes whatever keys it is asked for but `Alt+T`. */
async function open() {
  const services = await openApp({ clock: realClock, signIn: [] });
  let wanted: readonly WantedShortcut[] = [];
  const change = createShortcutSettings({
    ...services,
    nameOf: ({ text }) => text,
    system: {
      follow(next) {
        wanted = next;
      },
      change: (_use, accelerator): Result<null> =>
        accelerator === 'Alt+T' ? fail({ code: 'shortcut-taken', accelerator }) : ok(null),
    },
  });
  const keys = () => Object.fromEntries(wanted.map(({ use, accelerator }) => [nameOf(use), accelerator]));
  return { ...services, change, keys, wanted: () => wanted };
}

const nameOf = (use: ShortcutUse) => (use.does === 'preset' ? use.presetId : use.does);
const preset = (presetId: string): ShortcutUse => ({ does: 'preset', presetId });

test('what is taken is kept in the settings and wanted from the system', async () => {
  const { change, keys, settings, wanted } = await open();
  change(preset('busy'), 'Alt+1');
  change({ does: 'clear' }, 'Alt+0');
  expect(keys()).toEqual({ open: 'CommandOrControl+Shift+Y', clear: 'Alt+0', busy: 'Alt+1' });
  expect(settings.get()).toMatchObject({ clearShortcut: 'Alt+0', presetShortcuts: { busy: 'Alt+1' } });
  expect(wanted().at(-1)?.name).toBe('Busy');
  change(preset('busy'), null);
  expect(keys()).not.toHaveProperty('busy');
});

test('what the system refuses changes nothing', async () => {
  const { change, settings } = await open();
  change(preset('busy'), 'Alt+1');
  expect(change(preset('busy'), 'Alt+T').ok).toBe(false);
  expect(settings.get().presetShortcuts).toEqual({ busy: 'Alt+1' });
});

test('a deleted preset gives its keys back, and has them again when that is undone', async () => {
  const { change, keys, presets, undo } = await open();
  change(preset('busy'), 'Alt+1');
  presets.remove('busy');
  expect(keys()).not.toHaveProperty('busy');
  await undo.take(undo.current()?.id ?? '');
  expect(keys()).toMatchObject({ busy: 'Alt+1' });
});

test('keys given away meanwhile do not come back with their preset', async () => {
  const { change, keys, presets, undo } = await open();
  change(preset('busy'), 'Alt+1');
  presets.remove('busy');
  change(preset('sick'), 'Alt+1');
  await undo.take(undo.current()?.id ?? '');
  expect(keys()).toMatchObject({ sick: 'Alt+1' });
  expect(keys()).not.toHaveProperty('busy');
});
