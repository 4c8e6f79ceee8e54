import { texts } from '../texts.ts';

/** What several screens of the popup share: its bars and its form buttons. */
export const POPUP = texts('popup', {
  back: 'Back',
  cancel: 'Cancel',
  save: 'Save',
  undo: 'Undo',
  dismiss: 'Dismiss',
  notices: {
    label: 'Notices',
    fileSetAside: '{file} could not be read and was set aside as {copy}. Everything else is as it was.',
    notSaved: '{file} could not be written. Check that there is room on the disk.',
    keychainReady: 'Your keychain works again; sign-ins are kept.',
  },
});
