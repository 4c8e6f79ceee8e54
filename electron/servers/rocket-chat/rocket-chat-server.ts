import type { Account } from '../../contract/account.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import type { Availability, ReportedStatus, Status } from '../../contract/status.ts';
import type { ChatServer, HeldStatus } from '../chat-server.ts';
import type { Http } from '../http.ts';
import type { KnownEmoji } from '../known-emoji.ts';
import { createServerClock, type ServerClock } from '../server-clock.ts';
import { createRocketChatAdministration } from './administration-bundle.ts';
import { createRocketChatApi, isSuccess, type RocketChatApi } from './api.ts';
import { rocketChatProblem } from './errors.ts';
import { readRocketChatFacts } from './facts.ts';
import { holdLiveConnection, type LiveSocket } from './live-connection.ts';
import { comparable, messageOf, splitMessage } from './message.ts';
import { shownMessage } from './preview.ts';
import { done, type Me, me } from './replies.ts';
import { endsStatuses } from './version.ts';
import { readRocketChatEmoji } from './workspace-emoji.ts';

type RocketChatAccount = Pick<Account, 'serverUrl' | 'userId' | 'login' | 'credential' | 'capabilities'>;

interface Connection {
  account: RocketChatAccount;
  api: RocketChatApi;
  known: KnownEmoji;
  clock: ServerClock;
  /** The server's version when it was last heard of. */
  version: string;
}

/** The workspace's word for invisible is `offline`. */
const TO_SERVER = { online: 'online', away: 'away', busy: 'busy', invisible: 'offline' } as const;
const FROM_SERVER: Readonly<Record<string, Availability>> = {
  online: 'online',
  away: 'away',
  busy: 'busy',
  offline: 'invisible',
};

/** Over REST, unless the user wants to look present: an open websocket makes them so. */
export function connectRocketChat(
  { http, known, now }: { http: Http; known: KnownEmoji; now: () => number },
  account: RocketChatAccount,
  token: string,
): ChatServer {
  const { serverUrl, userId, login } = account;
  const clock = createServerClock(now);
  const api = createRocketChatApi({
    http: clock.listen(http),
    serverUrl,
    login: { userId, token },
    credentialProblem: 'signed-out',
  });
  const connection: Connection = { account, api, known, clock, version: account.capabilities.serverVersion };
  const administration = createRocketChatAdministration({
    ...{ api, serverUrl, userId, clock },
    version: () => connection.version,
  });
  return {
    administration,
    readStatus: () => readStatus(connection),
    writeStatus: (status, before) => writeStatus(connection, status, before),
    clearedStatus,
    holds: (status) => holds(connection, status),
    readEmoji: () => readRocketChatEmoji(api, serverUrl),
    appearPresent: (listener) => holdLiveConnection({ serverUrl, userId, token, openSocket, retryDelayMs }, listener),
    async readFacts() {
      const facts = await readRocketChatFacts(api, serverUrl, login);
      if (facts.ok) connection.version = facts.value.capabilities.serverVersion;
      return facts;
    },
    async signOut() {
      if (account.credential !== 'login-token') return ok(null);
      const out = await api.call('/api/v1/logout', done, { method: 'POST', json: {} });
      return out.ok ? ok(null) : out;
    },
  };
}

function openSocket(url: string): LiveSocket {
  return new WebSocket(url);
}

/** Doubling from 2 seconds to 5 minutes, half of it jitter: many people come back at once when a server does. */
function retryDelayMs(failedTries: number): number {
  const full = Math.min(300_000, 2_000 * 2 ** Math.min(failedTries - 1, 10));
  return full / 2 + (full / 2) * Math.random();
}

/** `me` is the only simple call that tells one's own text: https://developer.rocket.chat/apidocs/get-profile-information */
async function readStatus(connection: Connection): Promise<Result<ReportedStatus>> {
  const reply = await connection.api.call('/api/v1/me', me);
  return reply.ok ? ok(reported(connection, reply.value)) : reply;
}

function reported({ account: { serverUrl }, known, clock }: Connection, own: Me): ReportedStatus {
  const { emoji, text } = splitMessage(own.statusText, serverUrl, known.custom(serverUrl));
  const until = own.statusExpiresAt === null ? Number.NaN : Date.parse(own.statusExpiresAt) - clock.aheadMs();
  const availability = own.statusDefault === null ? null : (FROM_SERVER[own.statusDefault] ?? null);
  return { emoji, text, availability, until: Number.isNaN(until) ? null : until };
}

/** The end goes out in the server's time: https://developer.rocket.chat/apidocs/set-user-status */
async function writeStatus(
  connection: Connection,
  status: Status,
  before: ReportedStatus | null,
  isSecond = false,
): Promise<Result<ReportedStatus>> {
  const { api, account, known, clock } = connection;
  const { until } = status;
  const { emoji, message, text, problem } = shownMessage(known, account.serverUrl, status);
  if (problem) return fail(problem);
  const availability = status.availability ?? before?.availability ?? 'online';
  const ends = until !== null && endsStatuses(connection.version);
  const aheadMs = clock.aheadMs();
  const expiry = ends ? { expiresAt: new Date(until + aheadMs).toISOString() } : {};
  // Always both: what a lone field does to the other differs from version to version.
  const json = { status: TO_SERVER[availability], message, ...expiry };
  const reply = await api.send('/api/v1/users.setStatus', { method: 'POST', json });
  if (!reply.ok) return reply;
  // Only this reply has told that the two clocks differ, so the end has gone out wrong.
  if (ends && clock.aheadMs() !== aheadMs && !isSecond) return writeStatus(connection, status, before, true);
  if (isSuccess(reply.value)) {
    return ok({ emoji, text, availability, until: ends ? until : null });
  }
  const refusal = fail<ReportedStatus>(rocketChatProblem(reply.value, 'signed-out'));
  const mayHaveWritten = reply.value.status === 400 && !endsStatuses(connection.version);
  return mayHaveWritten ? ((await readIfHeld(connection, status)) ?? refusal) : refusal;
}

/** Older servers write the text before they check the rest, so a refusal can still have done all that was wanted. */
async function readIfHeld(connection: Connection, status: Status): Promise<Result<ReportedStatus> | null> {
  const read = await readStatus(connection);
  if (!read.ok) return null;
  const [wanted, found] = [holds(connection, status), holds(connection, read.value)];
  const isHeld = wanted.text === found.text && (wanted.availability ?? found.availability) === found.availability;
  return isHeld ? read : null;
}

function holds({ account: { serverUrl }, known }: Connection, status: Status | ReportedStatus): HeldStatus {
  const isWish = 'then' in status;
  const message = isWish ? shownMessage(known, serverUrl, status).message : messageOf(status.emoji, status.text);
  return { emoji: '', text: comparable(message, known.custom(serverUrl)), availability: status.availability };
}

/** Stays invisible where the user was so before us. */
function clearedStatus(known: ReportedStatus | null, hadInvisible: boolean): Status {
  const staysHidden = known?.availability === 'invisible' && !hadInvisible;
  return { emoji: null, text: '', availability: staysHidden ? 'invisible' : 'online', until: null, then: 'clear' };
}
