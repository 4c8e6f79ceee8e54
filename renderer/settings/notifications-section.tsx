import type { NotificationSettings } from '../../electron/contract/app-state.ts';
import { SYSTEM_SETTINGS } from '../../electron/contract/languages/en/system-settings.ts';
import { useAppState, usePopup } from '../popup-context.ts';
import { Switch } from './switch.tsx';

const T = SYSTEM_SETTINGS.notifications;

/** Which notifications are wanted; each kind by itself. */
export function NotificationsSection() {
  const popup = usePopup();
  const { notifications } = useAppState().settings;
  const kind = (name: keyof NotificationSettings, hint?: string) => (
    <Switch
      label={T[name]}
      on={notifications[name]}
      hint={hint}
      onChange={(on) => void popup.run('change-settings', { notifications: { ...notifications, [name]: on } })}
    />
  );
  return (
    <fieldset class="choices">
      <legend>{T.title}</legend>
      {kind('ended')}
      {kind('unsent')}
      {kind('signIn')}
      {kind('nudges', T.nudgesHint)}
      <p class="hint">{T.quiet}</p>
    </fieldset>
  );
}
