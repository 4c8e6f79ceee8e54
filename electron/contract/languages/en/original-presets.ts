import { texts } from '../texts.ts';

/** The texts of the presets that everyone starts with: what colleagues will read, so as short as one would say it. */
export const ORIGINAL_PRESETS = texts('original-presets', {
  busy: 'Busy',
  meeting: 'In a meeting',
  commuting: 'Commuting',
  sick: 'Out sick',
  vacation: 'Vacationing',
  remote: 'Working remotely',
  office: 'At the office',
});
