import { STATUS_SCREEN } from '../../electron/contract/languages/en/status-screen.ts';
import { mayAdminister } from '../people/may-administer.ts';
import { useAppState, usePopup } from '../popup-context.ts';
import { shortcutKeys } from '../shortcut-keys.ts';

export function Foot() {
  const popup = usePopup();
  const { shortcut, platform, accounts } = useAppState();
  const place = (name: 'accounts' | 'people' | 'presets' | 'settings') => (
    <button type="button" class="button plain" onClick={() => popup.go({ name })}>
      {STATUS_SCREEN.foot[name]}
    </button>
  );
  return (
    <nav class="foot" aria-label={STATUS_SCREEN.foot.label}>
      {place('accounts')}
      {mayAdminister(accounts) && place('people')}
      {place('presets')}
      {place('settings')}
      {shortcut.accelerator !== null && shortcut.registered && (
        <span class="shortcut">
          <span class="sr-only">{STATUS_SCREEN.foot.shortcut}</span>{' '}
          {shortcutKeys(shortcut.accelerator, platform).join(' ')}
        </span>
      )}
    </nav>
  );
}
