import type { Settings } from '../../electron/contract/app-state.ts';
import { SETTINGS } from '../../electron/contract/languages/en/settings.ts';
import { problemText } from '../../electron/contract/texts/problem-texts.ts';
import { Button } from '../parts/button.tsx';
import { Page } from '../parts/page.tsx';
import { useAppState, usePopup } from '../popup-context.ts';
import { LanguageSection } from '../settings/language-section.tsx';
import { NotificationsSection } from '../settings/notifications-section.tsx';
import { PlacesSection } from '../settings/places-section.tsx';
import { PresetShortcutsSection } from '../settings/preset-shortcuts-section.tsx';
import { StartSection } from '../settings/start-section.tsx';
import { ShortcutRecorder } from './shortcut-recorder.tsx';

const T = SETTINGS;

export function SettingsScreen() {
  const popup = usePopup();
  const { settings, appVersion, keychain } = useAppState();
  const choice = (onQuit: Settings['onQuit'], words: string) => (
    <label class="choice">
      <input
        type="radio"
        name="on-quit"
        checked={settings.onQuit === onQuit}
        onChange={() => void popup.run('change-settings', { onQuit })}
      />
      {words}
    </label>
  );
  return (
    <Page title={T.title}>
      <ShortcutRecorder />
      <PresetShortcutsSection />
      <StartSection />
      <NotificationsSection />
      <LanguageSection />
      <fieldset class="choices">
        <legend>{T.onQuit}</legend>
        {choice('keep', T.keep)}
        {choice('clear', T.clear)}
      </fieldset>
      {keychain !== 'ready' && keychain !== 'unknown' && (
        <section class="setting">
          <h2>{T.notKept}</h2>
          <p class="hint">{problemText({ code: 'keychain', state: keychain })}</p>
        </section>
      )}
      <PlacesSection />
      <div class="about">
        <span>{T.about({ version: appVersion })}</span>
        <Button onClick={() => void popup.run('quit', null)}>{T.quit}</Button>
      </div>
    </Page>
  );
}
