import { texts } from '../texts.ts';

/** The settings screen. */
export const SETTINGS = texts('settings', {
  title: 'Settings',
  shortcut: 'Shortcut',
  shortcutHint: 'Opens this window from anywhere.',
  recordLong: 'Change the shortcut, now {keys}',
  off: 'Switch off',
  unconfirmed: 'Your desktop decides whether these keys reach the app; it may ask you, or have a setting of its own.',
  language: {
    title: 'Language',
    system: 'As the system',
  },
  onQuit: 'When the app quits',
  keep: 'Leave my status as it is',
  clear: 'Clear my status',
  about: 'Whereabouts {version}',
  quit: 'Quit',
  notKept: 'Sign-ins are not kept',
  /** At the foot: screens of their own. */
  places: {
    label: 'More settings',
    exchange: 'Export and import',
    teamPresets: 'Team presets',
    commands: 'Commands and links',
    diagnostics: 'Diagnostics',
  },
});
