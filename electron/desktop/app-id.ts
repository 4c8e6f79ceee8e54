/** What systems know the app by; the same as in the packages. */
export const APP_ID = 'app.whereabouts.Whereabouts';
