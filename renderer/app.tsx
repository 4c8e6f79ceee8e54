import { useEffect } from 'preact/hooks';
import { ProblemBar } from './parts/problem-bar.tsx';
import { UndoBar } from './parts/undo-bar.tsx';
import { usePopup } from './popup-context.ts';
import { FirstRunScreen } from './screens/first-run-screen.tsx';
import * as lazy from './screens/lazy-screens.ts';
import { Notices } from './screens/notices.tsx';
import { StatusScreen } from './screens/status-screen.tsx';
import { whenIdle } from './when-idle.ts';

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

  const ready = popup.app.value !== null;
  const link = popup.app.value?.link ?? null;
  useEffect(() => (ready ? whenIdle(() => void lazy.preloadScreens()) : undefined), [ready]);

  if (!ready) return null;
  return (
    <>
      <div class="popup" inert={link !== null}>
        <Notices />
        <CurrentScreen />
        <ProblemBar />
        {/* The status screen has it above its foot, which so stays where it is. */}
        {popup.screen.value.name !== 'status' && <UndoBar />}
      </div>
      {link && <lazy.LinkQuestion.Screen key={link.id} question={link} />}
    </>
  );
}

function CurrentScreen() {
  const { screen, app } = usePopup();
  const at = screen.value;
  switch (at.name) {
    case 'status':
      return app.value?.accounts.length === 0 ? <FirstRunScreen /> : <StatusScreen />;
    case 'accounts':
      return <lazy.AccountsScreen.Screen />;
    case 'add-account':
      return <lazy.AddAccountScreen.Screen {...at} />;
    case 'presets':
      return <lazy.PresetsScreen.Screen />;
    case 'preset':
      return <lazy.PresetFormScreen.Screen presetId={at.presetId} />;
    case 'settings':
      return <lazy.SettingsScreen.Screen />;
    case 'exchange':
      return <lazy.ExchangeScreen.Screen />;
    case 'team-presets':
      return <lazy.TeamPresetsScreen.Screen />;
    case 'commands':
      return <lazy.CommandsScreen.Screen />;
    case 'diagnostics':
      return <lazy.DiagnosticsScreen.Screen />;
    case 'people':
      return <lazy.PeopleScreen.Screen />;
    case 'workspace-statuses':
      return <lazy.WorkspaceStatusesScreen.Screen accountId={at.accountId} />;
    case 'workspace-status':
      return <lazy.WorkspaceStatusFormScreen.Screen accountId={at.accountId} statusId={at.statusId} />;
  }
}
