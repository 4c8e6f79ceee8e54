import type { Account } from '../contract/account.ts';
import type { KeychainState } from '../contract/problem.ts';
import { fail, ok, type Result } from '../contract/result.ts';
import type { AccountFacts, ChatServer } from '../servers/chat-server.ts';
import type { ServerKinds } from '../servers/server-kinds.ts';
import type { Keychain } from '../storage/keychain.ts';
import { hidingSecret } from './hide-secrets.ts';

export interface Connections {
  /** Keeps a fresh secret and connects with it. */
  adopt(account: Account, secret: string): Promise<KeychainState>;
  open(account: Account): Promise<Result<ChatServer>>;
  /** The same address and secret with newer capabilities. */
  refresh(accountId: string, facts: AccountFacts): void;
  drop(accountId: string): void;
  isLocked(accountId: string): boolean;
  /** True once the keychain, open, has said that it holds no secret for this account. */
  isMissing(accountId: string): boolean;
}

export interface ConnectionsDeps {
  kinds: ServerKinds;
  keychain: Keychain;
  onSecret: (secret: string) => void;
  onLocked: () => void;
}

/**
 * The servers of signed-in accounts, each opened once. A keychain is asked at the first use of an account and not
 * before, since asking may open a dialog of the system.
 */
export function createConnections({ kinds, keychain, onSecret, onLocked }: ConnectionsDeps): Connections {
  const servers = new Map<string, ChatServer>();
  const used = new Map<string, { account: Account; secret: string }>();
  const opening = new Map<string, Promise<Result<ChatServer>>>();
  const unavailable = new Map<string, KeychainState>();

  function connect(account: Account, secret: string): ChatServer {
    used.set(account.id, { account, secret });
    const server = hidingSecret(kinds.clients[account.kind].connect(account, secret), secret);
    servers.set(account.id, server);
    unavailable.delete(account.id);
    return server;
  }

  async function recall(account: Account): Promise<Result<ChatServer>> {
    const recalled = await keychain.recall(account.id);
    if (recalled.found) {
      onSecret(recalled.secret);
      return ok(servers.get(account.id) ?? connect(account, recalled.secret));
    }
    unavailable.set(account.id, recalled.state);
    onLocked();
    // An open keychain without the secret, or none at all: only a new sign-in helps. A locked one opens again.
    return recalled.state === 'ready' || recalled.state === 'unknown'
      ? fail({ code: 'signed-out' })
      : fail({ code: 'keychain', state: recalled.state });
  }

  return {
    async adopt(account, secret) {
      connect(account, secret);
      return keychain.keep(account.id, secret);
    },
    open(account) {
      const server = servers.get(account.id);
      if (server !== undefined) return Promise.resolve(ok(server));
      const running = opening.get(account.id);
      if (running !== undefined) return running;
      const started = recall(account).finally(() => opening.delete(account.id));
      opening.set(account.id, started);
      return started;
    },
    refresh(accountId, facts) {
      const now = used.get(accountId);
      if (now !== undefined) connect({ ...now.account, ...facts }, now.secret);
    },
    drop(accountId) {
      servers.delete(accountId);
      used.delete(accountId);
      unavailable.delete(accountId);
    },
    isLocked: (accountId) => ['locked', 'hanging', 'refused'].includes(unavailable.get(accountId) ?? ''),
    isMissing: (accountId) =>
      ['ready', 'no-library', 'no-bus', 'no-keyring'].includes(unavailable.get(accountId) ?? ''),
  };
}
