import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DemoReply, DemoRequest } from './exchange.ts';
import { createFaults, type FaultLine, type Faults } from './faults.ts';
import type { ServerSidePage } from './person-view.ts';
import { createReceivedLog, type ReceivedLog } from './received-log.ts';
import { playFault, sendReply } from './send-reply.ts';

export interface DemoHttpOptions {
  host: string;
  /** 0 takes any free port. */
  port: number;
  clock: () => number;
  /** True for requests whose body must not be kept in the log. */
  isSecret: (path: string) => boolean;
  answer: (request: DemoRequest) => DemoReply | Promise<DemoReply>;
  /** What the server now has for everyone: shown at {@link SERVER_SIDE_PATH}, so that others can look at it live. */
  serverSide: () => ServerSidePage;
  upgrade?: (request: IncomingMessage, socket: Duplex) => void;
}

export interface DemoHttp {
  /** The origin, without a slash at the end. */
  origin: string;
  faults: Faults;
  received: ReceivedLog;
  /** Ends open requests and sockets too, so it never waits for a client. */
  close(): Promise<void>;
}

/** No real server has this path. Requests to it are not logged. */
export const SERVER_SIDE_PATH = '/demo/people.json';

const BODY_LIMIT = 1_000_000;

export async function startDemoHttp(options: DemoHttpOptions): Promise<DemoHttp> {
  const sockets = new Set<Socket>();
  const dropAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  const faults = createFaults(dropAll);
  const received = createReceivedLog();
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing, options, faults, received).catch(() => {
      // A request that no real server could read either, such as a broken multipart form.
      if (outgoing.headersSent) outgoing.destroy();
      else sendReply(outgoing, { status: 500, body: { success: false, error: 'Internal server error' } });
    });
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    if (faults.refuses()) socket.destroy();
  });
  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex) => {
    if (options.upgrade === undefined) socket.destroy();
    else options.upgrade(incoming, socket);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://${options.host}:${port}`,
    faults,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        dropAll();
      }),
  };
}

async function serve(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  options: DemoHttpOptions,
  faults: FaultLine,
  received: ReceivedLog,
): Promise<void> {
  outgoing.setHeader('Date', new Date(options.clock()).toUTCString());
  const request = await readRequest(incoming, outgoing);
  if (request.path === SERVER_SIDE_PATH) {
    sendReply(outgoing, { status: 200, body: options.serverSide() });
    return;
  }
  received.add({
    method: request.method,
    path: request.path,
    query: request.query.toString(),
    hadCredentials: ['authorization', 'x-auth-token', 'cookie'].some((name) => name in request.headers),
    userAgent: request.headers['user-agent'] ?? '',
    body: options.isSecret(request.path) ? null : request.body.toString('utf8'),
    at: options.clock(),
  });
  const fault = faults.take(request.method, request.path);
  if (fault?.delayMs !== undefined) await sleep(fault.delayMs, undefined, { signal: request.gone });
  if (fault !== undefined && playFault(fault, outgoing)) return;
  // HEAD is answered like GET; Node leaves the body out.
  const reply = await options.answer(request.method === 'HEAD' ? { ...request, method: 'GET' } : request);
  sendReply(outgoing, { ...reply, headers: { ...reply.headers, ...fault?.headers } });
}

async function readRequest(incoming: IncomingMessage, outgoing: ServerResponse): Promise<DemoRequest> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new Error('The request is too large');
    chunks.push(chunk);
  }
  const gone = new AbortController();
  outgoing.on('close', () => gone.abort());
  const url = new URL(incoming.url ?? '/', 'http://demo.invalid');
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    body: Buffer.concat(chunks),
    ip: incoming.socket.remoteAddress ?? '',
    gone: gone.signal,
  };
}
