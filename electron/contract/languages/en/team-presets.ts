import { texts } from '../texts.ts';

/** The screen under Settings for presets that somebody keeps for a whole team. */
export const TEAM_PRESETS = texts('team-presets', {
  title: 'Team presets',
  lead: 'Presets that somebody keeps for all of you. They stand beside your own and are read anew every hour.',
  address: 'Address',
  addressHint: 'As your administrator gave it to you, beginning with https://',
  use: 'Use',
  file: 'From a file…',
  from: 'From {source}',
  named: '{name}, from {source}',
  reading: 'Reading…',
  read: 'Read {ago}.',
  kept: 'The presets below are from the last time that it could be read.',
  refresh: 'Read now',
  remove: 'Remove',
  presets: 'Team presets',
  none: 'There are no presets for your accounts in it.',
  copy: 'Copy',
  copyLong: 'Copy {preset} to my presets',
  copied: '“{preset}” is among your presets now.',
});
