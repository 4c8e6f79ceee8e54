import type { KeychainState, Problem, ProblemCode } from '../problem.ts';

/** A function of the very problem that carries the code, so that no text can reach for a field it does not have. */
type ProblemTexts = { [C in ProblemCode]: (problem: Extract<Problem, { code: C }>) => string };

const SIGN_IN_AGAIN = 'You will sign in again next time.';

const KEYCHAIN_TEXTS: Record<Exclude<KeychainState, 'ready' | 'unknown'>, string> = {
  'no-library': `The system’s library for passwords (libsecret) is missing, so sign-ins can’t be kept. ${SIGN_IN_AGAIN}`,
  'no-bus': `There is no D-Bus session here, so the keychain can’t be reached. ${SIGN_IN_AGAIN}`,
  'no-keyring': `No keyring is running, such as GNOME Keyring or KWallet, so sign-ins can’t be kept. ${SIGN_IN_AGAIN}`,
  locked: `Your keychain is locked. Unlock it to use the sign-ins kept there; until then new ones are not kept. ${SIGN_IN_AGAIN}`,
  refused: `The keychain refused this app. Allow Whereabouts in your keychain’s settings. ${SIGN_IN_AGAIN}`,
  hanging: `The keychain does not answer. It may be waiting for you in a window of its own. ${SIGN_IN_AGAIN}`,
};

const CERTIFICATE_TEXTS = {
  expired: 'has expired. Ask whoever runs the server to renew it; your clock may also be wrong',
  'wrong-host': 'belongs to another address. Check the address for a typing mistake',
  untrusted: 'was issued by someone this computer does not trust. Ask whoever runs the server',
} as const;

const ZULIPRC_TEXTS = {
  api: 'has no [api] section',
  email: 'has no line “email=”',
  key: 'has no line “key=”',
  site: 'has no line “site=”',
  file: 'can’t be read',
} as const;

const STATUS_FILE_TEXTS = {
  unreadable: 'The file can’t be read. Check that it is still there and is text.',
  'too-large': 'The file is too large. A list of statuses has at most 256 kB.',
  'not-json': 'The file is not valid JSON. Use a list of objects with “name” and “availability”.',
  'no-names': 'The file has no column “name”. Its first line should read “name,availability”.',
  'no-rows': 'The file has no statuses in it.',
} as const;

const IMPORT_FILE_TEXTS = {
  unreadable: 'The file can’t be read. Check that it is still there and is text.',
  'too-large': 'The file is too large. Presets and settings have at most 256 kB.',
  'not-json': 'The file is not valid JSON. It may be cut off, or a comma or quote may be missing.',
  unknown: 'These are neither presets of Whereabouts, nor of Raycast’s Slack Status, nor of slacks.',
  newer: 'The file comes from a newer Whereabouts. Update this one first.',
  'no-presets': 'The file has no presets of Whereabouts in it.',
} as const;

/** What each field may hold; a setting has no words of its own. */
const IMPORT_FIELD_TEXTS: Record<string, string> = {
  emoji: 'It is an emoji such as "🍔", or a name such as ":hamburger:".',
  fallbackEmoji: 'It is an emoji such as "🍔", or a name such as ":hamburger:".',
  text: 'A preset needs a text of at most 1,000 characters, or an emoji.',
  availability: 'It is "online", "away", "busy" or "invisible".',
  duration: 'It is "none", "45m", "1h30", "17:00", "tomorrow" or "monday".',
  then: 'It is "clear" or "restore".',
  accounts: 'It is a list of { "server": "https://…", "login": "…" }.',
  presets: 'It is a list of at most 500 presets, each in braces.',
};

const TEXTS: ProblemTexts = {
  // The way to the server
  offline: () => 'You are offline. It will be tried again when the network is back.',
  'unknown-host': ({ host }) => `There is no server called ${host}. Check the address, or your VPN.`,
  unreachable: ({ host }) => `${host} can’t be reached. The server may be down; try again later.`,
  timeout: ({ host }) => `${host} took too long to answer. Try again in a moment.`,
  certificate: ({ host, reason }) => `The certificate of ${host} ${CERTIFICATE_TEXTS[reason]}.`,
  redirected: ({ host, to }) =>
    // Where to is kept from us by most ways of asking.
    `${host} sends us on to ${to || 'another address'}. If you trust that address, use it instead.`,
  'captive-portal': ({ host }) =>
    `Something between you and ${host} answers in its place. If this Wi-Fi wants a sign-in, open a web page first.`,
  'reply-too-large': ({ host }) =>
    `${host} sent far more than was asked for, so its answer was dropped. Try again later.`,
  'bad-reply': ({ host }) =>
    `${host} answered with something that makes no sense here. The server may be too old or too new.`,
  'server-error': ({ host, httpStatus }) => `${host} has a fault of its own (${httpStatus}). Try again later.`,
  'rate-limited': ({ host, waitMs }) => `${host} asks us to slow down. Try again ${waitWords(waitMs)}.`,

  // The address typed
  'address-empty': () => 'Type the address of your server, such as chat.example.org.',
  'address-invalid': () => 'This is not an address. Type it as in your browser, such as chat.example.org.',
  'address-insecure': () => 'This address is not encrypted. Use one that starts with https://.',
  'not-a-chat-server': ({ host }) =>
    `${host} answers, but is neither a Zulip nor a Rocket.Chat server. Check the address.`,
  'no-organization': ({ host }) => `There is no organization at ${host}. Check the part before the first dot.`,
  'server-too-old': ({ version, needed }) =>
    `The server runs version ${version}; at least ${needed} is needed. Ask whoever runs it to update.`,

  // Signing in
  'wrong-password': () => 'The login or the password is wrong. Check both and try again.',
  'wrong-api-key': () =>
    'The server does not know this API key for this e-mail. Copy it again from your settings there.',
  'wrong-token': () => 'The server does not know this token for this user ID. Create a new one in your settings there.',
  'two-factor-wrong': () => 'That code is wrong or too old. Type the newest one.',
  'two-factor-exhausted': () => 'Too many wrong codes. Wait a few minutes, then sign in from the start.',
  'password-sign-in-off': () => 'This server does not let people sign in with a password. Choose another way above.',
  'password-reset-needed': () =>
    'The server wants you to choose a new password first. Do so in your browser, then come back.',
  'user-deactivated': () => 'This account has been deactivated. Ask an administrator of the server.',
  'organization-deactivated': ({ serverName }) => `${serverName} has been deactivated. Ask whoever runs it.`,
  'is-bot': () => 'This is a bot’s account. Sign in with your own.',
  'account-exists': () => 'This account is already in Whereabouts.',
  'zuliprc-invalid': ({ missing }) =>
    `The file ${ZULIPRC_TEXTS[missing]}. Download a new zuliprc from your settings on the server.`,
  'sign-in-cancelled': () => 'Signing in was cancelled. Nothing was changed.',
  'signed-out': () => 'The server has signed you out. Sign in again.',

  keychain: ({ state }) => KEYCHAIN_TEXTS[state],

  // The status itself
  'nothing-to-set': () => 'There is nothing to set yet. Choose an emoji, type a text or pick an availability.',
  'text-too-long': ({ length, max }) =>
    `The text is too long: ${length} of ${max} characters. Shorten it by ${length - max}.`,
  'emoji-unknown': ({ emoji }) => `This server has no ${emoji}. Choose another emoji.`,
  'emoji-deactivated': ({ emoji }) => `${emoji} has been taken out of use on this server. Choose another emoji.`,
  'text-change-not-allowed': () => 'Administrators of this server don’t let people change their status text.',
  'invisible-not-allowed': () => 'This server does not let people be invisible. Pick another availability.',
  'presence-disabled': () => 'This server shows nobody’s availability, so it can’t be changed there.',
  'not-permitted': () => 'You lack the permission for this. Ask an administrator of the server.',
  'not-applied': ({ what }) => `The server said yes but did not take over ${listWords(what)}. Try again.`,
  'end-in-the-past': () => 'The end is already over. Choose a later one.',
  'no-accounts': () => 'No account is chosen. Choose at least one.',
  refused: ({ message }) => `The server refused: “${message}”.`,

  // Administration
  'rights-unknown': () => 'The server has not said yet whether you may do this. Try again in a moment.',
  'administrator-needed': () => 'Only administrators of this organization can do this. You are not one of them.',
  'permission-missing': ({ permission }) =>
    `Your role there lacks the permission “${permission}”. Ask an administrator of the workspace.`,
  'not-on-this-server': () => 'This kind of server has nothing of the sort.',
  'workspace-status-name-empty': () => 'A workspace status needs a name.',
  'workspace-status-name-forbidden-characters': ({ characters }) =>
    `A name can’t contain ${characters}. Take that out.`,
  'workspace-status-name-in-use': ({ name }) => `There is a workspace status called “${name}” already.`,
  'workspace-status-type-invalid': ({ type }) =>
    `The workspace does not know the availability “${type}”. Choose Online, Away, Busy or Offline.`,
  'workspace-status-gone': () => 'Somebody has deleted this workspace status meanwhile. You can create it again.',
  'workspace-status-not-confirmed': () =>
    'The workspace took the status but could not find it again. Look at the list before you try once more.',
  'file-not-chosen': () => 'No file was chosen.',
  'status-file-invalid': ({ reason }) => STATUS_FILE_TEXTS[reason],
  'person-unknown': () => 'The server does not know this person any more. Look for them again.',
  'person-is-you': () => 'This is you. Set your own status on the first screen.',
  'emoji-name-missing': () => 'The server got an emoji’s code without its name. Choose the emoji again.',
  'emoji-name-wrong': ({ emoji }) => `The server calls ${emoji} by another name. Choose another emoji.`,
  'emoji-code-wrong': ({ emoji }) => `${emoji} is not among the server’s Unicode emoji. Choose another one.`,
  'emoji-type-wrong': () => 'The server does not know this type of emoji. Choose another emoji.',
  'custom-emoji-unknown': ({ emoji }) =>
    `This organization has no emoji of its own called ${emoji}. Choose another one.`,
  'custom-emoji-renamed': ({ emoji }) => `The organization’s own emoji ${emoji} has another name now. Choose it again.`,
  // Files and addresses of presets
  'import-file': ({ reason }) => IMPORT_FILE_TEXTS[reason],
  'import-field': ({ preset, field }) =>
    preset === null
      ? `“${field}” in the file is not as it should be. ${IMPORT_FIELD_TEXTS[field] ?? 'Nothing was changed.'}`
      : `“${field}” of preset ${preset} is not as it should be. ${IMPORT_FIELD_TEXTS[field] ?? 'Nothing was changed.'}`,
  'presets-not-there': ({ host, httpStatus }) =>
    `${host} has no presets at this address (${httpStatus}). Check it, or ask who gave it to you.`,

  // This app
  'preset-name-empty': () => 'A preset needs a text; it is also its name.',
  'not-found': () => 'That is no longer there.',
  'shortcut-taken': ({ accelerator }) =>
    `${accelerator} belongs to another app. Choose other keys; the last good ones stay.`,
  'shortcut-invalid': ({ accelerator }) =>
    `${accelerator} can’t be a shortcut. Use Ctrl, Alt or Command with another key.`,
  'not-saved': () => 'This could not be written to the disk. Check that there is room, then try again.',
  'bad-argument': () => 'Something in this request was not understood. Check what you typed.',
  internal: () => 'Something went wrong inside Whereabouts. Try again; if it stays, restart the app.',
};

/** One or two short sentences: what happened, and what to do. */
export function problemText(problem: Problem): string {
  // The table has a function for exactly this code; TypeScript can't follow that through a union.
  return (TEXTS[problem.code] as (problem: Problem) => string)(problem);
}

function waitWords(waitMs: number | null): string {
  if (waitMs === null) return 'in a moment';
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return seconds < 90 ? `in ${seconds} s` : `in ${Math.ceil(seconds / 60)} min`;
}

function listWords(words: string[]): string {
  if (words.length === 0) return 'it';
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(words.map((word) => `the ${word}`));
}
