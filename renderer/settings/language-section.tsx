import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { LANGUAGES } from '../../electron/contract/language.ts';
import { SETTINGS } from '../../electron/contract/languages/en/settings.ts';
import { useAppState, usePopup } from '../popup-context.ts';

const T = SETTINGS.language;
const SYSTEM = 'system';

/** Letters that come within a second of each other are one word to a list: Chromium’s type_ahead.cc. */
const WORD_MS = 1_000;

/** The popup, the menu and all else change at once; the popup stays where it is. */
export function LanguageSection() {
  const popup = usePopup();
  const { settings } = useAppState();
  const id = useId();
  const { value, choose, letter, finish } = useWordByWord(settings.language ?? SYSTEM, (tag) => {
    void popup.run('change-settings', { language: tag === SYSTEM ? null : tag });
  });
  return (
    <section class="setting">
      <h2>
        <label for={id}>{T.title}</label>
      </h2>
      <select
        id={id}
        value={value}
        onChange={(event) => choose(event.currentTarget.value)}
        onKeyDown={(event) => (event.key.length === 1 ? letter() : finish())}
        onBlur={finish}
      >
        <option value={SYSTEM}>{T.system}</option>
        {LANGUAGES.map(({ tag, name }) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </section>
  );
}

/**
 * Waits for the end of a word that is typed to choose by: in another language all is drawn anew, and the word's next
 * letter would begin another word.
 */
function useWordByWord(current: string, decide: (tag: string) => void) {
  const [chosen, setChosen] = useState<string | null>(null);
  const waiting = useRef<{ tag: string | null; timer: number } | null>(null);

  const finish = () => {
    const tag = waiting.current?.tag ?? null;
    clearTimeout(waiting.current?.timer);
    waiting.current = null;
    setChosen(null);
    if (tag !== null) decide(tag);
  };
  useEffect(() => () => clearTimeout(waiting.current?.timer), []);

  return {
    value: chosen ?? current,
    finish,
    letter() {
      clearTimeout(waiting.current?.timer);
      waiting.current = { tag: waiting.current?.tag ?? null, timer: window.setTimeout(finish, WORD_MS) };
    },
    choose(tag: string) {
      if (waiting.current === null) return decide(tag);
      waiting.current.tag = tag;
      setChosen(tag);
    },
  };
}
