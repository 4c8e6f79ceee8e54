import type { Settings } from '../contract/app-state.ts';
import type { Preset } from '../contract/preset.ts';
import { ok, type Result } from '../contract/result.ts';
import type { ShortcutUse, WantedShortcut } from '../contract/shortcut.ts';
import type { PresetService } from '../status/preset-service.ts';
import type { SettingsService } from './settings-service.ts';

export interface ShortcutSettingsDeps {
  settings: SettingsService;
  presets: PresetService;
  /** A preset in words. */
  nameOf: (preset: Preset) => string;
  /** The system's side: what is registered there. */
  system: {
    follow(wanted: readonly WantedShortcut[]): void;
    change(use: ShortcutUse, accelerator: string | null): Result<null>;
  };
}

/** Registers what the settings ask for, now and whenever they or the presets change. Answers how to change one. */
export function createShortcutSettings({ settings, presets, nameOf, system }: ShortcutSettingsDeps) {
  const follow = () => system.follow(wantedShortcuts(settings.get(), presets.list(), nameOf));
  settings.onChange(follow);
  presets.onChange(follow);
  follow();

  return (use: ShortcutUse, accelerator: string | null): Result<null> => {
    const before = settings.get();
    const taken = system.change(use, accelerator);
    if (!taken.ok) return taken;
    const change = withShortcut(before, presets.list(), use, accelerator);
    return Object.keys(change).length === 0 ? ok(null) : settings.change(change);
  };
}

/** A deleted preset's keys are free; they come back with it when that is undone. */
export function wantedShortcuts(
  settings: Settings,
  presets: readonly Preset[],
  nameOf: (preset: Preset) => string,
): WantedShortcut[] {
  const { shortcut, clearShortcut, presetShortcuts } = settings;
  const wanted = (use: ShortcutUse, accelerator: string | null | undefined, name = ''): WantedShortcut[] =>
    accelerator == null ? [] : [{ use, accelerator, name }];
  return [
    ...wanted({ does: 'open' }, shortcut),
    ...wanted({ does: 'clear' }, clearShortcut),
    ...presets.flatMap((preset) =>
      wanted({ does: 'preset', presetId: preset.id }, own(presetShortcuts, preset.id), nameOf(preset)),
    ),
  ];
}

function own(record: Record<string, string>, key: string): string | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function withShortcut(
  settings: Settings,
  presets: readonly Preset[],
  use: ShortcutUse,
  accelerator: string | null,
): Partial<Settings> {
  // Keys given away are no longer those of a preset that has gone.
  const exists = new Set(presets.map(({ id }) => id));
  const kept = Object.entries(settings.presetShortcuts).filter(([id, keys]) => exists.has(id) || keys !== accelerator);
  if (use.does === 'open') return { shortcut: accelerator, presetShortcuts: Object.fromEntries(kept) };
  if (use.does === 'clear') return { clearShortcut: accelerator, presetShortcuts: Object.fromEntries(kept) };
  const others = kept.filter(([id]) => id !== use.presetId);
  return {
    presetShortcuts: Object.fromEntries(accelerator === null ? others : [...others, [use.presetId, accelerator]]),
  };
}
