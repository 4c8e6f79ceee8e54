import type { ComponentType } from 'preact';
import { lazyPart } from '../lazy-part.tsx';

const lazyScreen = <P extends object>(load: () => Promise<ComponentType<P>>) => lazyPart(load, <main class="page" />);

// The popup opens on the status screen, which therefore waits for none of these.
export const AccountsScreen = lazyScreen(async () => (await import('./accounts-screen.tsx')).AccountsScreen);
export const AddAccountScreen = lazyScreen(async () => (await import('./add-account-screen.tsx')).AddAccountScreen);
export const PresetsScreen = lazyScreen(async () => (await import('./presets-screen.tsx')).PresetsScreen);
export const PresetFormScreen = lazyScreen(async () => (await import('./preset-form-screen.tsx')).PresetFormScreen);
export const SettingsScreen = lazyScreen(async () => (await import('./settings-screen.tsx')).SettingsScreen);
export const PeopleScreen = lazyScreen(async () => (await import('./people-screen.tsx')).PeopleScreen);
export const WorkspaceStatusesScreen = lazyScreen(
  async () => (await import('./workspace-statuses-screen.tsx')).WorkspaceStatusesScreen,
);
export const WorkspaceStatusFormScreen = lazyScreen(
  async () => (await import('./workspace-status-form-screen.tsx')).WorkspaceStatusFormScreen,
);
export const ExchangeScreen = lazyScreen(async () => (await import('../settings/exchange-screen.tsx')).ExchangeScreen);
export const TeamPresetsScreen = lazyScreen(
  async () => (await import('../settings/team-presets-screen.tsx')).TeamPresetsScreen,
);
export const DiagnosticsScreen = lazyScreen(
  async () => (await import('../settings/diagnostics-screen.tsx')).DiagnosticsScreen,
);

export const CommandsScreen = lazyScreen(async () => (await import('../settings/commands-screen.tsx')).CommandsScreen);
export const LinkQuestion = lazyScreen(async () => (await import('./link-question.tsx')).LinkQuestion);

/** Reads ahead what nearly everyone opens sooner or later; few people administer a server. */
export async function preloadScreens(): Promise<void> {
  const screens = [AccountsScreen, AddAccountScreen, PresetsScreen, PresetFormScreen, SettingsScreen];
  await Promise.all(screens.map((screen) => screen.preload()));
}
