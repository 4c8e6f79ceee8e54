import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { DemoReply } from './exchange.ts';
import type { Fault } from './faults.ts';

const CHUNK = Buffer.alloc(64 * 1024, 0x20);

export function sendReply(outgoing: ServerResponse, reply: DemoReply): void {
  if (outgoing.destroyed) return;
  const asIs = typeof reply.body === 'string' || Buffer.isBuffer(reply.body);
  const body = asIs || reply.body === undefined ? ((reply.body ?? '') as string | Buffer) : JSON.stringify(reply.body);
  const type = asIs ? 'text/html; charset=utf-8' : 'application/json';
  outgoing.writeHead(reply.status, { 'Content-Type': type, ...reply.headers });
  outgoing.end(body);
}

/** True when the fault has taken over the answer; false when the usual one is still to be sent. */
export function playFault(fault: Fault, outgoing: ServerResponse): boolean {
  const headers = { ...fault.headers };
  if (fault.hang) return true;
  if (fault.reset) {
    outgoing.destroy();
  } else if (fault.redirectTo !== undefined) {
    sendReply(outgoing, { status: fault.status ?? 302, headers: { ...headers, Location: fault.redirectTo }, body: '' });
  } else if (fault.cutOff) {
    outgoing.writeHead(fault.status ?? 200, {
      'Content-Type': 'application/json',
      'Content-Length': '1000',
      ...headers,
    });
    outgoing.write('{"result":', () => outgoing.destroy());
  } else if (fault.hugeBytes !== undefined) {
    outgoing.writeHead(fault.status ?? 200, { 'Content-Type': 'application/json', ...headers });
    Readable.from(blanks(fault.hugeBytes))
      .on('error', () => outgoing.destroy())
      .pipe(outgoing);
  } else if (fault.status !== undefined || fault.body !== undefined) {
    sendReply(outgoing, { status: fault.status ?? 200, headers, body: fault.body ?? '' });
  } else {
    return false;
  }
  return true;
}

function* blanks(bytes: number): Generator<Buffer> {
  for (let left = bytes; left > 0; left -= CHUNK.length) yield CHUNK.subarray(0, Math.min(left, CHUNK.length));
}
