import { SETTINGS } from '../../electron/contract/languages/en/settings.ts';
import { usePopup } from '../popup-context.ts';

const T = SETTINGS.places;

/** The ways to what has a screen of its own. */
export function PlacesSection() {
  const popup = usePopup();
  const place = (name: 'exchange' | 'team-presets' | 'commands' | 'diagnostics', words: string) => (
    <button type="button" class="place" onClick={() => popup.go({ name })}>
      {words}
      <svg class="directional" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="m6 3 5 5-5 5" />
      </svg>
    </button>
  );
  return (
    <nav class="places" aria-label={T.label}>
      {place('exchange', T.exchange)}
      {place('team-presets', T.teamPresets)}
      {place('commands', T.commands)}
      {place('diagnostics', T.diagnostics)}
    </nav>
  );
}
