import { texts } from '../texts.ts';

/** The list of accounts. */
export const ACCOUNTS = texts('accounts', {
  title: 'Accounts',
  add: 'Add account',
  empty: 'No accounts yet.',
  signedIn: 'signed in',
  demo: 'try-it server',
  showPresent: 'Show me as present while I use this computer',
  remove: 'Remove',
  removeLong: 'Remove {server}',
  confirm: 'Remove {server}? Its sign-in is deleted from this computer.',
  keep: 'Keep',
  version: '{kind} {version}',
});
