import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { SETTINGS } from '../../electron/contract/languages/en/settings.ts';
import { problemText } from '../../electron/contract/texts/problem-texts.ts';
import { Button } from '../parts/button.tsx';
import { ProblemLine } from '../parts/field.tsx';
import { useAppState, usePopup } from '../popup-context.ts';
import { hearShortcut, shortcutKeys } from '../shortcut-keys.ts';
import type { Popup } from '../state.ts';

const T = SETTINGS;

/** Shows the shortcut and listens for another. Global shortcuts are silent meanwhile, so that the keys arrive here. */
export function ShortcutRecorder() {
  const popup = usePopup();
  const { shortcut, platform } = useAppState();
  const [recording, setRecording] = useState(false);
  const keys = shortcut.accelerator === null ? [] : shortcutKeys(shortcut.accelerator, platform);
  return (
    <section class="setting">
      <h2>{T.shortcut}</h2>
      <p class="hint">{T.shortcutHint}</p>
      {recording ? (
        <Listening popup={popup} stop={() => setRecording(false)} />
      ) : (
        <div class="setting-row">
          <span class="keys">{keys.length === 0 ? T.none : keys.map((key) => <kbd key={key}>{key}</kbd>)}</span>
          <Button label={T.recordLong({ keys: keys.join(' ') || T.none })} onClick={() => setRecording(true)}>
            {T.record}
          </Button>
          {shortcut.accelerator !== null && (
            <Button look="plain" onClick={() => void popup.run('change-settings', { shortcut: null })}>
              {T.off}
            </Button>
          )}
        </div>
      )}
      <ProblemLine text={shortcut.problem && problemText(shortcut.problem)} />
      {shortcut.unconfirmed && <p class="hint">{T.unconfirmed}</p>}
      {shortcut.accelerator !== null && !shortcut.registered && !shortcut.problem && !recording && (
        <p class="hint">{T.notRegistered}</p>
      )}
    </section>
  );
}

function Listening({ popup, stop }: { popup: Popup; stop: () => void }) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState<string | null>(null);

  useEffect(() => {
    void popup.ask('record-shortcut', { recording: true });
    box.current?.focus();
    return () => void popup.ask('record-shortcut', { recording: false });
  }, [popup]);

  const onKeyDown = (event: KeyboardEvent) => {
    // The Tab key alone must still lead out of here.
    if (event.key === 'Tab' && !event.ctrlKey && !event.metaKey && !event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return stop();
    const heard = hearShortcut(event, popup.app.value?.platform ?? 'linux');
    if (heard === 'more') return;
    if (heard === 'no-modifier') return setRefusal(T.needsModifier);
    stop();
    void popup.run('change-settings', { shortcut: heard.accelerator });
  };

  return (
    <div>
      <input
        class="recorder"
        type="text"
        readOnly
        ref={box}
        value={T.recording}
        aria-label={T.recording}
        aria-describedby={id}
        onKeyDown={onKeyDown}
        onBlur={stop}
      />
      <p class="hint" id={id}>
        {T.recordingHint}
      </p>
      <ProblemLine text={refusal} />
    </div>
  );
}
