import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FileServer {
  url: string;
  content: string;
  /** The headers of each request. */
  requests: IncomingHttpHeaders[];
  /** The status of each answer. */
  answers: number[];
  close(): Promise<void>;
}

/** One file on 127.0.0.1, as a plain web server has it: with an ETag, a cookie nobody asked for, and 304 when asked. */
export async function startFileServer(content: string): Promise<FileServer> {
  const http = createServer((request, response) => {
    // The preview's desktop looks whether this is a demo server.
    if (!request.url?.startsWith('/presets.json')) {
      response.writeHead(404).end();
      return;
    }
    const etag = `"${createHash('sha256').update(server.content).digest('hex')}"`;
    const status = request.headers['if-none-match'] === etag ? 304 : 200;
    server.requests.push(request.headers);
    server.answers.push(status);
    response.writeHead(status, { etag, 'set-cookie': 'seen=1', 'content-type': 'application/json' });
    response.end(status === 200 ? server.content : undefined);
  });
  const server: FileServer = {
    ...{ url: '', content, requests: [], answers: [] },
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  server.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/presets.json`;
  return server;
}
