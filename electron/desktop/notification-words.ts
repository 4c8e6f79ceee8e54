import type { PopupShown, RunCommand } from '../contract/commands.ts';
import { NOTIFICATIONS } from '../contract/languages/en/notifications.ts';
import { listed } from '../contract/languages/texts.ts';
import { agoText } from '../contract/texts/duration-texts.ts';
import { problemText } from '../contract/texts/problem-texts.ts';
import { statusText } from '../contract/texts/status-texts.ts';
import type { DueNotification } from './notification-events.ts';
import type { DesktopNotification } from './notifications.ts';

export interface NotificationActions {
  run: RunCommand;
  /** Tries again at once; another failure is news. */
  retry: (accountIds: readonly string[]) => void;
  show: (shown: PopupShown) => void;
}

const AGAIN_MINUTES = 15;

/**
 * The words of a notification and what its button does. Not every system shows buttons, so a click leads to the same, or
 * to where it is done when it would change what others see.
 */
export function notificationFor(
  due: DueNotification,
  now: number,
  { run, retry, show }: NotificationActions,
): DesktopNotification {
  const openPopup = () => show({ screen: 'status', focus: 'text' });
  switch (due.kind) {
    case 'ended': {
      const { status, accountIds } = due;
      const duration = { kind: 'minutes', minutes: AGAIN_MINUTES } as const;
      const again = () => void run('set-status', { status: { ...status, until: null }, accountIds, duration });
      const { title, body, again: label } = NOTIFICATIONS.ended;
      return { title, body: body({ status: statusText(status) }), onClick: openPopup, action: { label, run: again } };
    }
    case 'refused': {
      const { notSet, notCleared, retry: label } = NOTIFICATIONS.unsent;
      const server = due.account.serverName;
      const title = due.account.aim === 'put-back' ? notCleared({ server }) : notSet({ server });
      return unsent(title, problemText(due.problem), label, [due.account.id], retry, openPopup);
    }
    case 'waiting': {
      const { notSetYet, notClearedYet, retry: label } = NOTIFICATIONS.unsent;
      const servers = listed(due.accounts.map(({ serverName }) => serverName));
      const isEnd = due.accounts.every(({ aim }) => aim === 'put-back');
      const title = isEnd ? notClearedYet({ servers }) : notSetYet({ servers });
      const ids = due.accounts.map(({ id }) => id);
      return unsent(title, problemText(due.problem), label, ids, retry, openPopup);
    }
    case 'sign-in': {
      const { title, body, action } = NOTIFICATIONS.signIn;
      const signIn = () => show({ screen: 'add-account', focus: 'text', accountId: due.account.id });
      const words = { title: title({ server: due.account.serverName }), body };
      return { ...words, onClick: signIn, action: { label: action, run: signIn } };
    }
    case 'forgotten': {
      const { title, old, away, clear: label } = NOTIFICATIONS.forgotten;
      const body = due.why === 'old' ? old({ ago: agoText(due.since, now) }) : away;
      const clear = () => void run('clear-status', { accountIds: due.accountIds });
      const status = statusText(due.status);
      return { title: title({ status }), body, onClick: openPopup, action: { label, run: clear } };
    }
  }
}

function unsent(
  title: string,
  body: string,
  label: string,
  accountIds: string[],
  retry: NotificationActions['retry'],
  openPopup: () => void,
): DesktopNotification {
  const again = () => retry(accountIds);
  const onClick = () => {
    again();
    openPopup();
  };
  return { title, body, onClick, action: { label, run: again } };
}
