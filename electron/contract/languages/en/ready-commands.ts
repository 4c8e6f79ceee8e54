import { texts } from '../texts.ts';

/** The settings page with commands to copy, and with the presets that links may set. */
export const READY_COMMANDS = texts('ready-commands', {
  title: 'Commands and links',
  lead: 'For key bindings of your desktop, Stream Decks, cron and scripts.',
  commands: 'Commands',
  clear: 'Clear status',
  toggle: 'Open or close this window',
  copy: 'Copy',
  copyLong: 'Copy the command for {name}',
  copied: 'Copied: {name}',
  links: 'Presets that links may set',
  linksHint: 'These are set without asking when a link names them.',
  noLinks: 'None. Links always ask first.',
  remove: 'Remove',
  removeLong: 'Remove {name}: links ask again',
});
