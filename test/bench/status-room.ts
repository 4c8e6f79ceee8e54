import type { AccountService } from '../../electron/accounts/account-service.ts';
import { realClock } from '../../electron/app/real-clock.ts';
import type { Account } from '../../electron/contract/account.ts';
import { ok } from '../../electron/contract/result.ts';
import { createServerKinds } from '../../electron/servers/server-kinds.ts';
import { type DesiredRecord, desiredRecordSchema } from '../../electron/status/desired-record.ts';
import { createDesiredStatuses } from '../../electron/status/desired-statuses.ts';
import { createReconciler } from '../../electron/status/reconciler.ts';
import { createReportedStatuses } from '../../electron/status/reported-statuses.ts';
import { createStatusService } from '../../electron/status/status-service.ts';
import { createUndoOffer } from '../../electron/status/undo-offer.ts';
import { openStores } from '../../electron/storage/stores.ts';

/** The status room with real clients, a real disk and a real clock, for servers at these addresses. */
export interface BenchRoom {
  /** Settles when every account shows the text. @throws {Error} when one does not */
  set(text: string): Promise<void>;
  stop(): void;
}

export function openStatusRoom(urls: readonly string[], folder: string): BenchRoom {
  const accounts = accountsAt(urls);
  const { desired: store } = openStores<DesiredRecord>(folder, desiredRecordSchema);
  const desired = createDesiredStatuses(store);
  const reports = createReportedStatuses({ accounts, clock: realClock, mayAppearPresent: () => true });
  const reconciler = createReconciler({ accounts, desired, reports, clock: realClock });
  const undo = createUndoOffer({ clock: realClock, newId: () => crypto.randomUUID() });
  const chosenAccountIds = () => null;
  const describe = ({ text }: { text: string }) => text;
  const service = createStatusService({
    accounts,
    desired,
    reports,
    reconciler,
    undo,
    clock: realClock,
    chosenAccountIds,
    describe,
  });
  return {
    async set(text) {
      service.set({ emoji: null, text, availability: null, until: null, then: 'clear' }, null, null);
      await reconciler.settled();
      const left = accounts.list().filter(({ id }) => desired.get(id)?.phase !== 'applied');
      if (left.length > 0)
        throw new Error(
          `${left.length} accounts do not show it: ${JSON.stringify(desired.get(left[0]?.id ?? '')?.problem)}`,
        );
    },
    stop() {
      reconciler.stop();
      reports.stop();
    },
  };
}

function accountsAt(urls: readonly string[]): AccountService {
  const { clients } = createServerKinds({
    fetch: (url, init) => fetch(url, init),
    appVersion: '0.0.0',
    system: 'Linux',
  });
  const list = urls.map(anAccount);
  const servers = new Map(list.map((account) => [account.id, clients[account.kind].connect(account, 'bench-secret')]));
  const parts: Partial<AccountService> = {
    list: () => list,
    find: (id) => list.find((account) => account.id === id) ?? null,
    signInState: () => 'signed-in',
    server: async (id) => {
      const server = servers.get(id);
      if (server === undefined) throw new Error(`No account ${id}.`);
      return ok(server);
    },
    onChange: () => () => {},
  };
  return parts as AccountService;
}

function anAccount(serverUrl: string, index: number): Account {
  const kind = index % 2 === 0 ? 'zulip' : 'rocket-chat';
  return {
    id: `account-${index}`,
    kind,
    serverUrl,
    serverName: `Server ${index}`,
    serverIcon: null,
    userId: '1',
    login: 'you@chat.example',
    fullName: 'You',
    credential: kind === 'zulip' ? 'api-key' : 'personal-access-token',
    demo: false,
    capabilities: {
      serverVersion: kind === 'zulip' ? '11.4' : '8.6.0',
      featureLevel: kind === 'zulip' ? 421 : 0,
      textLimit: { max: 60, counting: 'code-points', emojiCounts: false },
      availabilities: ['online', 'invisible'],
      availabilityNames: { online: 'Available', invisible: 'Invisible' },
      endsByItself: kind === 'rocket-chat',
      mayChangeText: true,
    },
  };
}
