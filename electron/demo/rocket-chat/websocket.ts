import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** The server's end of one websocket; text only. https://www.rfc-editor.org/rfc/rfc6455 */
export interface WebSocketEnd {
  send(text: string): void;
  close(): void;
}

export interface WebSocketListener {
  text(text: string): void;
  closed(): void;
}

interface Frame {
  final: boolean;
  opcode: number;
  payload: Buffer;
  /** Bytes it took in all. */
  size: number;
}

/** Appended to the client's key; fixed by RFC 6455, section 1.3. */
const HANDSHAKE_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const OPCODE = { continuation: 0, text: 1, close: 8, ping: 9, pong: 10 };
const MESSAGE_LIMIT = 1_000_000;

/** Answers the handshake and speaks frames from there on; null where the request is no proper handshake. */
export function acceptWebSocket(
  request: IncomingMessage,
  socket: Duplex,
  createListener: (end: WebSocketEnd) => WebSocketListener,
): WebSocketEnd | null {
  const key = request.headers['sec-websocket-key'];
  if (key === undefined || request.headers['sec-websocket-version'] !== '13') {
    socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    return null;
  }
  const accept = createHash('sha1').update(`${key}${HANDSHAKE_GUID}`).digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  const end: WebSocketEnd = {
    send: (text) => void (socket.writable && socket.write(encodeFrame(OPCODE.text, Buffer.from(text)))),
    close: () => void (socket.writable && socket.end(encodeFrame(OPCODE.close, Buffer.from([0x03, 0xe8])))),
  };
  readFrames(socket, createListener(end));
  return end;
}

function readFrames(socket: Duplex, listener: WebSocketListener): void {
  let pending = Buffer.alloc(0);
  let message: Buffer[] = [];

  function take({ opcode, payload, final }: Frame): void {
    if (opcode === OPCODE.close) socket.end(encodeFrame(OPCODE.close, payload));
    else if (opcode === OPCODE.ping) socket.write(encodeFrame(OPCODE.pong, payload));
    else if (opcode === OPCODE.text || opcode === OPCODE.continuation) {
      message.push(payload);
      if (!final) return;
      const text = Buffer.concat(message).toString('utf8');
      message = [];
      listener.text(text);
    }
  }

  socket.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    if (pending.length > MESSAGE_LIMIT) socket.destroy();
    for (let frame = decodeFrame(pending); frame !== null; frame = decodeFrame(pending)) {
      pending = pending.subarray(frame.size);
      take(frame);
    }
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => listener.closed());
}

/** The first whole frame, or null while bytes are missing. A client's frames are always masked. */
function decodeFrame(bytes: Buffer): Frame | null {
  if (bytes.length < 2) return null;
  const first = bytes.readUInt8(0);
  const isMasked = (bytes.readUInt8(1) & 0x80) !== 0;
  const short = bytes.readUInt8(1) & 0x7f;
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  const maskAt = 2 + lengthBytes;
  const payloadAt = maskAt + (isMasked ? 4 : 0);
  if (bytes.length < payloadAt) return null;
  const length =
    lengthBytes === 0 ? short : lengthBytes === 2 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  const size = payloadAt + length;
  if (bytes.length < size) return null;
  const payload = Buffer.from(bytes.subarray(payloadAt, size));
  if (isMasked) {
    for (let n = 0; n < payload.length; n += 1) payload[n] = (payload[n] ?? 0) ^ (bytes[maskAt + (n % 4)] ?? 0);
  }
  return { final: (first & 0x80) !== 0, opcode: first & 0x0f, payload, size };
}

function encodeFrame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const head = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  head.writeUInt8(0x80 | opcode, 0);
  if (length < 126) head.writeUInt8(length, 1);
  else if (length < 65_536) {
    head.writeUInt8(126, 1);
    head.writeUInt16BE(length, 2);
  } else {
    head.writeUInt8(127, 1);
    head.writeBigUInt64BE(BigInt(length), 2);
  }
  return Buffer.concat([head, payload]);
}
