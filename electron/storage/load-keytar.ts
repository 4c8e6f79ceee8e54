import type { Keytar } from './keychain.ts';

/** Loads the library behind the system's keychain; rejects where it, or what it needs of the system, is not there. */
export function loadKeytar(): Promise<Keytar> {
  return import('keytar');
}
