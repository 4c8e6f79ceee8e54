import { openAdministration } from '../../electron/app/administration-services.ts';
import type { Account, Capabilities } from '../../electron/contract/account.ts';
import type { Status } from '../../electron/contract/status.ts';
import { type DemoRocketChat, startDemoRocketChat } from '../../electron/demo/rocket-chat/demo-rocket-chat.ts';
import { type DemoZulip, startDemoZulip } from '../../electron/demo/zulip/demo-zulip.ts';
import type { ChatServer } from '../../electron/servers/chat-server.ts';
import { createServerKinds } from '../../electron/servers/server-kinds.ts';
import { createUndoOffer } from '../../electron/status/undo-offer.ts';
import type { StoredOthersEndings } from '../../electron/storage/others-endings-schema.ts';
import { createFakeClock } from '../status/fake-clock.ts';
import { createMemoryDisk, type MemoryDisk } from '../status/memory-store.ts';

export type Who = 'you' | 'member';

/** The administration room over real clients and demo servers, with a clock that the test turns. */
export function openAdministrationRoom(servers: { zulip?: DemoZulip; rocketChat?: DemoRocketChat; disk?: MemoryDisk }) {
  const clock = createFakeClock(Date.now());
  const kinds = createServerKinds({ fetch, appVersion: '0.0.0', system: 'Test' });
  const open = new Map<string, { account: Account; server: ChatServer }>();
  const signedOut: string[] = [];
  let lastId = 0;
  const newId = () => `id-${++lastId}`;
  const undo = createUndoOffer({ clock, newId });
  const administration = openAdministration({
    accounts: {
      find: (id) => open.get(id)?.account ?? null,
      async server(id) {
        const found = open.get(id);
        return found === undefined ? { ok: false, problem: { code: 'not-found' } } : { ok: true, value: found.server };
      },
      markSignedOut: (id) => void signedOut.push(id),
    },
    othersEndings: (servers.disk ?? createMemoryDisk()).store<StoredOthersEndings>('others-endings', { endings: [] }),
    undo,
    clock,
    newId,
  });

  function add(kind: Account['kind'], who: Who = 'you', capabilities: Partial<Capabilities> = {}): string {
    const demo = kind === 'zulip' ? servers.zulip : servers.rocketChat;
    if (demo === undefined) throw new Error(`There is no ${kind} here.`);
    const { userId, login, token } = demo.credentials[who];
    const id = `${kind}-${who}`;
    const account: Account = {
      ...{ id, kind, serverUrl: demo.url, serverName: 'Demo', serverIcon: null, userId, login, fullName: who },
      credential: kind === 'zulip' ? 'api-key' : 'personal-access-token',
      demo: false,
      capabilities: {
        serverVersion: demo.switches.version,
        featureLevel: servers.zulip?.switches.featureLevel ?? 0,
        textLimit:
          kind === 'zulip'
            ? { max: 60, counting: 'code-points', emojiCounts: false }
            : { max: 120, counting: 'utf-16-units', emojiCounts: true },
        availabilities: ['online', 'invisible'],
        availabilityNames: {},
        endsByItself: false,
        mayChangeText: true,
        ...capabilities,
      },
    };
    open.set(id, { account, server: kinds.clients[kind].connect(account, token) });
    return id;
  }

  return { ...administration, administration, add, clock, undo, signedOut };
}

export const startZulip = startDemoZulip;
export const startRocketChat = startDemoRocketChat;

export function workshop(change: Partial<Status> = {}): Status {
  const emoji: Status['emoji'] = { kind: 'unicode', value: '🚗' };
  return { emoji, text: 'Offsite', availability: null, until: null, then: 'clear', ...change };
}

export function granted<T>(result: { ok: true; value: T } | { ok: false; problem: unknown }): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.problem)}`);
  return result.value;
}
