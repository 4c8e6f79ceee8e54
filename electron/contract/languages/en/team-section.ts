import { texts } from '../texts.ts';

/** What a team's presets are called where they stand beside one's own: in the list of statuses and in the tray's menu. */
export const TEAM_SECTION = texts('team-section', {
  menu: 'Team presets',
  from: 'Team presets from {source}',
  named: 'Team presets of {name}, from {source}',
});
