import { SHORTCUTS } from '../../electron/contract/languages/en/shortcuts.ts';
import { NO_SHORTCUT, type ShortcutState, type ShortcutUse } from '../../electron/contract/shortcut.ts';
import { statusText } from '../../electron/contract/texts/status-texts.ts';
import { Button } from '../parts/button.tsx';
import { useAppState, usePopup } from '../popup-context.ts';
import { KeyRecorder } from './key-recorder.tsx';

const T = SHORTCUTS;

/** A shortcut for clearing, and one for each preset. */
export function PresetShortcutsSection() {
  const popup = usePopup();
  const { presets, clearShortcut, presetShortcuts } = useAppState();
  const states = [clearShortcut, ...Object.values(presetShortcuts)];
  return (
    <section class="setting">
      <h2>{T.title}</h2>
      <p class="hint">{T.hint}</p>
      <ul class="shortcut-list">
        <ShortcutItem use={{ does: 'clear' }} name={T.clear} state={clearShortcut} />
        {presets.map((preset) => (
          <ShortcutItem
            key={preset.id}
            use={{ does: 'preset', presetId: preset.id }}
            name={statusText(preset)}
            state={presetShortcuts[preset.id] ?? NO_SHORTCUT}
          />
        ))}
      </ul>
      {states.some(({ unconfirmed }) => unconfirmed) && (
        <div class="setting-row">
          <p class="hint">{T.unconfirmed}</p>
          <Button onClick={() => popup.go({ name: 'commands' })}>{T.copyCommand}</Button>
        </div>
      )}
    </section>
  );
}

function ShortcutItem({ use, name, state }: { use: ShortcutUse; name: string; state: ShortcutState }) {
  const popup = usePopup();
  return (
    <li aria-label={name}>
      <span class="shortcut-name">{name}</span>
      <KeyRecorder
        state={state}
        recordLabel={(keys) => T.recordLong({ name, keys })}
        removeLabel={T.removeLong({ name })}
        removeText={T.remove}
        onChange={(accelerator) => void popup.ask('change-shortcut', { use, accelerator })}
      />
    </li>
  );
}
