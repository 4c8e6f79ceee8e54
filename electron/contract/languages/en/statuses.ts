import { texts } from '../texts.ts';

/** How a status and what became of it are called, in the popup, the menu, notifications and on the command line. */
export const STATUSES = texts('statuses', {
  none: 'No status',
  availability: { online: 'Online', away: 'Away', busy: 'Busy', invisible: 'Invisible' },
  /** Of one account, after its name or in its line. */
  outcome: {
    sending: 'sending…',
    applied: 'set',
    waiting: 'waiting, {why}',
    rejected: 'not set, {why}',
    superseded: 'changed elsewhere',
  },
  /** The parts of a status, for when a server leaves one out. */
  part: { text: 'text', emoji: 'emoji', availability: 'availability', end: 'end' },
});
