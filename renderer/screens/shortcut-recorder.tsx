import { SETTINGS } from '../../electron/contract/languages/en/settings.ts';
import { useAppState, usePopup } from '../popup-context.ts';
import { KeyRecorder } from '../settings/key-recorder.tsx';

const T = SETTINGS;

/** The shortcut that opens the popup. */
export function ShortcutRecorder() {
  const popup = usePopup();
  const { shortcut } = useAppState();
  return (
    <section class="setting">
      <h2>{T.shortcut}</h2>
      <p class="hint">{T.shortcutHint}</p>
      <KeyRecorder
        state={shortcut}
        recordLabel={(keys) => T.recordLong({ keys })}
        removeLabel={T.off}
        removeText={T.off}
        onChange={(accelerator) => void popup.ask('change-settings', { shortcut: accelerator })}
      />
      {shortcut.unconfirmed && <p class="hint">{T.unconfirmed}</p>}
    </section>
  );
}
