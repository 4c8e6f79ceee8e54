import type { KeychainState } from '../contract/problem.ts';

type KeychainFailure = Exclude<KeychainState, 'ready' | 'unknown'>;

// The parts that GLib and libsecret don't translate come first; texts differ by system and language.
const FAILURES: readonly [RegExp, KeychainFailure][] = [
  // secret_service_create: "The name org.freedesktop.secrets was not provided by any .service files"
  [/org\.freedesktop\.secrets|\.service files|ServiceUnknown/i, 'no-keyring'],
  // A daemon without a collection to keep things in: "Object does not exist at path …/collection/login"
  [/\/org\/freedesktop\/secrets\/|No such secret collection/i, 'no-keyring'],
  [/D-?Bus|\$DISPLAY|Could not connect|Connection refused|connection is closed/i, 'no-bus'],
  // libsecret: "Cannot create an item in a locked collection"; macOS: errSecInteractionNotAllowed
  [/locked|interaction is not allowed/i, 'locked'],
  // GLib's, for a service that never came up
  [/Timeout was reached/i, 'no-keyring'],
];

/** What a failed keytar call means. Only the error's text is looked at, and nothing of it is passed on. */
export function keychainFailure(error: unknown): KeychainFailure {
  const text = error instanceof Error ? error.message : String(error);
  return FAILURES.find(([pattern]) => pattern.test(text))?.[1] ?? 'refused';
}
