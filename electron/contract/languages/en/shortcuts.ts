import { texts } from '../texts.ts';

/** The part of the settings screen with the system-wide shortcuts of presets, and what any recorder of keys says. */
export const SHORTCUTS = texts('shortcuts', {
  title: 'Shortcuts for statuses',
  hint: 'Set a status from anywhere, without this window.',
  clear: 'Clear status',
  none: 'None',
  record: 'Change',
  /** What a screen reader says of “Change”. */
  recordLong: 'Change the keys for {name}, now {keys}',
  remove: 'Remove',
  removeLong: 'Remove the shortcut of {name}',
  recording: 'Press the keys…',
  recordingHint: 'Esc keeps the old ones.',
  needsModifier: 'Use Ctrl, Alt or Command together with another key.',
  notUsable: 'This key can’t be a shortcut. Media keys stay with what is playing.',
  /** AltGr is a key of many keyboards that types further characters. */
  typesCharacters: 'AltGr types characters here. Use Ctrl or Alt instead.',
  notRegistered: 'These keys are not active just now.',
  /** Where the system does not tell whether it took the keys. */
  unconfirmed:
    'Registered; confirm in your system’s settings that these keys reach the app. You can also bind a command there instead.',
  /** A button behind that: leads to the commands. */
  copyCommand: 'Copy a command instead',
});
