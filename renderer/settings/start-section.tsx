import { useEffect } from 'preact/hooks';
import type { AppState } from '../../electron/contract/app-state.ts';
import { SYSTEM_SETTINGS } from '../../electron/contract/languages/en/system-settings.ts';
import { useAppState, usePopup } from '../popup-context.ts';
import { Switch } from './switch.tsx';

const T = SYSTEM_SETTINGS.start;

/** How the app starts, and where else the system shows it. */
export function StartSection() {
  const popup = usePopup();
  const { loginItem, platform, settings } = useAppState();
  // The system's own settings may have changed it since it was last read.
  useEffect(() => void popup.ask('read-login-item', null), [popup]);
  return (
    <section class="setting">
      <h2>{T.title}</h2>
      <Switch
        label={T.atLogin}
        on={loginItem === 'on' || loginItem === 'needs-approval'}
        disabled={loginItem === 'unknown'}
        hint={hintFor(loginItem)}
        onChange={(on) => void popup.run('set-login-item', { on })}
      />
      {platform === 'linux' && (
        <Switch
          label={T.inAppMenu}
          on={settings.presetsInAppMenu}
          hint={T.inAppMenuHint}
          onChange={(presetsInAppMenu) => void popup.run('change-settings', { presetsInAppMenu })}
        />
      )}
    </section>
  );
}

function hintFor(state: AppState['loginItem']): string | undefined {
  if (state === 'off-in-system') return T.offInSystem;
  if (state === 'needs-approval') return T.needsApproval;
  return state === 'unknown' ? T.unknown : undefined;
}
