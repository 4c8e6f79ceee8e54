import { fail, ok, type Result } from '../../contract/result.ts';
import type { ReportedStatus, Status } from '../../contract/status.ts';
import type { ChatServer } from '../chat-server.ts';
import type { Http } from '../http.ts';
import { keptText } from '../kept-text.ts';
import type { KnownEmoji } from '../known-emoji.ts';
import { createZulipAdministration } from './administration-bundle.ts';
import { createZulipApi } from './api.ts';
import type { ZulipAccount, ZulipConnection } from './connection.ts';
import type { RetryDelays } from './event-queue.ts';
import { readZulipFacts } from './facts.ts';
import { followZulip } from './follow.ts';
import { shownOnZulip } from './preview.ts';
import { availabilityOf, readStatus } from './read-status.ts';
import { readZulipEmoji } from './realm-emoji.ts';
import type { ZulipSession } from './session.ts';
import { held } from './status-parts.ts';
import { writeAvailability, writeParts } from './write-status.ts';

export function connectZulip(
  deps: { http: Http; known: KnownEmoji; session: ZulipSession; retry: RetryDelays },
  account: ZulipAccount,
  apiKey: string,
): ChatServer {
  const { http, known, session } = deps;
  const { serverUrl, login } = account;
  const api = createZulipApi({ http, serverUrl, login: { email: login, apiKey }, credentialProblem: 'signed-out' });
  const connection: ZulipConnection = { account, api, session, known };
  return {
    readStatus: () => readStatus(connection),
    writeStatus: (status, known) => writeStatus(connection, status, known),
    clearedStatus: (_known, hadInvisible) => clearedStatus(hadInvisible),
    holds: (status) => held('then' in status ? { ...status, ...emojiOf(connection, status) } : status),
    readEmoji: () => readZulipEmoji(api, serverUrl),
    readFacts: () => readZulipFacts({ api, http, session, serverUrl, login }),
    // An API key belongs to the account and not to this app; making it invalid would sign out every other app.
    signOut: async () => ok(null),
    follow: (listener) => followZulip(connection, deps.retry, listener),
    administration: createZulipAdministration(connection),
  };
}

async function writeStatus(
  connection: ZulipConnection,
  status: Status,
  known: ReportedStatus | null,
): Promise<Result<ReportedStatus>> {
  const { account, session } = connection;
  const wanted = held(status).availability as 'online' | 'invisible' | null;
  if (
    wanted === 'invisible' &&
    (session.presenceDisabled || !account.capabilities.availabilities.includes('invisible'))
  ) {
    return fail({ code: 'presence-disabled' });
  }
  // The text first: it is what a server is likelier to refuse, and then nothing should have changed.
  const parts = await writeParts(connection, status);
  if (!parts.ok) return parts;
  const mayChange = account.capabilities.availabilities.includes('invisible');
  if (wanted && mayChange && known?.availability !== wanted) {
    const changed = await writeAvailability(connection, wanted);
    if (!changed.ok) return changed;
  }
  const shown = wanted ?? known?.availability ?? availabilityOf(session);
  return ok({ emoji: parts.value, text: keptText(status.text), availability: shown, until: null });
}

function emojiOf({ account, session, known }: ZulipConnection, status: Status) {
  return { emoji: shownOnZulip(status, account.serverUrl, session.emojiNames(), known).emoji };
}

function clearedStatus(hadInvisible: boolean): Status {
  return { emoji: null, text: '', availability: hadInvisible ? 'online' : null, until: null, then: 'clear' };
}
