import { randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { z } from 'zod';
import { COMMAND_LINE } from '../contract/languages/en/command-line.ts';
import { type CommandLineRequest, type Reply, requestSchema } from './request.ts';

/** Where the running app says how it can be asked. Readable by its user only; gone when the app quits. */
export const DOOR_FILE = 'command-line.json';

export const doorSchema = z.object({ address: z.string(), token: z.string() });

/** One line of JSON goes in, one comes out. In bytes. */
export const LARGEST_MESSAGE = 128 * 1024;
/** Whoever connects and says nothing is shown out. */
const PATIENCE_MS = 5_000;
/** macOS allows 103 bytes, and some Linux systems 107. https://man7.org/linux/man-pages/man7/unix.7.html */
const LONGEST_SOCKET_PATH = 100;

const messageSchema = z.object({ token: z.string(), request: z.unknown() });

export interface RequestDoor {
  close(): void;
}

export interface RequestDoorDeps {
  /** The folder of the app's settings: absolute. */
  folder: string;
  answer: (request: CommandLineRequest) => Promise<Reply>;
  log: { warn(message: string): void; error(message: string, error: unknown): void };
}

/**
 * Lets other processes of the same user ask the running app, by a socket that only its user may use, or a named pipe on
 * Windows, where everybody can reach one: so each request carries a token from a file that only its user can read.
 */
export async function openRequestDoor({ folder, answer, log }: RequestDoorDeps): Promise<RequestDoor> {
  const token = randomBytes(32).toString('base64url');
  const address = freeAddress(folder);
  const file = join(folder, DOOR_FILE);
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    void answerOne(socket, token, answer).catch((error: unknown) => {
      log.error('A request of the command line failed', error);
      socket.destroy();
    });
  });
  await listen(server, address);
  server.on('error', () => log.warn('The door for the command line has failed'));
  if (!isPipe(address)) chmodSync(address, 0o600);
  const written = `${file}.new`;
  writeFileSync(written, JSON.stringify({ address, token }), { mode: 0o600 });
  renameSync(written, file);
  return {
    close() {
      server.close();
      rmSync(file, { force: true });
      if (isPipe(address)) return;
      rmSync(address, { force: true });
      if (dirname(address) !== folder) rmSync(dirname(address), { recursive: true, force: true });
    },
  };
}

function freeAddress(folder: string): string {
  // Paths with backslashes are where named pipes are.
  if (sep === '\\') return `\\\\.\\pipe\\whereabouts-${randomBytes(16).toString('hex')}`;
  const inFolder = join(folder, 'command-line.sock');
  if (Buffer.byteLength(inFolder) <= LONGEST_SOCKET_PATH) {
    // Left by a crash; the app runs once per folder, so it is nobody's now.
    rmSync(inFolder, { force: true });
    return inFolder;
  }
  return join(mkdtempSync(join(tmpdir(), 'whereabouts-')), 'door');
}

function isPipe(address: string): boolean {
  return address.startsWith('\\\\');
}

function listen(server: Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function answerOne(socket: Socket, token: string, answer: RequestDoorDeps['answer']): Promise<void> {
  // Whoever goes away early is not waited for.
  socket.on('error', () => socket.destroy());
  const line = await readLine(socket, PATIENCE_MS);
  const message = messageSchema.safeParse(line === null ? null : parseJson(line));
  if (!message.success || !same(message.data.token, token)) return void socket.destroy();
  socket.setTimeout(0);
  const request = requestSchema.safeParse(message.data.request);
  const reply: Reply = request.success
    ? await answer(request.data)
    : { exitCode: 1, out: '', err: COMMAND_LINE.otherVersion };
  socket.end(`${JSON.stringify(reply)}\n`);
}

/** null when nothing whole comes in time, or too much. */
export function readLine(socket: Socket, patienceMs: number): Promise<string | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (line: string | null) => {
      socket.removeAllListeners('data');
      resolve(line);
    };
    socket.setTimeout(patienceMs, () => finish(null));
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      const end = chunk.indexOf(0x0a);
      if (size > LARGEST_MESSAGE) finish(null);
      else if (end !== -1) finish(Buffer.concat(chunks).toString('utf8').split('\n', 1)[0] ?? '');
    });
    socket.once('end', () => finish(null));
    socket.once('close', () => finish(null));
  });
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
