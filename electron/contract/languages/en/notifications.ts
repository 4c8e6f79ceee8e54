import { texts } from '../texts.ts';

/** Notifications of the system: a title, a line and one button each. */
export const NOTIFICATIONS = texts('notifications', {
  ended: {
    title: 'Status ended',
    body: '{status} is over.',
    /** A button: the same status once more, for 15 minutes. */
    again: '15 min longer',
  },
  unsent: {
    notSet: 'Not set on {server}',
    notCleared: 'Not cleared on {server}',
    notSetYet: 'Not set yet on {servers}',
    notClearedYet: 'Not cleared yet on {servers}',
    retry: 'Retry',
  },
  signIn: {
    title: 'Sign in to {server} again',
    body: 'Until then your status is not set there.',
    action: 'Sign in',
  },
  forgotten: {
    title: 'Still “{status}”?',
    old: 'It has no end and was set {ago}.',
    away: 'You are back, and this is what others still see.',
    clear: 'Clear',
  },
});
