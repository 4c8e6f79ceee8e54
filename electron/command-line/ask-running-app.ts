import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CommandLineRequest, type Reply, replySchema } from './request.ts';
import { DOOR_FILE, doorSchema, parseJson, readLine } from './request-door.ts';

export interface AskRunningAppDeps {
  /** The folder of the app's settings: absolute. */
  folder: string;
  /** Starts the app without its window; null: it is not to be started. */
  startApp: (() => void) | null;
}

/** A slow computer that has just been switched on. */
const LONGEST_START_MS = 30_000;
const RETRY_MS = 100;
/** Longer than the app itself waits for its servers. */
const LONGEST_ANSWER_MS = 30_000;

/** Asks the running app, and starts it first where there is none. null when nobody answers. */
export async function askRunningApp(request: CommandLineRequest, deps: AskRunningAppDeps): Promise<Reply | null> {
  const giveUp = Date.now() + LONGEST_START_MS;
  let asked = await askOnce(request, deps.folder);
  if (asked === 'not-there') deps.startApp?.();
  while (asked === 'not-there' && deps.startApp !== null && Date.now() < giveUp) {
    await sleep(RETRY_MS);
    asked = await askOnce(request, deps.folder);
  }
  return asked === 'not-there' ? null : asked;
}

/** null: it was asked and did not answer; it may have done what it was asked for, so it must not be asked again. */
async function askOnce(request: CommandLineRequest, folder: string): Promise<Reply | 'not-there' | null> {
  const door = readDoor(folder);
  const socket = door && (await reach(door.address));
  if (door === null || socket === null) return 'not-there';
  socket.write(`${JSON.stringify({ token: door.token, request })}\n`);
  const line = await readLine(socket, LONGEST_ANSWER_MS);
  socket.destroy();
  const reply = replySchema.safeParse(line === null ? null : parseJson(line));
  return reply.success ? reply.data : null;
}

/** null where nobody listens: the app has ended without a word. */
function reach(address: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(address, () => resolve(socket));
    // Stays on: what goes wrong later is read from the missing answer.
    socket.on('error', () => resolve(null));
  });
}

function readDoor(folder: string) {
  try {
    const door = doorSchema.safeParse(parseJson(readFileSync(join(folder, DOOR_FILE), 'utf8')));
    return door.success ? door.data : null;
  } catch {
    return null;
  }
}
