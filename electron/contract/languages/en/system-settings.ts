import { texts } from '../texts.ts';

/** The parts of the settings screen about starting, the system's menus and notifications. */
export const SYSTEM_SETTINGS = texts('system-settings', {
  start: {
    title: 'On this computer',
    atLogin: 'Start at login, without a window',
    offInSystem: 'Your system’s settings have it switched off, under startup apps.',
    needsApproval: 'Your system waits for you to allow it, in its settings under login items.',
    unknown: 'Only the installed app can start at login.',
    inAppMenu: 'Offer presets in the app menu',
    inAppMenuHint: 'A right click on the app shows the first five. Writes an entry of your own for this.',
  },
  notifications: {
    title: 'Notify me when',
    ended: 'A status has ended while I am here',
    unsent: 'A status was refused, or waits for long',
    signIn: 'An account needs me to sign in again',
    nudges: 'A status may be forgotten',
    nudgesHint: 'It has no end and is older than a day, or says that I am away while I am here.',
    quiet: 'Your system’s Do Not Disturb holds them back.',
  },
});
