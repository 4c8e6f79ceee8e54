import type { Screen } from '../state.ts';
import * as lazy from './lazy-screens.tsx';

export type OtherScreenName = Exclude<Screen['name'], 'status'>;

/** Any screen but the one that the popup opens on. */
export function OtherScreen({ at }: { at: Extract<Screen, { name: OtherScreenName }> }) {
  switch (at.name) {
    case 'accounts':
      return <lazy.AccountsScreen.Part />;
    case 'add-account':
      return <lazy.AddAccountScreen.Part {...at} />;
    case 'presets':
      return <lazy.PresetsScreen.Part />;
    case 'preset':
      return <lazy.PresetFormScreen.Part presetId={at.presetId} />;
    case 'settings':
      return <lazy.SettingsScreen.Part />;
    case 'exchange':
      return <lazy.ExchangeScreen.Part />;
    case 'team-presets':
      return <lazy.TeamPresetsScreen.Part />;
    case 'commands':
      return <lazy.CommandsScreen.Part />;
    case 'diagnostics':
      return <lazy.DiagnosticsScreen.Part />;
    case 'people':
      return <lazy.PeopleScreen.Part />;
    case 'workspace-statuses':
      return <lazy.WorkspaceStatusesScreen.Part accountId={at.accountId} />;
    case 'workspace-status':
      return <lazy.WorkspaceStatusFormScreen.Part accountId={at.accountId} statusId={at.statusId} />;
  }
}
