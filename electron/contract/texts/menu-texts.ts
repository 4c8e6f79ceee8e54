/** Every string of the native tray menu and its tooltip. The words of statuses and ends come from their own text files. */
export const MENU_TEXTS = {
  appName: 'Whereabouts',
  open: 'Open Whereabouts',
  presets: 'Presets',
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
  signInAgain: 'sign in again',
  keychainLocked: 'keychain locked',
  trouble: (accounts: number) => (accounts === 1 ? '1 account needs a look' : `${accounts} accounts need a look`),

  /** “Undo: Lunch” */
  undo: (label: string) => (label === '' ? 'Undo' : `Undo: ${label}`),
  /** A preset's line: “🍔 Lunch, 30 min”. */
  preset: (status: string, duration: string) => `${status}, ${duration}`,
  /** An account's line: “Acme: 🍔 Lunch” or “Acme: waiting, offline”. */
  account: (serverName: string, state: string) => `${serverName}: ${state}`,
  /** “🍔 Lunch, until 13:00”, or without an end just the status. */
  current: (status: string, until: string | null) => (until === null ? status : `${status}, ${until}`),
  /** What a screen reader and the mouse's hover say of the tray icon. */
  tooltip: (status: string, until: string | null, trouble: string | null) =>
    ['Whereabouts', [until === null ? status : `${status}, ${until}`, trouble].filter(Boolean).join(' – ')].join(': '),
} as const;
