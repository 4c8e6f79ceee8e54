import { EventEmitter } from 'node:events';
import type * as E from 'electron';
import { complete, NotStoodInError } from './not-stood-in.ts';
import { createSessionFetch, type SessionFetch } from './session-fetch.ts';
import type { World } from './world.ts';

type SchemeHandler = (request: Request) => Response | Promise<Response>;
interface RequestDetails {
  url: string;
  method: string;
  resourceType: string;
}
type BeforeRequest = (
  details: RequestDetails,
  callback: (answer: { cancel?: boolean; redirectURL?: string }) => void,
) => void;

export interface StoodInSession {
  fetch: SessionFetch;
  protocol: {
    handle(scheme: string, handler: SchemeHandler): void;
    unhandle(scheme: string): void;
    isProtocolHandled(scheme: string): boolean;
  };
  /** Answers a request of a page in this session. */
  serve(url: string, asked?: { method: string; resourceType: string }): Promise<Response>;
}

export interface Sessions {
  session: { readonly defaultSession: StoodInSession; fromPartition(partition: string): StoodInSession };
  protocol: StoodInSession['protocol'] & { registerSchemesAsPrivileged(schemes: E.CustomScheme[]): void };
  net: { fetch: SessionFetch; isOnline(): boolean; readonly online: boolean };
  of(partition: string | undefined): StoodInSession;
  isPrivileged(scheme: string): boolean;
  /** Origins on this machine that the app has asked something of. */
  localOrigins: Set<string>;
}

function createSession(world: World, privileged: Set<string>, localOrigins: Set<string>): StoodInSession {
  const handlers = new Map<string, SchemeHandler>();
  let beforeRequest: BeforeRequest | null = null;

  function allowed(details: RequestDetails): Promise<boolean> {
    if (beforeRequest === null) return Promise.resolve(true);
    const ask = beforeRequest;
    return new Promise((resolve) =>
      ask(details, (answer) => resolve(answer.cancel !== true && answer.redirectURL === undefined)),
    );
  }

  const protocol = complete('protocol', {
    handle: (scheme: string, handler: SchemeHandler) => {
      if (!world.ready) throw new Error("The 'protocol' module can't be used before the app 'ready' event");
      if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
      if (!privileged.has(scheme)) throw new NotStoodInError(`the unprivileged scheme '${scheme}'`);
      handlers.set(scheme, handler);
    },
    unhandle: (scheme: string) => {
      if (!handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
    },
    isProtocolHandled: (scheme: string) => handlers.has(scheme),
  });

  const nothing = () => undefined;
  const members = {
    fetch: createSessionFetch(world, (url) => {
      const { hostname, origin } = new URL(url);
      if (hostname === '127.0.0.1' || hostname === 'localhost') localOrigins.add(origin);
    }),
    protocol,
    webRequest: complete('webRequest', {
      onBeforeRequest: (...given: unknown[]) => {
        beforeRequest = given.at(-1) as BeforeRequest | null;
      },
    }),
    setPermissionRequestHandler: nothing,
    setPermissionCheckHandler: nothing,
    setDevicePermissionHandler: nothing,
    setDisplayMediaRequestHandler: nothing,
    setSpellCheckerEnabled: nothing,
    setUserAgent: nothing,
    allowNTLMCredentialsForDomains: nothing,
    setProxy: async () => undefined,
    closeAllConnections: async () => undefined,
    clearStorageData: async () => undefined,
    clearCache: async () => undefined,
    async serve(url: string, asked = { method: 'GET', resourceType: 'mainFrame' }): Promise<Response> {
      const handler = handlers.get(new URL(url).protocol.slice(0, -1));
      if (handler === undefined) return new Response('net::ERR_UNKNOWN_URL_SCHEME', { status: 404 });
      if (!(await allowed({ url, ...asked }))) return new Response('net::ERR_BLOCKED_BY_CLIENT', { status: 403 });
      const response = await handler(new Request(url, { method: asked.method }));
      if (!(response instanceof Response)) throw new Error('net::ERR_UNEXPECTED');
      return response;
    },
  };
  return complete('session', Object.assign(new EventEmitter(), members));
}

export function createSessions(world: World): Sessions {
  const sessions = new Map<string, StoodInSession>();
  const privileged = new Set<string>();
  const localOrigins = new Set<string>();
  let registered = false;

  function of(partition = ''): StoodInSession {
    if (!world.ready) throw new Error('Session can only be received when app is ready');
    const existing = sessions.get(partition);
    if (existing !== undefined) return existing;
    const session = createSession(world, privileged, localOrigins);
    sessions.set(partition, session);
    return session;
  }

  return {
    of,
    localOrigins,
    isPrivileged: (scheme) => privileged.has(scheme),
    session: complete('session', {
      get defaultSession() {
        return of();
      },
      fromPartition: (partition: string) => of(partition),
    }),
    protocol: complete('protocol', {
      registerSchemesAsPrivileged: (schemes: E.CustomScheme[]) => {
        if (world.ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
        if (registered)
          throw new NotStoodInError('registerSchemesAsPrivileged more than once (the last call would win)');
        registered = true;
        for (const { scheme } of schemes) privileged.add(scheme);
      },
      handle: (scheme: string, handler: SchemeHandler) => of().protocol.handle(scheme, handler),
      unhandle: (scheme: string) => of().protocol.unhandle(scheme),
      isProtocolHandled: (scheme: string) => of().protocol.isProtocolHandled(scheme),
    }),
    net: complete('net', {
      fetch: async (input: string | Request, init?: RequestInit) => of().fetch(input, init),
      isOnline: () => world.online,
      get online() {
        return world.online;
      },
    }),
  };
}
