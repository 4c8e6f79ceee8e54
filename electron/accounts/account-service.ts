import type { Account, FoundServer, SignInRequest, SignInStep } from '../contract/account.ts';
import { createListeners } from '../contract/listeners.ts';
import type { Problem } from '../contract/problem.ts';
import { fail, ok, type Result } from '../contract/result.ts';
import type { ChatServer, SignInAnswer } from '../servers/chat-server.ts';
import type { ServerKinds } from '../servers/server-kinds.ts';
import { parseZuliprc } from '../servers/zulip/zuliprc.ts';
import type { Keychain } from '../storage/keychain.ts';
import type { Store } from '../storage/store.ts';
import type { StoredAccounts } from '../storage/stores.ts';
import { createConnections } from './connections.ts';
import { hideSecrets } from './hide-secrets.ts';

type SignedIn = Extract<SignInAnswer, { step: 'signed-in' }>;

export interface AccountServiceDeps {
  store: Store<StoredAccounts>;
  keychain: Keychain;
  kinds: ServerKinds;
  newId: () => string;
  /** Called with each secret as soon as it is known, so that the log can leave it out. */
  onSecret: (secret: string) => void;
  isDemo: (serverUrl: string) => boolean;
}

export type SignInState = 'signed-in' | 'needed' | 'keychain-locked';

export interface AccountService {
  list(): Account[];
  find(accountId: string): Account | null;
  signInState(accountId: string): SignInState;
  findServer(address: string): Promise<Result<FoundServer>>;
  signIn(request: SignInRequest): Promise<Result<SignInStep>>;
  /** `text` is a zuliprc file's content; it holds a secret. */
  signInWithZuliprc(text: string): Promise<Result<SignInStep>>;
  resendCode(url: string, login: string): Promise<Result<null>>;
  remove(accountId: string): Promise<Result<null>>;
  /** The account's server, with its secret fetched from the keychain at first use. */
  server(accountId: string): Promise<Result<ChatServer>>;
  /** The server no longer takes the secret: everything but the secret stays. */
  markSignedOut(accountId: string): void;
  /** Reads names, icon and capabilities again. */
  refresh(accountId: string): Promise<Result<null>>;
  onChange(listener: () => void): () => void;
  onSignedIn(listener: (accountId: string) => void): () => void;
  onRemoved(listener: (accountId: string) => void): () => void;
  /** An account's server is at another address now; told before `onSignedIn`. */
  onMoved(listener: (move: { from: string; to: string }) => void): () => void;
}

/** Adding, signing in, refreshing and removing accounts. Secrets go to the keychain and nowhere else. */
export function createAccountService(deps: AccountServiceDeps): AccountService {
  const { store, keychain, kinds } = deps;
  const changed = createListeners<null>();
  const signedIn = createListeners<string>();
  const removed = createListeners<string>();
  const moved = createListeners<{ from: string; to: string }>();
  const find = (id: string) => store.get().accounts.find((account) => account.id === id) ?? null;
  const connections = createConnections({
    kinds,
    keychain,
    onSecret: deps.onSecret,
    onLocked: () => changed.tell(null),
  });
  keychain.onState(() => changed.tell(null));

  function write(change: (accounts: StoredAccounts) => StoredAccounts): Result<null> {
    const result = store.set(change(store.get()));
    changed.tell(null);
    return result;
  }

  async function adopt(request: SignInRequest, answer: SignedIn): Promise<Result<SignInStep>> {
    deps.onSecret(answer.secret);
    const { kind, url } = request;
    const demo = deps.isDemo(url);
    // Demo servers are new ones each time they start, at another address and with other ids.
    const isTwin = (a: Account) =>
      a.demo && demo ? a.login === answer.facts.login : a.serverUrl === url && a.userId === answer.facts.userId;
    const twin = store.get().accounts.find((a) => a.kind === kind && isTwin(a));
    if (twin?.serverUrl === url && signInState(twin.id) === 'signed-in') return fail({ code: 'account-exists' });
    const id = twin?.id ?? deps.newId();
    const account: Account = {
      id,
      kind,
      serverUrl: url,
      credential: answer.credential,
      demo,
      ...answer.facts,
    };
    const keychainState = await connections.adopt(account, answer.secret);
    write((stored) => ({
      accounts: twin ? stored.accounts.map((a) => (a.id === id ? account : a)) : [...stored.accounts, account],
      signedOutIds: stored.signedOutIds.filter((other) => other !== id),
    }));
    if (twin && twin.serverUrl !== url) moved.tell({ from: twin.serverUrl, to: url });
    signedIn.tell(id);
    return ok({ step: 'signed-in', accountId: id, keychain: keychainState });
  }

  async function signIn(request: SignInRequest): Promise<Result<SignInStep>> {
    const answer = await kinds.clients[request.kind].signIn(request);
    if (!answer.ok) return fail(hideSecrets(answer.problem, request));
    return answer.value.step === 'two-factor' ? ok(answer.value) : adopt(request, answer.value);
  }

  function signInState(id: string): SignInState {
    if (store.get().signedOutIds.includes(id)) return 'needed';
    return connections.isLocked(id) ? 'keychain-locked' : connections.isMissing(id) ? 'needed' : 'signed-in';
  }

  function markSignedOut(id: string): void {
    if (store.get().signedOutIds.includes(id)) return;
    connections.drop(id);
    write((stored) => ({ ...stored, signedOutIds: [...stored.signedOutIds, id] }));
  }

  async function server(id: string): Promise<Result<ChatServer>> {
    const account = find(id);
    if (account === null) return fail({ code: 'not-found' });
    if (store.get().signedOutIds.includes(id)) return fail({ code: 'signed-out' });
    return connections.open(account);
  }

  async function remove(id: string): Promise<Result<null>> {
    const account = find(id);
    if (account === null) return fail({ code: 'not-found' });
    const chatServer = account.credential === 'login-token' ? await server(id) : null;
    connections.drop(id);
    await keychain.forget(id);
    const result = write((stored) => ({
      accounts: stored.accounts.filter((a) => a.id !== id),
      signedOutIds: stored.signedOutIds.filter((other) => other !== id),
    }));
    removed.tell(id);
    // The account is gone here whether or not its server can be told now.
    if (chatServer?.ok) void chatServer.value.signOut();
    return result;
  }

  async function refresh(id: string): Promise<Result<null>> {
    const opened = await server(id);
    if (!opened.ok) return opened;
    const facts = await opened.value.readFacts();
    if (!facts.ok) {
      if (isSignedOut(facts.problem)) markSignedOut(id);
      return facts;
    }
    const before = find(id);
    if (before === null || JSON.stringify({ ...before, ...facts.value }) === JSON.stringify(before)) return ok(null);
    connections.refresh(id, facts.value);
    return write((stored) => ({
      ...stored,
      accounts: stored.accounts.map((a) => (a.id === id ? { ...a, ...facts.value } : a)),
    }));
  }

  async function signInWithZuliprc(text: string): Promise<Result<SignInStep>> {
    const file = parseZuliprc(text);
    if (!file.ok) return file;
    const { login, apiKey, ignored } = file.value;
    const found = await kinds.find(file.value.url);
    const answer = found.ok
      ? await signIn({ way: 'api-key', kind: 'zulip', url: found.value.url, login, apiKey })
      : found;
    return ignored.length === 0 ? answer : sayNotUsed(answer, ignored);
  }

  async function resendCode(url: string, login: string): Promise<Result<null>> {
    const resend = kinds.clients['rocket-chat'].resendCode;
    return resend === undefined ? fail({ code: 'bad-argument' }) : resend(url, login);
  }

  return {
    list: () => store.get().accounts,
    find,
    signInState,
    findServer: (address) => kinds.find(address),
    signIn,
    signInWithZuliprc,
    resendCode,
    remove,
    server,
    markSignedOut,
    refresh,
    onChange: changed.add,
    onSignedIn: signedIn.add,
    onRemoved: removed.add,
    onMoved: moved.add,
  };
}

/** Whoever wrote these options into the file should not believe that they hold. */
function sayNotUsed(answer: Result<SignInStep>, notUsed: string[]): Result<SignInStep> {
  if (answer.ok) return answer.value.step === 'signed-in' ? ok({ ...answer.value, notUsed }) : answer;
  return answer.problem.code === 'certificate' ? fail({ ...answer.problem, notUsed }) : answer;
}

/** Problems that only a new sign-in mends. */
export function isSignedOut(problem: Problem): boolean {
  return problem.code === 'signed-out' || problem.code === 'user-deactivated';
}
