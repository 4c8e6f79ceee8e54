import { useId } from 'preact/hooks';
import { LANGUAGES } from '../../electron/contract/language.ts';
import { SETTINGS } from '../../electron/contract/languages/en/settings.ts';
import { useAppState, usePopup } from '../popup-context.ts';

const T = SETTINGS.language;
const SYSTEM = 'system';

/** The popup, the menu and all else change at once; the popup stays where it is. */
export function LanguageSection() {
  const popup = usePopup();
  const { settings } = useAppState();
  const id = useId();
  const change = (tag: string) => void popup.run('change-settings', { language: tag === SYSTEM ? null : tag });
  return (
    <section class="setting">
      <h2>
        <label for={id}>{T.title}</label>
      </h2>
      <select id={id} value={settings.language ?? SYSTEM} onChange={(event) => change(event.currentTarget.value)}>
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
