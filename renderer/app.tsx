import { useEffect } from 'preact/hooks';
import { lazyScreen } from './lazy-screen.tsx';
import { ProblemBar } from './parts/problem-bar.tsx';
import { UndoBar } from './parts/undo-bar.tsx';
import { usePopup } from './popup-context.ts';
import { AccountsScreen } from './screens/accounts-screen.tsx';
import { AddAccountScreen } from './screens/add-account-screen.tsx';
import { FirstRunScreen } from './screens/first-run-screen.tsx';
import { Notices } from './screens/notices.tsx';
import { PresetFormScreen } from './screens/preset-form-screen.tsx';
import { PresetsScreen } from './screens/presets-screen.tsx';
import { SettingsScreen } from './screens/settings-screen.tsx';
import { StatusScreen } from './screens/status-screen.tsx';

// Few people administer a server, so nobody waits for these at start.
const PeopleScreen = lazyScreen(async () => (await import('./screens/people-screen.tsx')).PeopleScreen);
const WorkspaceStatusesScreen = lazyScreen(
  async () => (await import('./screens/workspace-statuses-screen.tsx')).WorkspaceStatusesScreen,
);
const WorkspaceStatusFormScreen = lazyScreen(
  async () => (await import('./screens/workspace-status-form-screen.tsx')).WorkspaceStatusFormScreen,
);

/** The whole popup. Empty until the first snapshot has come, so that nothing is drawn twice. */
export function App() {
  const popup = usePopup();

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // Whatever is open inside a screen closes first and says so by preventing the default.
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      if (!popup.goBack()) void popup.run('hide-popup', null);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [popup]);

  if (popup.app.value === null) return null;
  return (
    <div class="popup">
      <Notices />
      <CurrentScreen />
      <ProblemBar />
      {/* The status screen has it above its foot, which so stays where it is. */}
      {popup.screen.value.name !== 'status' && <UndoBar />}
    </div>
  );
}

function CurrentScreen() {
  const { screen, app } = usePopup();
  const at = screen.value;
  switch (at.name) {
    case 'status':
      return app.value?.accounts.length === 0 ? <FirstRunScreen /> : <StatusScreen />;
    case 'accounts':
      return <AccountsScreen />;
    case 'add-account':
      return <AddAccountScreen {...at} />;
    case 'presets':
      return <PresetsScreen />;
    case 'preset':
      return <PresetFormScreen presetId={at.presetId} />;
    case 'settings':
      return <SettingsScreen />;
    case 'people':
      return <PeopleScreen />;
    case 'workspace-statuses':
      return <WorkspaceStatusesScreen accountId={at.accountId} />;
    case 'workspace-status':
      return <WorkspaceStatusFormScreen accountId={at.accountId} statusId={at.statusId} />;
  }
}
