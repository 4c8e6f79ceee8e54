import type { Account, FoundServer, ServerKind, SignInRequest } from '../contract/account.ts';
import type { StatusPreview } from '../contract/emoji.ts';
import type { Result } from '../contract/result.ts';
import type { ReportedStatus, Status } from '../contract/status.ts';
import type { Administration } from './administration.ts';
import type { CustomEmoji } from './known-emoji.ts';

/** What an account's server tells of the account: refreshed at each contact. */
export type AccountFacts = Pick<
  Account,
  'serverName' | 'serverIcon' | 'userId' | 'login' | 'fullName' | 'capabilities'
>;

export type SignInAnswer =
  | { step: 'signed-in'; facts: AccountFacts; secret: string; credential: Account['credential'] }
  | { step: 'two-factor'; method: 'totp' | 'email' };

/** The parts of a status that a server can hold, in its own form: two that are equal read the same there. */
export interface HeldStatus {
  emoji: string;
  text: string;
  /** null: not compared, because nothing was asked for or the server does not say. */
  availability: string | null;
}

/** Something the server told us by itself. */
export type ServerEvent =
  | { kind: 'status'; status: ReportedStatus }
  /** It has changed, and reading it tells how. */
  | { kind: 'status-changed' }
  | { kind: 'facts-changed' }
  /** The organisation's own emoji have changed. */
  | { kind: 'emoji-changed' }
  /** The account's rights, or the statuses that its workspace offers. */
  | { kind: 'administration-changed' }
  | { kind: 'connected' }
  | { kind: 'disconnected'; problem: import('../contract/problem.ts').Problem };

/** One signed-in account's server. No method throws for what a user can meet; each answers a `Result`. */
export interface ChatServer {
  /** Reads this account's own status. Never changes presence. */
  readStatus(): Promise<Result<ReportedStatus>>;
  /**
   * Makes the server show `status`: one request; a second only where availability is another endpoint and `known`
   * does not already have the one wanted. `known` is what the server last reported, or null.
   * The value is what the server now holds as far as its answer tells.
   */
  writeStatus(status: Status, known: ReportedStatus | null): Promise<Result<ReportedStatus>>;
  /** The status that means "nothing set" here; `hadInvisible` when the status to be cleared had made the user invisible. */
  clearedStatus(known: ReportedStatus | null, hadInvisible: boolean): Status;
  /** What the server would hold for a status: trimmed, cut, emoji in its place. For comparing. */
  holds(status: Status | ReportedStatus): HeldStatus;
  readFacts(): Promise<Result<AccountFacts>>;
  /** All of the organisation's own emoji, those included that can't be set any more. */
  readEmoji(): Promise<Result<CustomEmoji[]>>;
  /** Makes a login token invalid; does nothing for API keys and personal access tokens. */
  signOut(): Promise<Result<null>>;
  /** Follows changes without touching presence, where the server can; answers its own undo. */
  follow?(listener: (event: ServerEvent) => void): () => void;
  /** Follows changes where that makes the user look present: only for those who asked for it. Answers its own undo. */
  appearPresent?(listener: (event: ServerEvent) => void): () => void;
  /** What an account may do beyond its own status; absent where the kind of server has nothing of the sort. */
  administration?: Administration;
}

/** How to speak with one kind of server. The one map of them is `server-kinds.ts`. */
export interface ServerKindClient {
  kind: ServerKind;
  /** Asks whether this kind of server is at `url`; `not-a-chat-server` when it is some other. */
  find(url: URL): Promise<Result<FoundServer>>;
  signIn(request: SignInRequest): Promise<Result<SignInAnswer>>;
  /** Mails another two-factor code, where the server has such. */
  resendCode?(url: string, login: string): Promise<Result<null>>;
  /** How a status will look there, by what is known; asks nobody. */
  preview(account: Pick<Account, 'serverUrl' | 'capabilities'>, status: Status): Omit<StatusPreview, 'accountId'>;
  connect(
    account: Pick<Account, 'serverUrl' | 'userId' | 'login' | 'credential' | 'capabilities'>,
    secret: string,
  ): ChatServer;
}
