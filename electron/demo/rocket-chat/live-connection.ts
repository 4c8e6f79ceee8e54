import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { framesFor, readSubscription } from './live-frames.ts';
import { callLiveMethod, type LiveSession, MethodError } from './live-methods.ts';
import type { Presence } from './presence.ts';
import { acceptWebSocket, type WebSocketEnd, type WebSocketListener } from './websocket.ts';
import type { Workspace } from './workspace.ts';

const STREAMS = ['stream-notify-logged', 'stream-notify-user', 'stream-user-presence'];

/** A message of Meteor's DDP: https://github.com/meteor/meteor/blob/devel/packages/ddp/DDP.md */
interface DdpMessage {
  msg?: string;
  id?: string;
  version?: string;
  method?: string;
  name?: string;
  params?: unknown[];
}

/** Takes websocket requests at `<prefix>/websocket`. Being logged in there makes a person online. */
export function createLiveConnections(workspace: Workspace, presence: Presence, prefix: string) {
  return (request: IncomingMessage, socket: Duplex): void => {
    if (request.url !== `${prefix}/websocket`) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    acceptWebSocket(request, socket, (end) => {
      // The server's first frame is no DDP message.
      end.send('{"server_id":"0"}');
      return createConnection(workspace, presence, end);
    });
  };
}

function createConnection(workspace: Workspace, presence: Presence, end: WebSocketEnd): WebSocketListener {
  const session: LiveSession = { person: null, lastStatusAt: null };
  const subscriptions = createSubscriptions();
  const send = (message: object) => end.send(JSON.stringify(message));
  const stopListening = workspace.notifier.listen((notice) => {
    if (session.person === null) return;
    for (const frame of framesFor(workspace, session.person, subscriptions, notice)) send(frame);
  });

  function callMethod({ id, method = '', params = [] }: DdpMessage): void {
    try {
      send({ msg: 'result', id, result: callLiveMethod({ workspace, presence }, session, method, params) });
    } catch (error) {
      if (!(error instanceof MethodError)) throw error;
      send({ msg: 'result', id, error: errorOnWire(error) });
    }
    send({ msg: 'updated', methods: [id] });
  }

  function subscribe({ id = '', name = '', params = [] }: DdpMessage): void {
    const isAllowed = session.person !== null && STREAMS.includes(name);
    if (isAllowed) subscriptions.add(id, name, params);
    send(
      isAllowed
        ? { msg: 'ready', subs: [id] }
        : { msg: 'nosub', id, error: errorOnWire(new MethodError('not-allowed', 'Not allowed')) },
    );
  }

  return {
    text: (text) => {
      presence.endDue();
      const message = parseMessage(text);
      if (message.msg === 'connect') send(connected(message.version));
      else if (message.msg === 'ping') send({ ...message, msg: 'pong' });
      else if (message.msg === 'method') callMethod(message);
      else if (message.msg === 'sub') subscribe(message);
      else if (message.msg === 'unsub') {
        subscriptions.remove(message.id ?? '');
        send({ msg: 'nosub', id: message.id });
      }
    },
    closed: () => {
      stopListening();
      if (session.person !== null) presence.disconnect(session.person);
    },
  };
}

/** What one connection listens to: the id of each subscription with its streams' events. */
function createSubscriptions() {
  const keysById = new Map<string, Set<string>>();
  return {
    has: (key: string) => [...keysById.values()].some((keys) => keys.has(key)),
    add: (id: string, stream: string, params: unknown[]) => {
      const { add, remove } = readSubscription(stream, params);
      for (const keys of keysById.values()) for (const key of remove) keys.delete(key);
      keysById.set(id, new Set(add));
    },
    remove: (id: string) => keysById.delete(id),
  };
}

function connected(version: string | undefined): object {
  return version === '1' ? { msg: 'connected', session: randomUUID() } : { msg: 'failed', version: '1' };
}

function errorOnWire({ error, message: reason }: MethodError): object {
  return { isClientSafe: true, error, reason, message: `${reason} [${error}]`, errorType: 'Meteor.Error' };
}

function parseMessage(text: string): DdpMessage {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}
