import { Notification } from 'electron/main';

export interface DesktopNotification {
  title: string;
  body: string;
  onClick: () => void;
  /** A button; only where the system shows such. */
  action?: { label: string; run: () => void };
}

export type Notify = (notification: DesktopNotification) => void;

/** Answers a function that shows a notification of the system, and does nothing where there are none. */
export function createNotifier(icon: string): Notify {
  // One that is collected as garbage forgets its click.
  const open = new Set<Notification>();

  return ({ title, body, onClick, action }) => {
    if (!Notification.isSupported()) return;
    const actions = action ? [{ type: 'button' as const, text: action.label }] : [];
    const notification = new Notification({ title, body, icon, actions });
    const forget = () => open.delete(notification);
    notification.on('click', () => {
      forget();
      onClick();
    });
    notification.on('action', () => {
      forget();
      action?.run();
    });
    notification.on('close', forget);
    notification.on('failed', forget);
    open.add(notification);
    notification.show();
  };
}
