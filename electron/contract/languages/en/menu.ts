import { texts } from '../texts.ts';

/** The tray icon’s menu and tooltip, and what the system’s own windows say. */
export const MENU = texts('menu', {
  open: 'Open Whereabouts',
  noPresets: 'No presets',
  clear: 'Clear status',
  extend: '15 min longer',
  extendHour: '1 h longer',
  endNow: 'End now',
  availability: 'Availability',
  accounts: 'Accounts',
  addAccount: 'Add account…',
  noAccounts: 'No accounts yet',
  retry: 'Try again now',
  settings: 'Settings…',
  quit: 'Quit Whereabouts',
  mixed: 'Different on each account',
  /** Of one account, after its name. */
  signInAgain: 'sign in again',
  keychainLocked: 'keychain locked',
  trouble: '{count, plural, one {# account needs a look} other {# accounts need a look}}',
  /** “Undo: Lunch” */
  undo: 'Undo: {label}',
  /** What the mouse’s hover over the icon says, and a screen reader: the status, and what is wrong. */
  tooltip: 'Whereabouts: {status}',
  tooltipTrouble: 'Whereabouts: {status} – {trouble}',
  /** The kinds of files in the dialog that opens a list of statuses. */
  statusFiles: 'CSV or JSON',
  importFiles: 'JSON or slacks',
});
