import type { Settings } from '../contract/app-state.ts';
import type { CommandHandlers } from '../contract/commands.ts';
import type { DiagnosticsCommands } from '../contract/diagnostics.ts';
import type { ExchangeCommands } from '../contract/exchange.ts';
import { fail, ok, type Result } from '../contract/result.ts';
import { createDiagnostics, type Surroundings } from '../exchange/diagnostics.ts';
import type { Services } from './services.ts';

/** What exchanging needs of the desktop. Choosing answers a path, or `file-not-chosen`. */
export interface ExchangeDesktop {
  chooseExportFile: (suggestedName: string) => Promise<Result<string>>;
  chooseImportFile: () => Promise<Result<string>>;
  copyText: (text: string) => Promise<Result<null>>;
  surroundings: Surroundings;
}

type Names = keyof ExchangeCommands | Exclude<keyof DiagnosticsCommands, 'open-log-folder'>;

/** Taking presets and settings out and in, a team's presets, and what to tell those who help. */
export function createExchangeHandlers(
  services: Services,
  desktop: ExchangeDesktop,
  changeSettings: (change: Partial<Settings>) => Result<null>,
): Pick<CommandHandlers, Names> {
  const { teamPresets, presets, state } = services;
  const exchange = services.openExchange(changeSettings);
  const diagnostics = createDiagnostics(state.get, desktop.surroundings);

  return {
    'export-settings': async () => {
      const path = await desktop.chooseExportFile('whereabouts.json');
      return path.ok ? exchange.exportTo(path.value) : path;
    },
    'choose-import-file': async () => {
      const path = await desktop.chooseImportFile();
      return path.ok ? exchange.open(path.value) : path;
    },
    'apply-import': ({ importId, mode, withSettings }) => exchange.apply(importId, mode, withSettings),
    'set-team-presets-address': ({ address }) => teamPresets.useAddress(address),
    'choose-team-presets-file': async () => {
      const path = await desktop.chooseImportFile();
      return path.ok ? teamPresets.use({ kind: 'file', at: path.value }) : path;
    },
    'remove-team-presets': () => teamPresets.use(null),
    'refresh-team-presets': async () => {
      await teamPresets.refresh(true);
      return ok(null);
    },
    'copy-team-preset': ({ presetId }) => {
      const preset = teamPresets.find(presetId);
      if (preset === null) return fail({ code: 'not-found' });
      const { id: _, ...draft } = preset;
      return presets.save(null, draft);
    },
    'read-diagnostics': async ({ withAddresses }) => ok(await diagnostics.read(withAddresses)),
    'copy-diagnostics': async ({ withAddresses }) => desktop.copyText((await diagnostics.read(withAddresses)).report),
  };
}
