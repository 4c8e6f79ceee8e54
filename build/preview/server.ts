import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createDemoServerWatch } from './demo-server-watch.ts';
import { answerDesktopFile } from './desktop-files.ts';
import { answerFrame } from './frame-files.ts';
import { createGuard } from './guard.ts';
import { createPagePush, type InvokeAnswer, type PagePush } from './page-push.ts';
import type { DesktopAction } from './stand-in/desktop-state.ts';
import type { StandIn } from './stand-in/stand-in.ts';

export interface PreviewServer {
  /** With the one-time token. */
  url: string;
  /** Tells the page that the app has quit, then ends. */
  close(): Promise<void>;
}

interface IpcMessage {
  windowId: number;
  channel: string;
  args: string;
}

async function readJson<T>(request: IncomingMessage): Promise<T> {
  return JSON.parse(Buffer.concat(await request.toArray()).toString('utf8')) as T;
}

const JSON_HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-store' };

type Post = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

/** What the page may send, by path. */
function createPosts(standIn: StandIn, push: PagePush, uploads: string): Record<string, Post> {
  return {
    '/act': async (request, response) => {
      standIn.act(await readJson<DesktopAction>(request));
      response.writeHead(204).end();
    },
    '/ipc/invoke': async (request, response) => {
      const { windowId, channel, args } = await readJson<IpcMessage>(request);
      const answering = standIn.windows.byId(windowId)?.webContents.receiveInvoke(channel, args);
      // The page sends its next message when it sees these: main has begun with this one.
      response.writeHead(200, JSON_HEADERS).flushHeaders();
      const answer: InvokeAnswer = await Promise.resolve(answering).then(
        (value) => ({ value, after: push.catchUp() }),
        (error: Error) => ({ error: error.message, after: push.catchUp() }),
      );
      response.end(JSON.stringify(answer));
    },
    '/ipc/send': async (request, response) => {
      const { windowId, channel, args } = await readJson<IpcMessage>(request);
      standIn.windows.byId(windowId)?.webContents.receiveSend(channel, args);
      response.writeHead(204).end();
    },
    '/upload': async (request, response, url) => {
      const path = join(uploads, `${randomUUID()}-${basename(url.searchParams.get('name') ?? 'file')}`);
      await pipeline(request, createWriteStream(path, { mode: 0o600 }));
      response.writeHead(200, JSON_HEADERS).end(JSON.stringify({ path }));
    },
  };
}

/** Serves the desktop's page on 127.0.0.1; port 0 takes a free one. `uploads` is a private folder for chosen files. */
export async function startPreviewServer(
  standIn: StandIn,
  { port, uploads }: { port: number; uploads: string },
): Promise<PreviewServer> {
  const watch = createDemoServerWatch(standIn.localOrigins, () => standIn.world.changed());
  const push = createPagePush(standIn, watch);
  const posts = createPosts(standIn, push, uploads);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const post = posts[url.pathname];
    if (request.method === 'POST' && post !== undefined) await post(request, response, url);
    else if (url.pathname === '/events') push.connect(response);
    else if (url.pathname.startsWith('/window/')) await answerFrame(standIn, url, request, response);
    else await answerDesktopFile(url.pathname, response);
  }

  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const guard = createGuard((server.address() as AddressInfo).port);
  server.on('request', (request, response) => {
    if (!guard.admits(request, response)) return;
    answer(request, response).catch((error: unknown) => {
      process.stderr.write(`Preview: ${request.method} ${request.url}: ${String((error as Error).stack)}\n`);
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
    });
  });

  return {
    url: guard.url(),
    close: async () => {
      watch.stop();
      await push.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
