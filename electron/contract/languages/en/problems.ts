import type { ProblemCode } from '../../problem.ts';
import { texts } from '../texts.ts';

/** Each problem in one or two short sentences: what happened, and what to do. */
export const PROBLEMS = texts('problems', {
  // The way to the server
  offline: 'You are offline. It will be tried again when the network is back.',
  'unknown-host': 'There is no server called {host}. Check the address, or your VPN.',
  unreachable: '{host} can’t be reached. The server may be down; try again later.',
  timeout: '{host} took too long to answer. Try again in a moment.',
  certificate: {
    expired:
      'The certificate of {host} has expired. Ask whoever runs the server to renew it; your clock may also be wrong.',
    'wrong-host': 'The certificate of {host} belongs to another address. Check the address for a typing mistake.',
    untrusted:
      'The certificate of {host} was issued by someone this computer does not trust. Ask whoever runs the server.',
  },
  redirected: '{host} sends us on to {to}. If you trust that address, use it instead.',
  /** `redirected`, where most ways of asking keep from us where to. */
  redirectedSomewhere: '{host} sends us on to another address. If you trust that address, use it instead.',
  'captive-portal':
    'Something between you and {host} answers in its place. If this Wi-Fi wants a sign-in, open a web page first.',
  'reply-too-large': '{host} sent far more than was asked for, so its answer was dropped. Try again later.',
  'bad-reply': '{host} answered with something that makes no sense here. The server may be too old or too new.',
  'server-error': '{host} has a fault of its own ({httpStatus}). Try again later.',
  'rate-limited': '{host} asks us to slow down. Try again in {duration}.',
  /** `rate-limited`, without saying for how long. */
  rateLimitedSomeTime: '{host} asks us to slow down. Try again in a moment.',

  // The address typed
  'address-empty': 'Type the address of your server, such as chat.example.org.',
  'address-invalid': 'This is not an address. Type it as in your browser, such as chat.example.org.',
  'address-insecure': 'This address is not encrypted. Use one that starts with https://.',
  'not-a-chat-server': '{host} answers, but is neither a Zulip nor a Rocket.Chat server. Check the address.',
  'no-organization': 'There is no organization at {host}. Check the part before the first dot.',
  'server-too-old': 'The server runs version {version}; at least {needed} is needed. Ask whoever runs it to update.',

  // Signing in
  'wrong-password': 'The login or the password is wrong. Check both and try again.',
  'wrong-api-key': 'The server does not know this API key for this e-mail. Copy it again from your settings there.',
  'wrong-token': 'The server does not know this token for this user ID. Create a new one in your settings there.',
  'two-factor-wrong': 'That code is wrong or too old. Type the newest one.',
  'two-factor-exhausted': 'Too many wrong codes. Wait a few minutes, then sign in from the start.',
  'password-sign-in-off': 'This server does not let people sign in with a password. Choose another way above.',
  'password-reset-needed':
    'The server wants you to choose a new password first. Do so in your browser, then come back.',
  'user-deactivated': 'This account has been deactivated. Ask an administrator of the server.',
  'organization-deactivated': '{serverName} has been deactivated. Ask whoever runs it.',
  'is-bot': 'This is a bot’s account. Sign in with your own.',
  'account-exists': 'This account is already in Whereabouts.',
  'zuliprc-invalid': {
    api: 'The file has no [api] section. Download a new zuliprc from your settings on the server.',
    email: 'The file has no line “email=”. Download a new zuliprc from your settings on the server.',
    key: 'The file has no line “key=”. Download a new zuliprc from your settings on the server.',
    site: 'The file has no line “site=”. Download a new zuliprc from your settings on the server.',
    file: 'The file can’t be read. Download a new zuliprc from your settings on the server.',
  },
  'sign-in-cancelled': 'Signing in was cancelled. Nothing was changed.',
  'signed-out': 'The server has signed you out. Sign in again.',

  keychain: {
    'no-library':
      'The system’s library for passwords (libsecret) is missing, so sign-ins can’t be kept. You will sign in again next time.',
    'no-bus': 'There is no D-Bus session here, so the keychain can’t be reached. You will sign in again next time.',
    'no-keyring':
      'No keyring is running, such as GNOME Keyring or KWallet, so sign-ins can’t be kept. You will sign in again next time.',
    locked:
      'Your keychain is locked. Unlock it to use the sign-ins kept there; until then new ones are not kept. You will sign in again next time.',
    refused:
      'The keychain refused this app. Allow Whereabouts in your keychain’s settings. You will sign in again next time.',
    hanging:
      'The keychain does not answer. It may be waiting for you in a window of its own. You will sign in again next time.',
  },

  // The status itself
  'nothing-to-set': 'There is nothing to set yet. Choose an emoji, type a text or pick an availability.',
  'text-too-long':
    '{max, plural, one {The text is too long: {length} of # character. Shorten it by {over}.} other {The text is too long: {length} of # characters. Shorten it by {over}.}}',
  'emoji-unknown': 'This server has no {emoji}. Choose another emoji.',
  'emoji-deactivated': '{emoji} has been taken out of use on this server. Choose another emoji.',
  'text-change-not-allowed': 'Administrators of this server don’t let people change their status text.',
  'invisible-not-allowed': 'This server does not let people be invisible. Pick another availability.',
  'presence-disabled': 'This server shows nobody’s availability, so it can’t be changed there.',
  'not-permitted': 'You lack the permission for this. Ask an administrator of the server.',
  'not-applied': 'The server said yes but did not take over {parts}. Try again.',
  /** One of the `parts` above, from `statuses`; the language’s own joining of them follows. */
  notAppliedPart: 'the {part}',
  notAppliedAnything: 'The server said yes but did not take it over. Try again.',
  'end-in-the-past': 'The end is already over. Choose a later one.',
  'no-accounts': 'No account is chosen. Choose at least one.',
  refused: 'The server refused: “{message}”.',

  // Administration
  'rights-unknown': 'The server has not said yet whether you may do this. Try again in a moment.',
  'administrator-needed': 'Only administrators of this organization can do this. You are not one of them.',
  'permission-missing': 'Your role there lacks the permission “{permission}”. Ask an administrator of the workspace.',
  'not-on-this-server': 'This kind of server has nothing of the sort.',
  'workspace-status-name-empty': 'A workspace status needs a name.',
  'workspace-status-name-forbidden-characters': 'A name can’t contain {characters}. Take that out.',
  'workspace-status-name-in-use': 'There is a workspace status called “{name}” already.',
  'workspace-status-type-invalid':
    'The workspace does not know the availability “{type}”. Choose Online, Away, Busy or Offline.',
  'workspace-status-gone': 'Somebody has deleted this workspace status meanwhile. You can create it again.',
  'workspace-status-not-confirmed':
    'The workspace took the status but could not find it again. Look at the list before you try once more.',
  'file-not-chosen': 'No file was chosen.',
  'status-file-invalid': {
    unreadable: 'The file can’t be read. Check that it is still there and is text.',
    'too-large': 'The file is too large. A list of statuses has at most 256 kB.',
    'not-json': 'The file is not valid JSON. Use a list of objects with “name” and “availability”.',
    'no-names': 'The file has no column “name”. Its first line should read “name,availability”.',
    'no-rows': 'The file has no statuses in it.',
  },
  'person-unknown': 'The server does not know this person any more. Look for them again.',
  'person-is-you': 'This is you. Set your own status on the first screen.',
  'emoji-name-missing': 'The server got an emoji’s code without its name. Choose the emoji again.',
  'emoji-name-wrong': 'The server calls {emoji} by another name. Choose another emoji.',
  'emoji-code-wrong': '{emoji} is not among the server’s Unicode emoji. Choose another one.',
  'emoji-type-wrong': 'The server does not know this type of emoji. Choose another emoji.',
  'custom-emoji-unknown': 'This organization has no emoji of its own called {emoji}. Choose another one.',
  'custom-emoji-renamed': 'The organization’s own emoji {emoji} has another name now. Choose it again.',
  // Files and addresses of presets
  'import-file': {
    unreadable: 'The file can’t be read. Check that it is still there and is text.',
    'too-large': 'The file is too large. Presets and settings have at most 256 kB.',
    'not-json': 'The file is not valid JSON. It may be cut off, or a comma or quote may be missing.',
    unknown: 'These are neither presets of Whereabouts, nor of Raycast’s Slack Status, nor of slacks.',
    newer: 'The file comes from a newer Whereabouts. Update this one first.',
    'no-presets': 'The file has no presets of Whereabouts in it.',
  },
  /** A hint about the field follows. What stands in straight quotes is typed exactly so. */
  'import-field': {
    inFile: '“{field}” in the file is not as it should be.',
    inPreset: '“{field}” of preset {preset} is not as it should be.',
    hint: {
      emoji: 'It is an emoji such as "🍔", or a name such as ":hamburger:".',
      text: 'A preset needs a text of at most 1,000 characters, or an emoji.',
      availability: 'It is "online", "away", "busy" or "invisible".',
      duration: 'It is "none", "45m", "1h30", "17:00", "tomorrow" or "monday".',
      then: 'It is "clear" or "restore".',
      accounts: 'It is a list of {example}.',
      presets: 'It is a list of at most 500 presets, each in braces.',
      other: 'Nothing was changed.',
    },
  },
  'presets-not-there': '{host} has no presets at this address ({httpStatus}). Check it, or ask who gave it to you.',

  // This app
  'preset-name-empty': 'A preset needs a text; it is also its name.',
  'not-found': 'That is no longer there.',
  'shortcut-taken': '{accelerator} belongs to another app. Choose other keys; the last good ones stay.',
  'shortcut-invalid': '{accelerator} can’t be a shortcut. Use Ctrl, Alt or Command with another key.',
  'shortcut-needed-elsewhere': 'Every app needs {accelerator} for itself. Choose other keys.',
  'shortcut-in-use':
    '{does, select, open {{accelerator} opens this window already.} clear {{accelerator} clears your status already.} other {{accelerator} sets “{name}” already.}} Choose other keys, or change that one first.',
  'login-item-not-changed': 'The system did not let this be changed. Look in its own settings for login items.',
  'not-saved': 'This could not be written to the disk. Check that there is room, then try again.',
  'bad-argument': 'Something in this request was not understood. Check what you typed.',
  internal: 'Something went wrong inside Whereabouts. Try again; if it stays, restart the app.',
} as const satisfies Record<ProblemCode, string | object> & Record<string, unknown>);
