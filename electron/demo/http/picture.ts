import { crc32, deflateSync } from 'node:zlib';

/**
 * A small PNG: a disc of one colour on a clear ground, enough to tell organisations, people and emoji apart.
 * `colour` is `[red, green, blue]`, 0 to 255 each. Format: https://www.w3.org/TR/png-3/
 */
export function drawPicture(colour: readonly [number, number, number], size = 96): Buffer {
  const rows: Buffer[] = [];
  const radius = size / 2;
  for (let y = 0; y < size; y += 1) {
    const row = Buffer.alloc(1 + size * 4);
    for (let x = 0; x < size; x += 1) {
      // The last pixel fades, so that the edge is smooth.
      const inside = Math.min(1, Math.max(0, radius - Math.hypot(x + 0.5 - radius, y + 0.5 - radius)));
      row.set([...colour, Math.round(255 * inside)], 1 + x * 4);
    }
    rows.push(row);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A colour that is always the same for the same words. */
export function colourOf(words: string): [number, number, number] {
  const sum = crc32(words);
  return [64 + (sum & 0x7f), 64 + ((sum >> 8) & 0x7f), 64 + ((sum >> 16) & 0x7f)];
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(typed.length + 8);
  whole.writeUInt32BE(data.length, 0);
  typed.copy(whole, 4);
  whole.writeUInt32BE(crc32(typed), typed.length + 4);
  return whole;
}
