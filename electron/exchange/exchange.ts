import { basename } from 'node:path';
import type { AccountService } from '../accounts/account-service.ts';
import type { Settings } from '../contract/app-state.ts';
import type { ImportMode, ImportPreview } from '../contract/exchange.ts';
import { fail, ok, type Result } from '../contract/result.ts';
import type { Clock } from '../status/clock.ts';
import type { PresetService } from '../status/preset-service.ts';
import type { UndoOffer } from '../status/undo-offer.ts';
import type { ReadFile } from './file-content.ts';
import { planImport } from './import-plan.ts';
import { compareSettings, type SettingsChange, type SettingsHere } from './portable-settings.ts';
import { printFile } from './print-file.ts';
import { readFileText } from './read-file.ts';
import type { TeamPresetsService } from './team-presets.ts';
import { readTextFile, writeTextFile } from './text-file.ts';

export interface Exchange {
  /** Writes presets and settings into a file; `path` is what the user has chosen. */
  exportTo(path: string): Promise<Result<{ fileName: string }>>;
  /** Reads a chosen file and says what it would do. Only the newest one that was opened can be applied. */
  open(path: string): Promise<Result<ImportPreview>>;
  /** Does it, as things are by now. What settings could not be changed is answered; all else is done then. */
  apply(importId: string, mode: ImportMode, withSettings: boolean): Result<null>;
}

export interface ExchangeDeps {
  accounts: Pick<AccountService, 'list'>;
  presets: Pick<PresetService, 'list' | 'stored' | 'put'>;
  settings: { get(): Settings };
  team: Pick<TeamPresetsService, 'address' | 'useAddress' | 'source' | 'use'>;
  undo: UndoOffer;
  clock: Clock;
  newId: () => string;
  appVersion: string;
}

/** `changeSettings` is the command's own way, so that a shortcut is also registered. */
export function createExchange(
  deps: ExchangeDeps,
  changeSettings: (change: Partial<Settings>) => Result<null>,
): Exchange {
  const { accounts, presets, settings, team, undo } = deps;
  let opened: { id: string; fileName: string; file: ReadFile } | null = null;
  const here = (): SettingsHere => ({ settings: settings.get(), teamPresets: team.address() });

  function changeAll(change: Partial<Settings>): Result<null> {
    const { shortcut, clearShortcut, ...others } = change;
    // Another program may have the keys: that must not hold up the rest.
    const parts: Partial<Settings>[] = [
      others,
      ...(shortcut === undefined ? [] : [{ shortcut }]),
      ...(clearShortcut === undefined ? [] : [{ clearShortcut }]),
    ];
    const results = parts.filter((part) => Object.keys(part).length > 0).map(changeSettings);
    return results.find((result) => !result.ok) ?? ok(null);
  }

  return {
    async exportTo(path) {
      const text = printFile({
        ...{ appVersion: deps.appVersion, now: deps.clock.now() },
        ...{ presets: presets.list(), here: here(), accounts: accounts.list() },
      });
      const written = await writeTextFile(path, text);
      return written.ok ? ok({ fileName: basename(path) }) : written;
    },

    async open(path) {
      const text = await readTextFile(path);
      const file = text.ok ? readFileText(text.value) : text;
      if (!file.ok) return file;
      const id = deps.newId();
      const fileName = basename(path);
      opened = { id, fileName, file: file.value };
      const plan = file.value.presets === null ? null : planImport(file.value.presets, presets.list(), accounts.list());
      const change = compareSettings(file.value.settings, here(), accounts.list());
      const notes = [...file.value.notes, ...(plan?.notes ?? []), ...change.notes];
      const different = [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()];
      const { source } = file.value;
      return ok({ id, fileName, source, rows: plan?.rows ?? null, settings: change.changed, notes: different });
    },

    apply(importId, mode, withSettings) {
      if (opened?.id !== importId) return fail({ code: 'not-found' });
      const { file, fileName } = opened;
      opened = null;
      const before = { presets: presets.stored(), source: team.source(), ...here() };
      if (file.presets !== null) {
        const next = planImport(file.presets, presets.list(), accounts.list()).result(mode, deps.newId);
        const saved = presets.put(next);
        if (!saved.ok) return saved;
      }
      const change = compareSettings(file.settings, before, accounts.list());
      const { teamPresets } = change;
      const settled = withSettings ? changeAll(change.change) : ok(null);
      const joined = withSettings && teamPresets !== null ? team.useAddress(teamPresets) : ok(null);
      undo.offer('imported', fileName, () => {
        if (file.presets !== null) presets.put(before.presets);
        if (!withSettings) return ok(null);
        if (teamPresets !== null) team.use(before.source);
        return changeAll(earlier(before.settings, change));
      });
      return settled.ok ? joined : settled;
    },
  };
}

/** What the changed settings were. */
function earlier(settings: Settings, { change }: SettingsChange): Partial<Settings> {
  const keys = Object.keys(change) as (keyof Settings)[];
  return Object.fromEntries(keys.map((key) => [key, settings[key]]));
}
