import { texts } from '../texts.ts';

/** Adding an account, or signing in again. */
export const SIGN_IN = texts('sign-in', {
  title: 'Add account',
  again: 'Sign in again',
  address: 'Server address',
  addressHint: 'As in your browser, such as chat.example.org',
  find: 'Continue',
  finding: 'Looking…',
  found: '{kind} {version}',
  otherServer: 'Other server',
  ways: 'How to sign in',
  way: {
    password: 'Password',
    'api-key': 'API key',
    zuliprc: 'zuliprc file',
    'access-token': 'Access token',
  },
  login: {
    email: 'E-mail',
    'email-or-user-name': 'E-mail or user name',
    'user-name': 'User name',
  },
  password: 'Password',
  apiKeyEmail: 'E-mail',
  apiKey: 'API key',
  apiKeyHint: 'In Zulip under Settings, Account & privacy.',
  userId: 'User ID',
  token: 'Personal access token',
  tokenHint: 'In Rocket.Chat under My account, Personal access tokens; both are shown once.',
  zuliprcHint: 'Zulip offers this file under Settings, Account & privacy, API key.',
  /** Names of options in the file, such as `insecure` or `cert_bundle`. */
  notUsed:
    'Not used from the file: {options}. Certificates are always checked against those that this computer trusts.',
  chooseFile: 'Choose file…',
  openSettings: 'Open these settings in the browser',
  external:
    'This server also offers {names}. That happens in a browser, which this app does not do; an API key or token works instead.',
  onlyExternal: 'This server signs people in with {names} only. That happens in a browser, which this app does not do.',
  signIn: 'Sign in',
  signingIn: 'Signing in…',
  empty: 'Fill in: {label}.',
  totp: 'Code from your authenticator app',
  emailCode: 'Code from the e-mail just sent to you',
  twoFactorLead: 'This account asks for a second proof.',
  codeShort: 'Code',
  confirm: 'Confirm',
  resend: 'Send again',
  resent: 'A new code is on its way.',
  secretNote: 'Kept in your system’s keychain and nowhere else.',
});
