/**
 * Everything a user can meet that stops a wish from coming true. The words stand in `problem-texts.ts`; a problem
 * carries only what those words need, never a reply's body or a secret.
 */
export type Problem =
  // The way to the server
  | { code: 'offline' }
  | { code: 'unknown-host'; host: string }
  | { code: 'unreachable'; host: string }
  | { code: 'timeout'; host: string }
  /** `notUsed`: options of a chosen file that would have had to do with it, and are not obeyed. */
  | { code: 'certificate'; host: string; reason: 'expired' | 'wrong-host' | 'untrusted'; notUsed?: string[] }
  | { code: 'redirected'; host: string; to: string }
  | { code: 'captive-portal'; host: string }
  | { code: 'reply-too-large'; host: string }
  | { code: 'bad-reply'; host: string }
  | { code: 'server-error'; host: string; httpStatus: number }
  | { code: 'rate-limited'; host: string; waitMs: number | null }
  // The address typed
  | { code: 'address-empty' }
  | { code: 'address-invalid' }
  | { code: 'address-insecure' }
  | { code: 'not-a-chat-server'; host: string }
  | { code: 'no-organization'; host: string }
  | { code: 'server-too-old'; version: string; needed: string }
  // Signing in
  | { code: 'wrong-password' }
  | { code: 'wrong-api-key' }
  | { code: 'wrong-token' }
  | { code: 'two-factor-wrong' }
  | { code: 'two-factor-exhausted' }
  | { code: 'password-sign-in-off' }
  | { code: 'password-reset-needed' }
  | { code: 'user-deactivated' }
  | { code: 'organization-deactivated'; serverName: string }
  | { code: 'is-bot' }
  | { code: 'account-exists' }
  | { code: 'zuliprc-invalid'; missing: 'api' | 'email' | 'key' | 'site' | 'file' }
  | { code: 'sign-in-cancelled' }
  | { code: 'signed-out' }
  // The keychain
  | { code: 'keychain'; state: Exclude<KeychainState, 'ready' | 'unknown'> }
  // The status itself
  | { code: 'nothing-to-set' }
  | { code: 'text-too-long'; length: number; max: number }
  | { code: 'emoji-unknown'; emoji: string }
  | { code: 'emoji-deactivated'; emoji: string }
  | { code: 'text-change-not-allowed' }
  | { code: 'invisible-not-allowed' }
  | { code: 'presence-disabled' }
  | { code: 'not-permitted' }
  | { code: 'not-applied'; what: string[] }
  | { code: 'end-in-the-past' }
  | { code: 'no-accounts' }
  | { code: 'refused'; message: string }
  // Administration
  | { code: 'rights-unknown' }
  | { code: 'administrator-needed' }
  | { code: 'permission-missing'; permission: string }
  | { code: 'not-on-this-server' }
  | { code: 'workspace-status-name-empty' }
  | { code: 'workspace-status-name-forbidden-characters'; characters: string }
  | { code: 'workspace-status-name-in-use'; name: string }
  | { code: 'workspace-status-type-invalid'; type: string }
  | { code: 'workspace-status-gone' }
  | { code: 'workspace-status-not-confirmed' }
  | { code: 'file-not-chosen' }
  | { code: 'status-file-invalid'; reason: 'unreadable' | 'too-large' | 'not-json' | 'no-names' | 'no-rows' }
  | { code: 'person-unknown' }
  | { code: 'person-is-you' }
  | { code: 'emoji-name-missing' }
  | { code: 'emoji-name-wrong'; emoji: string }
  | { code: 'emoji-code-wrong'; emoji: string }
  | { code: 'emoji-type-wrong' }
  | { code: 'custom-emoji-unknown'; emoji: string }
  | { code: 'custom-emoji-renamed'; emoji: string }
  // Files and addresses of presets
  | { code: 'import-file'; reason: 'unreadable' | 'too-large' | 'not-json' | 'unknown' | 'newer' | 'no-presets' }
  /** `preset` counts from 1; null: not of a preset. */
  | { code: 'import-field'; preset: number | null; field: string }
  | { code: 'presets-not-there'; host: string; httpStatus: number }
  // This app
  | { code: 'preset-name-empty' }
  | { code: 'not-found' }
  | { code: 'shortcut-taken'; accelerator: string }
  | { code: 'shortcut-invalid'; accelerator: string }
  | { code: 'shortcut-needed-elsewhere'; accelerator: string }
  /** `name` is the preset's, else empty. */
  | { code: 'shortcut-in-use'; accelerator: string; does: 'open' | 'clear' | 'preset'; name: string }
  | { code: 'login-item-not-changed' }
  | { code: 'not-saved' }
  | { code: 'bad-argument' }
  | { code: 'internal' };

export type ProblemCode = Problem['code'];

/** Why secrets can or can't be kept. Only `ready` keeps them; with any other they live in memory until the app quits. */
export type KeychainState =
  | 'unknown'
  | 'ready'
  | 'no-library'
  | 'no-bus'
  | 'no-keyring'
  | 'locked'
  | 'refused'
  | 'hanging';
