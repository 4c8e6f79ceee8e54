import { z } from 'zod';
import type { ServerEvent } from '../chat-server.ts';

/** The part of the standard WebSocket that is used. https://developer.mozilla.org/docs/Web/API/WebSocket */
export interface LiveSocket {
  send(text: string): void;
  close(): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'open' | 'close' | 'error', listener: () => void): void;
}

export interface LiveConnectionDeps {
  serverUrl: string;
  userId: string;
  token: string;
  openSocket: (url: string) => LiveSocket;
  /** Waits between tries to connect, in milliseconds. */
  retryDelayMs: (failedTries: number) => number;
}

const LARGEST_FRAME = 256 * 1024;

const frame = z.object({
  msg: z.string().optional(),
  id: z.string().optional(),
  error: z.unknown().optional(),
  fields: z.object({ eventName: z.string(), args: z.array(z.unknown()).catch([]) }).optional(),
});

/**
 * Holds a websocket to a Rocket.Chat server, signed in: the user looks online there for as long as it is open, and
 * changes to their own status are told. Answers its own undo. (DDP, as
 * https://developer.rocket.chat/apidocs/realtime-api describes it; a signed-in connection counts as presence.)
 */
export function holdLiveConnection(deps: LiveConnectionDeps, listener: (event: ServerEvent) => void): () => void {
  const connection = createLiveConnection(deps, listener);
  connection.open();
  return connection.stop;
}

function createLiveConnection(deps: LiveConnectionDeps, listener: (event: ServerEvent) => void) {
  let socket: LiveSocket | null = null;
  let timer: NodeJS.Timeout | undefined;
  let failedTries = 0;
  let stopped = false;
  let wasSignedIn = false;

  function connect(): void {
    let open: LiveSocket;
    try {
      open = deps.openSocket(webSocketUrl(deps.serverUrl));
    } catch {
      again();
      return;
    }
    socket = open;
    const send = (message: object) => open.send(JSON.stringify(message));
    open.addEventListener('open', () => send({ msg: 'connect', version: '1', support: ['1'] }));
    open.addEventListener('message', ({ data }) => hear(data, send));
    open.addEventListener('error', () => open.close());
    open.addEventListener('close', () => {
      if (socket !== open) return;
      socket = null;
      again();
    });
  }

  function hear(data: unknown, send: (message: object) => void): void {
    const parsed = parseFrame(data);
    if (stopped || parsed === null) return;
    if (parsed.msg === 'ping') send({ msg: 'pong', ...(parsed.id !== undefined && { id: parsed.id }) });
    else if (parsed.msg === 'connected') send(login(deps.token));
    else if (parsed.msg === 'result' && parsed.id === LOGIN_ID) signedIn(parsed.error === undefined, send);
    else if (parsed.msg === 'changed') {
      for (const event of eventsOf(parsed.fields, deps.userId)) listener(event);
    }
  }

  function signedIn(accepted: boolean, send: (message: object) => void): void {
    if (!accepted) {
      stop();
      listener({ kind: 'disconnected', problem: { code: 'signed-out' } });
      return;
    }
    failedTries = 0;
    send({ msg: 'sub', id: 'own', name: 'stream-notify-user', params: [`${deps.userId}/userData`, false] });
    for (const name of [...ADMINISTRATION_EVENTS, ROLE_EVENT, ...EMOJI_EVENTS]) {
      send({ msg: 'sub', id: name, name: 'stream-notify-logged', params: [name, false] });
    }
    listener({ kind: 'connected' });
    // What changed while nobody listened was told to nobody.
    if (wasSignedIn) for (const kind of MAY_HAVE_CHANGED) listener({ kind });
    wasSignedIn = true;
  }

  function again(): void {
    if (stopped) return;
    failedTries += 1;
    const { host } = new URL(deps.serverUrl);
    listener({ kind: 'disconnected', problem: { code: 'unreachable', host } });
    timer = setTimeout(connect, deps.retryDelayMs(failedTries));
  }

  function stop(): void {
    stopped = true;
    clearTimeout(timer);
    socket?.close();
  }

  return { open: connect, stop };
}

const MAY_HAVE_CHANGED = ['status-changed', 'administration-changed', 'emoji-changed'] as const;
const LOGIN_ID = 'login';
/** What tells that rights or the workspace's statuses have changed. */
const ADMINISTRATION_EVENTS = ['updateCustomUserStatus', 'deleteCustomUserStatus', 'permissions-changed'];
/** Tells who got or lost a role. A workspace that doesn't display roles says nothing here. */
const ROLE_EVENT = 'roles-change';
/** What tells that the workspace's own emoji have changed. */
const EMOJI_EVENTS = ['updateEmojiCustom', 'deleteEmojiCustom'];

function eventsOf(fields: z.infer<typeof frame>['fields'], userId: string): ServerEvent[] {
  const { eventName = '', args = [] } = fields ?? {};
  if (eventName === `${userId}/userData`) {
    const hasOtherRoles = ownChange.safeParse(args[0]).success;
    return [{ kind: 'status-changed' }, ...(hasOtherRoles ? [{ kind: 'administration-changed' } as const] : [])];
  }
  if (EMOJI_EVENTS.includes(eventName)) return [{ kind: 'emoji-changed' }];
  const isOwnRole = eventName === ROLE_EVENT && ownRole(userId).safeParse(args[0]).success;
  return isOwnRole || ADMINISTRATION_EVENTS.includes(eventName) ? [{ kind: 'administration-changed' }] : [];
}

/** A change of the own user that has to do with roles. */
const ownChange = z.object({ diff: z.object({ roles: z.array(z.string()) }) });

/** A role of the workspace; one in a room has the room as its scope and says nothing of rights here. */
const ownRole = (userId: string) =>
  z.object({ u: z.object({ _id: z.literal(userId) }), scope: z.string().max(0).nullish() });

function login(token: string): object {
  return { msg: 'method', method: 'login', id: LOGIN_ID, params: [{ resume: token }] };
}

function webSocketUrl(serverUrl: string): string {
  return `${serverUrl.replace(/^http/, 'ws')}/websocket`;
}

/** null for what is too large or no frame at all; the server's first frame carries no `msg`. */
function parseFrame(data: unknown): z.infer<typeof frame> | null {
  if (typeof data !== 'string' || data.length > LARGEST_FRAME) return null;
  try {
    return frame.parse(JSON.parse(data));
  } catch {
    return null;
  }
}
