import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AppState } from '../../electron/contract/app-state.ts';
import { SHORTCUTS } from '../../electron/contract/languages/en/shortcuts.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import type { ShortcutState } from '../../electron/contract/shortcut.ts';
import { problemText } from '../../electron/contract/texts/problem-texts.ts';
import { Button } from '../parts/button.tsx';
import { ProblemLine } from '../parts/field.tsx';
import { useAppState, usePopup } from '../popup-context.ts';
import { shortcutKeys } from '../shortcut-keys.ts';
import { type Heard, hearShortcut } from './hear-shortcut.ts';

const T = SHORTCUTS;

interface Props {
  state: ShortcutState;
  /** What a screen reader calls the buttons, given the keys in words. */
  recordLabel: (keys: string) => string;
  removeLabel: string;
  removeText: string;
  onChange: (accelerator: string | null) => void;
}

/** The keys of a shortcut, and the buttons to record others. What is wrong with them is said below. */
export function KeyRecorder({ state, recordLabel, removeLabel, removeText, onChange }: Props) {
  const { platform } = useAppState();
  const { recording, start, stop } = useRecording();
  const keys = state.accelerator === null ? [] : shortcutKeys(state.accelerator, platform);
  const words = keys.length === 0 ? T.none : keys.join(' ');
  const idle = state.accelerator !== null && !state.registered && state.problem === null;
  return (
    <>
      {recording ? (
        <Listening stop={stop} onHeard={onChange} />
      ) : (
        <div class="setting-row">
          <span class="keys">{keys.length === 0 ? T.none : keys.map((key) => <kbd key={key}>{key}</kbd>)}</span>
          <Button label={recordLabel(words)} onClick={start}>
            {T.record}
          </Button>
          {state.accelerator !== null && (
            <Button look="plain" label={removeLabel} onClick={() => onChange(null)}>
              {removeText}
            </Button>
          )}
        </div>
      )}
      <ProblemLine text={state.problem && problemText(withKeys(state.problem, platform))} />
      {idle && !recording && <p class="hint">{T.notRegistered}</p>}
    </>
  );
}

/** Recording begins when main has made the global shortcuts silent, so that none of them takes the keys that are asked for. */
function useRecording() {
  const popup = usePopup();
  const [wanted, setWanted] = useState(false);
  const [silent, setSilent] = useState(false);
  useEffect(() => {
    if (!wanted) return;
    let over = false;
    void popup.ask('record-shortcut', { recording: true }).then(() => {
      if (!over) setSilent(true);
    });
    return () => {
      over = true;
      setSilent(false);
      void popup.ask('record-shortcut', { recording: false });
    };
  }, [popup, wanted]);
  return { recording: wanted && silent, start: () => setWanted(true), stop: () => setWanted(false) };
}

/** With the keys as they stand on the keyboard. */
function withKeys(problem: Problem, platform: AppState['platform']): Problem {
  if (!('accelerator' in problem)) return problem;
  return { ...problem, accelerator: shortcutKeys(problem.accelerator, platform).join(' ') };
}

function refusalText(heard: Exclude<Heard, 'more' | { accelerator: string }>): string {
  if (heard === 'no-modifier') return T.needsModifier;
  return heard === 'types-characters' ? T.typesCharacters : T.notUsable;
}

/** Listens for keys. */
function Listening({ stop, onHeard }: { stop: () => void; onHeard: (accelerator: string) => void }) {
  const { platform } = useAppState();
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState<string | null>(null);

  useLayoutEffect(() => box.current?.focus(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    // The Tab key alone must still lead out of here.
    if (event.key === 'Tab' && !event.ctrlKey && !event.metaKey && !event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return stop();
    const heard = hearShortcut(event, platform);
    if (heard === 'more') return;
    if (typeof heard === 'string') return setRefusal(refusalText(heard));
    stop();
    onHeard(heard.accelerator);
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
