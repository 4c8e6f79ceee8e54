/** Starts the app without its popup, also at the first run: at login, and for a command, nobody has asked for a window. */
export const HIDDEN_SWITCH = '--hidden';
