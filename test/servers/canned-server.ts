import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  method: string;
  /** Path with query. */
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface CannedReply {
  status?: number;
  headers?: Record<string, string>;
  /** An object is sent as JSON. */
  body?: unknown;
  /** Takes the connection over. */
  raw?: (response: ServerResponse) => void;
}

export type Canned = CannedReply | ((request: Received) => CannedReply | Promise<CannedReply>);

export interface CannedServer extends AsyncDisposable {
  url: string;
  host: string;
  received: Received[];
  /** What is answered, by "METHOD /path" without query; may be changed at any time. 404 for the rest. */
  answers: Record<string, Canned>;
  close(): Promise<void>;
}

/** A server on this machine that says what it is told to and notes what it hears. */
export async function startCannedServer(answers: Record<string, Canned> = {}): Promise<CannedServer> {
  const received: Received[] = [];
  const canned: CannedServer = {
    url: '',
    host: '',
    received,
    answers: { ...answers },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    [Symbol.asyncDispose]: () => canned.close(),
  };
  const server = createServer((request, response) => {
    void respond(canned, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  canned.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  canned.url = `http://${canned.host}`;
  return canned;
}

async function respond(canned: CannedServer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const { method = '', url: path = '', headers } = request;
  const heard = { method, path, headers, body };
  canned.received.push(heard);
  const answer = canned.answers[`${method} ${path.split('?')[0]}`] ?? notFound;
  const reply = typeof answer === 'function' ? await answer(heard) : answer;
  if (reply.raw) return reply.raw(response);
  const isText = typeof reply.body === 'string' || Buffer.isBuffer(reply.body);
  response.writeHead(reply.status ?? 200, {
    'Content-Type': isText ? 'text/html; charset=utf-8' : 'application/json',
    ...reply.headers,
  });
  response.end(reply.body === undefined ? '' : isText ? reply.body : JSON.stringify(reply.body));
}

const notFound: CannedReply = { status: 404, body: '<html><body>Not found</body></html>' };
