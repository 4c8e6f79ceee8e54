import { texts } from '../texts.ts';

/** The menus that docks, task bars and app menus show for the app: its first presets, Clear and Open. */
export const LAUNCHER = texts('launcher', {
  /** The app in one line. */
  comment: 'One click tells every chat server you are on where you are.',
  open: 'Open Whereabouts',
  clear: 'Clear status',
  /** The hover over a preset. */
  set: 'Set: {status}',
});
