import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { framesFor, isPresenceStatus, readSubscription } from './live-frames.ts';
import type { Presence } from './presence.ts';
import { findByToken } from './sign-in.ts';
import { acceptWebSocket, type WebSocketEnd } from './websocket.ts';
import type { RocketPerson, Workspace } from './workspace.ts';

const STREAMS = ['stream-notify-logged', 'stream-notify-user', 'stream-user-presence'];
const STATUS_INTERVAL_MS = 1000;

/** A message of Meteor's DDP: https://github.com/meteor/meteor/blob/devel/packages/ddp/DDP.md */
interface DdpMessage {
  msg?: string;
  id?: string;
  version?: string;
  method?: string;
  name?: string;
  params?: unknown[];
}

class MethodError extends Error {
  readonly error: string | number;

  constructor(error: string | number, reason: string) {
    super(reason);
    this.error = error;
  }
}

/** Takes websocket requests at `<prefix>/websocket`. Being logged in there makes a person online. */
export function createLiveConnections(workspace: Workspace, presence: Presence, prefix: string) {
  return (request: IncomingMessage, socket: Duplex): void => {
    if (request.url !== `${prefix}/websocket`) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    acceptWebSocket(request, socket, (end) => {
      const connection = createConnection(workspace, presence, end);
      // The server's first frame is no DDP message.
      setImmediate(() => end.send('{"server_id":"0"}'));
      return connection;
    });
  };
}

function createConnection(workspace: Workspace, presence: Presence, end: WebSocketEnd) {
  const subscriptions = new Set<string>();
  let person: RocketPerson | null = null;
  let lastStatusAt = Number.NEGATIVE_INFINITY;
  const send = (message: object) => end.send(JSON.stringify(message));
  const stopListening = workspace.notifier.listen((notice) => {
    if (person === null) return;
    for (const frame of framesFor(workspace, person, subscriptions, notice)) send(frame);
  });

  function logIn(params: unknown[]) {
    const { resume } = (params[0] ?? {}) as { resume?: unknown };
    const found = typeof resume === 'string' ? findByToken(workspace, resume) : undefined;
    if (found === undefined) {
      throw new MethodError(403, "You've been logged out by the server. Please log in again.");
    }
    if (person === null) presence.connect(found);
    person = found;
    const tokenExpires = { $date: workspace.clock() + 90 * 24 * 3_600_000 };
    return { id: found.id, token: resume, tokenExpires, type: 'resume' };
  }

  function setStatus([status, message]: unknown[]): void {
    if (person === null) throw new MethodError('error-invalid-user', 'Invalid user');
    if (workspace.clock() - lastStatusAt < STATUS_INTERVAL_MS && workspace.switches.rateLimits) {
      throw new MethodError('too-many-requests', 'Error, too many requests. Please slow down.');
    }
    lastStatusAt = workspace.clock();
    if (message && !workspace.switches.messageChange) throw new MethodError('error-not-allowed', 'Not allowed');
    if (status === 'offline' && !workspace.switches.invisible) {
      throw new MethodError('error-status-not-allowed', 'Invisible status is disabled');
    }
    presence.change(person, {
      status: isPresenceStatus(status) ? status : undefined,
      message: typeof message === 'string' ? message : undefined,
    });
  }

  function callMethod({ id, method, params = [] }: DdpMessage): void {
    try {
      if (method === 'login') send({ msg: 'result', id, result: logIn(params) });
      else if (method === 'setUserStatus') send({ msg: 'result', id, result: setStatus(params) ?? null });
      else throw new MethodError(404, `Method '${method}' not found`);
    } catch (error) {
      if (!(error instanceof MethodError)) throw error;
      const { error: code, message: reason } = error;
      const message = `${reason} [${code}]`;
      send({
        msg: 'result',
        id,
        error: { isClientSafe: true, error: code, reason, message, errorType: 'Meteor.Error' },
      });
    }
    send({ msg: 'updated', methods: [id] });
  }

  function subscribe({ id, name = '', params = [] }: DdpMessage): void {
    if (person === null || !STREAMS.includes(name)) {
      send({ msg: 'nosub', id, error: { error: 'not-allowed', reason: 'Not allowed', errorType: 'Meteor.Error' } });
      return;
    }
    const { add, remove } = readSubscription(name, params);
    for (const key of add) subscriptions.add(key);
    for (const key of remove) subscriptions.delete(key);
    send({ msg: 'ready', subs: [id] });
  }

  return {
    text: (text: string): void => {
      presence.endDue();
      const message = parseMessage(text);
      if (message.msg === 'connect') {
        send(message.version === '1' ? { msg: 'connected', session: randomUUID() } : { msg: 'failed', version: '1' });
      } else if (message.msg === 'ping') send({ msg: 'pong', ...(message.id === undefined ? {} : { id: message.id }) });
      else if (message.msg === 'method') callMethod(message);
      else if (message.msg === 'sub') subscribe(message);
      else if (message.msg === 'unsub') send({ msg: 'nosub', id: message.id });
    },
    closed: (): void => {
      stopListening();
      if (person !== null) presence.disconnect(person);
    },
  };
}

function parseMessage(text: string): DdpMessage {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}
