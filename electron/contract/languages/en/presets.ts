import { texts } from '../texts.ts';

/** The list of presets, and the form of one. */
export const PRESETS = texts('presets', {
  title: 'Presets',
  add: 'New preset',
  edit: 'Edit',
  remove: 'Delete {name}',
  move: 'Move {name}',
  moveHint: 'Alt with ↑ or ↓ moves it; dragging does too.',
  moved: '{name} is now {place} of {count}.',
  restore: 'Restore the originals',
  empty: 'No presets. Make one, or restore the originals.',
  formNew: 'New preset',
  formEdit: 'Edit preset',
  accounts: 'Accounts',
  chosen: 'Those chosen in the popup',
  availability: 'Availability',
  duration: 'How long',
  emoji: 'Emoji',
  text: 'Text',
  onlyThese: 'Only these',
  make: 'Make this a workspace status',
  makeLong: 'Make this a workspace status of {server}',
  made: 'Everyone on {server} can choose “{name}” now.',
});
