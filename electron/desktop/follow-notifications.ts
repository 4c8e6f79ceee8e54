import { powerMonitor } from 'electron/main';
import type { AppState } from '../contract/app-state.ts';
import type { PopupShown, RunCommand } from '../contract/commands.ts';
import { IDLE_AFTER_S } from './activity.ts';
import { createDueNotifications } from './due-notifications.ts';
import { notificationFor } from './notification-words.ts';
import type { Notify } from './notifications.ts';
import type { ToldNudges } from './nudges.ts';

export interface FollowNotificationsDeps {
  getState: () => AppState;
  onState: (listener: () => void) => () => void;
  isPopupShown: () => boolean;
  notify: Notify;
  toldNudges: ToldNudges;
  run: RunCommand;
  show: (shown: PopupShown) => void;
  /** Milliseconds since the epoch. */
  now: () => number;
}

const LOOK_MS = 30_000;

/**
 * Notifies of what helps. Whether the system's Do Not Disturb is on can't be asked through Electron; the system itself then
 * holds notifications back. Call after `ready`.
 */
export function followNotifications(deps: FollowNotificationsDeps): void {
  const due = createDueNotifications(deps.toldNudges);
  let timer: NodeJS.Timeout | undefined;

  const retry = (accountIds: readonly string[]) => {
    due.forget(accountIds);
    for (const accountId of accountIds) void deps.run('retry', { accountId });
  };

  function look(): void {
    const state = deps.getState();
    const now = deps.now();
    const found = due.look({ state, now, inUse, popupShown: deps.isPopupShown() });
    for (const one of found) deps.notify(notificationFor(one, now, { ...deps, retry }));
    if (!due.wantsLooks()) {
      clearInterval(timer);
      timer = undefined;
    } else timer ??= setInterval(look, LOOK_MS).unref();
  }

  look();
  deps.onState(look);
}

/** Where the system can't tell, as in some Wayland sessions, it counts as used. */
function inUse(): boolean {
  return ['active', 'unknown'].includes(powerMonitor.getSystemIdleState(IDLE_AFTER_S));
}
