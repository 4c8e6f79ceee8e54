import type { AccountService } from '../accounts/account-service.ts';
import type { ServerKind } from '../contract/account.ts';
import { createListeners } from '../contract/listeners.ts';
import { fail, ok, type Result } from '../contract/result.ts';

/** The demo servers, as much of them as is needed to sign in. */
export interface RunningDemo {
  credentials: Array<{ kind: ServerKind; url: string; login: string; password: string }>;
  close(): Promise<void>;
}

export interface TryItMode {
  isOn(): boolean;
  isDemo(serverUrl: string): boolean;
  /** Starts the demo servers where they do not run yet, and signs in to both with the real clients. */
  start(): Promise<Result<null>>;
  /** Ends them once no account is left on them. */
  stopUnlessNeeded(): Promise<void>;
  stop(): Promise<void>;
  onChange(listener: () => void): () => void;
}

/** "Try it without an account": real servers in this process, so that everything but their address is as in earnest. */
export function createTryItMode(deps: {
  accounts: () => Pick<AccountService, 'list' | 'signIn'>;
  startDemo: () => Promise<RunningDemo>;
}): TryItMode {
  let demo: RunningDemo | null = null;
  const changes = createListeners<null>();

  async function start(): Promise<Result<null>> {
    if (demo === null) {
      try {
        demo = await deps.startDemo();
      } catch {
        return fail({ code: 'internal' });
      }
      changes.tell(null);
    }
    const { credentials } = demo;
    const steps: Awaited<ReturnType<AccountService['signIn']>>[] = [];
    // One after the other, so that the accounts are always in the same order.
    for (const login of credentials) steps.push(await deps.accounts().signIn({ way: 'password', ...login }));
    const failed = steps.find((step) => !step.ok && step.problem.code !== 'account-exists');
    return failed !== undefined && !failed.ok ? failed : ok(null);
  }

  async function stop(): Promise<void> {
    const running = demo;
    demo = null;
    if (running !== null) changes.tell(null);
    await running?.close();
  }

  return {
    isOn: () => demo !== null,
    isDemo: (serverUrl) => demo?.credentials.some(({ url }) => url === serverUrl) ?? false,
    start,
    async stopUnlessNeeded() {
      if (
        !deps
          .accounts()
          .list()
          .some((account) => account.demo)
      )
        await stop();
    },
    stop,
    onChange: changes.add,
  };
}
