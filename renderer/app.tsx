import { useEffect } from 'preact/hooks';
import { usePopup } from './popup-context.ts';
import * as next from './screens/next-frame.tsx';
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

  const app = popup.app.value;
  const ready = app !== null;
  useEffect(() => {
    if (!ready) return undefined;
    void next.preloadNextFrame();
    return whenIdle(() => void next.preloadScreens());
  }, [ready]);

  if (!ready || !(next.isNextFrameThere.value || next.fitsFirstFrame(app))) return null;
  const { link } = app;
  return (
    <>
      <div class="popup" inert={link !== null}>
        <next.Notices.Part />
        <CurrentScreen />
        <next.ProblemBar.Part />
        {/* The status screen has it above its foot, which so stays where it is. */}
        {popup.screen.value.name !== 'status' && <next.UndoBar.Part />}
      </div>
      {link && <next.LinkQuestion.Part key={link.id} question={link} />}
    </>
  );
}

function CurrentScreen() {
  const { screen, app } = usePopup();
  const at = screen.value;
  if (at.name !== 'status') return <next.OtherScreen.Part at={at} />;
  return app.value?.accounts.length === 0 ? <next.FirstRunScreen.Part /> : <StatusScreen />;
}
