import type { Availability } from './status.ts';

export type ServerKind = 'zulip' | 'rocket-chat';

/** How a server counts the length of a status text. Always after trimming. */
export interface TextLimit {
  max: number;
  counting: 'code-points' | 'utf-16-units';
  /** True where the emoji stands in the text and so counts towards the limit (Rocket.Chat). */
  emojiCounts: boolean;
}

/** What one account's server can do for that account. Read from the server, refreshed at each contact. */
export interface Capabilities {
  /** The server's version as it prints it. */
  serverVersion: string;
  /** Zulip only; 0 for others. */
  featureLevel: number;
  textLimit: TextLimit;
  /** Those that this account may choose. */
  availabilities: Availability[];
  /** The server's own name for each of those. */
  availabilityNames: Partial<Record<Availability, string>>;
  /** True where the server ends a status by itself (Rocket.Chat from 8.6). */
  endsByItself: boolean;
  /** False where an administrator has forbidden own texts. */
  mayChangeText: boolean;
}

/** One login on one server. Never holds its secret. */
export interface Account {
  /** A random UUID; the name of the secret in the keychain. */
  id: string;
  kind: ServerKind;
  /** Origin, and for Rocket.Chat an optional path prefix; no slash at the end. */
  serverUrl: string;
  /** The organisation's name. */
  serverName: string;
  /** The organisation's icon as a `data:` URL of at most 64 kB, or null. */
  serverIcon: string | null;
  /** The id on the server: a number's digits on Zulip. */
  userId: string;
  /** What the user signs in with there; on Zulip the e-mail that goes with the API key. */
  login: string;
  fullName: string;
  /** A Rocket.Chat login token is logged out when the account is removed; the others are left valid. */
  credential: 'api-key' | 'login-token' | 'personal-access-token';
  /** True for the two servers of the try-it mode. */
  demo: boolean;
  capabilities: Capabilities;
}

/** A server that has been found at an address, before signing in. */
export interface FoundServer {
  kind: ServerKind;
  url: string;
  name: string;
  icon: string | null;
  version: string;
  signInWays: SignInWay[];
  /** The label of the login field, as the server asks. */
  loginLabel: 'email' | 'email-or-user-name' | 'user-name';
  /** Names of browser sign-ins that the server offers and this app does not speak. */
  externalWays: string[];
}

export type SignInWay = 'password' | 'api-key' | 'zuliprc' | 'access-token';

/** What the user gave to sign in. The only message from the popup that carries a secret. */
export type SignInRequest =
  | { way: 'password'; kind: ServerKind; url: string; login: string; password: string; twoFactorCode?: string }
  | { way: 'api-key'; kind: 'zulip'; url: string; login: string; apiKey: string }
  | { way: 'access-token'; kind: 'rocket-chat'; url: string; userId: string; token: string };

/** Where a sign-in stands after one step. */
export type SignInStep =
  | {
      step: 'signed-in';
      accountId: string;
      keychain: import('./problem.ts').KeychainState;
      /** Options of the chosen file that were not obeyed. */
      notUsed?: string[];
    }
  | { step: 'two-factor'; method: 'totp' | 'email' };
