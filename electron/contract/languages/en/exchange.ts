import type { ImportedSetting, ImportNote, ImportRow, ImportSource } from '../../exchange.ts';
import { texts } from '../texts.ts';

/** The screen under Settings that saves presets and settings into a file and takes them from one. */
export const EXCHANGE = texts('exchange', {
  title: 'Export and import',
  export: 'Export',
  exportHint: 'Your presets and settings in one file that people can read. Passwords and keys are never in it.',
  exportButton: 'Export…',
  exported: 'Saved as {file}.',
  import: 'Import',
  importHint: 'A file from Whereabouts, from Raycast’s Slack Status (presets.json) or from slacks (.slacks.conf).',
  importButton: 'Import…',
  imported: 'Imported from {file}.',
  preview: {
    label: 'What {file} would change',
    from: {
      whereabouts: 'Presets and settings of Whereabouts',
      raycast: 'Presets of Raycast’s Slack Status',
      slacks: 'Presets of slacks',
    } as const satisfies Record<ImportSource, string>,
    mode: 'Presets that are only here',
    merge: 'Keep them',
    replace: 'Remove them',
    presets: 'Presets',
    state: {
      new: 'new',
      change: 'changes',
      same: 'stays the same',
      'only-here': 'stays',
      /** One that is only here, while `replace` is chosen. */
      removed: 'is removed',
    } as const satisfies Record<ImportRow['state'] | 'removed', string>,
    withSettings: 'Change these settings too',
    settings: {
      shortcut: 'Shortcut',
      chosenAccountIds: 'Chosen accounts',
      onQuit: 'What happens when the app quits',
      presentAccountIds: 'Accounts that show you as present',
      clearShortcut: 'Shortcut that clears',
      notifications: 'Notifications',
      language: 'Language',
      teamPresets: 'Team presets',
    } as const satisfies Record<ImportedSetting, string>,
    notes: 'Not taken over as it is',
    note: {
      'emoji-unknown': '{preset}: there is no emoji {emoji} here, so it has none.',
      'duration-unknown': '{preset}: “{duration}” is no duration, so it has no end.',
      'notifications-paused': '{preset}: silences notifications in Slack; here it sets Busy.',
      'account-unknown': 'There is no account {login} on {server} here.',
      'server-unknown': 'There is no account on {server} here.',
      'not-a-preset': 'Not a preset: {line}',
      'field-unknown': 'Unknown field: {field}',
    } as const satisfies Record<ImportNote['kind'], string>,
    nothing: 'Everything in it is here already.',
    apply: 'Import',
    cancel: 'Cancel',
  },
});
