import { type AccountService, isSignedOut } from '../accounts/account-service.ts';
import type { Rights } from '../contract/administration.ts';
import { createListeners } from '../contract/listeners.ts';
import { fail, type Result } from '../contract/result.ts';
import type { Administration } from '../servers/administration.ts';
import type { ChatServer } from '../servers/chat-server.ts';
import type { Clock } from '../status/clock.ts';

export interface RightsService {
  /** Nothing is allowed before the server has said so. */
  get(accountId: string): Rights;
  /** Asks the server, unless it was asked within `youngMs`. */
  refresh(accountId: string, youngMs?: number): Promise<void>;
  /** Asks something of an account's server. A refusal that has to do with rights or with being signed in is followed up. */
  ask<T>(
    accountId: string,
    question: (administration: Administration, server: ChatServer) => Promise<Result<T>>,
  ): Promise<Result<T>>;
  forget(accountId: string): void;
  onChange(listener: () => void): () => void;
}

export type RightsAccounts = Pick<AccountService, 'find' | 'server' | 'markSignedOut'>;

const UNKNOWN: Rights = {
  manageWorkspaceStatuses: { allowed: false, problem: { code: 'rights-unknown' } },
  setOthersStatus: { allowed: false, problem: { code: 'rights-unknown' } },
};
const NONE: Rights = {
  manageWorkspaceStatuses: { allowed: false, problem: { code: 'not-on-this-server' } },
  setOthersStatus: { allowed: false, problem: { code: 'not-on-this-server' } },
};

/** What each account may do beyond its own status, as its server last said. */
export function createRights(deps: { accounts: RightsAccounts; clock: Clock }): RightsService {
  const { accounts, clock } = deps;
  const known = new Map<string, { rights: Rights; readAt: number }>();
  const reading = new Map<string, Promise<void>>();
  const readingNext = new Map<string, Promise<void>>();
  const changes = createListeners<null>();

  function put(id: string, rights: Rights): void {
    const before = known.get(id)?.rights;
    known.set(id, { rights, readAt: clock.steady() });
    if (JSON.stringify(before) !== JSON.stringify(rights)) changes.tell(null);
  }

  async function read(id: string): Promise<void> {
    const server = await accounts.server(id);
    if (!server.ok) return;
    const { administration } = server.value;
    if (administration === undefined) return put(id, NONE);
    const rights = await administration.readRights();
    // An account may have been removed while its server was asked.
    if (accounts.find(id) === null) return;
    if (rights.ok) put(id, rights.value);
    else if (isSignedOut(rights.problem)) accounts.markSignedOut(id);
  }

  async function refresh(id: string, youngMs = 0): Promise<void> {
    const readAt = known.get(id)?.readAt;
    if (readAt !== undefined && clock.steady() - readAt < youngMs) return;
    const running = reading.get(id);
    if (running === undefined) return begin(id);
    if (youngMs > 0) return running;
    // What is being answered just now may be of before the change that this is about.
    const next = readingNext.get(id) ?? running.then(() => reading.get(id) ?? begin(id));
    readingNext.set(id, next);
    void running.then(() => readingNext.delete(id));
    return next;
  }

  function begin(id: string): Promise<void> {
    const work = read(id).finally(() => reading.delete(id));
    reading.set(id, work);
    return work;
  }

  return {
    get: (id) => known.get(id)?.rights ?? UNKNOWN,
    refresh,
    async ask(id, question) {
      const server = await accounts.server(id);
      if (!server.ok) return server;
      if (server.value.administration === undefined) return fail({ code: 'not-on-this-server' });
      const answer = await question(server.value.administration, server.value);
      if (answer.ok) return answer;
      if (isSignedOut(answer.problem)) accounts.markSignedOut(id);
      else if (answer.problem.code === 'not-permitted') void refresh(id);
      return answer;
    },
    forget(id) {
      known.delete(id);
    },
    onChange: changes.add,
  };
}
