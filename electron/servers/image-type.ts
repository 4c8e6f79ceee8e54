export type ImageType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';

/** What kind of picture some bytes are, and its size in pixels, by its header; null for everything else, SVG included. */
export function recogniseImage(bytes: Uint8Array): { type: ImageType; width: number; height: number } | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const readers = { 'image/png': pngSize, 'image/gif': gifSize, 'image/webp': webpSize, 'image/jpeg': jpegSize };
  for (const [type, read] of Object.entries(readers)) {
    const size = read(data);
    if (size !== null && size[0] > 0 && size[1] > 0)
      return { type: type as ImageType, width: size[0], height: size[1] };
  }
  return null;
}

type Size = [width: number, height: number];

/** https://www.w3.org/TR/png-3/#11IHDR */
function pngSize(data: Buffer): Size | null {
  const isPng = data.length >= 24 && data.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n';
  return isPng && data.toString('latin1', 12, 16) === 'IHDR' ? [data.readUInt32BE(16), data.readUInt32BE(20)] : null;
}

/** https://www.w3.org/Graphics/GIF/spec-gif89a.txt */
function gifSize(data: Buffer): Size | null {
  const isGif = data.length >= 10 && /^GIF8[79]a$/.test(data.toString('latin1', 0, 6));
  return isGif ? [data.readUInt16LE(6), data.readUInt16LE(8)] : null;
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function webpSize(data: Buffer): Size | null {
  if (data.length < 30 || data.toString('latin1', 0, 4) !== 'RIFF' || data.toString('latin1', 8, 12) !== 'WEBP') {
    return null;
  }
  const form = data.toString('latin1', 12, 16);
  if (form === 'VP8X') return [data.readUIntLE(24, 3) + 1, data.readUIntLE(27, 3) + 1];
  if (form === 'VP8 ') return [data.readUInt16LE(26) & 0x3fff, data.readUInt16LE(28) & 0x3fff];
  if (form !== 'VP8L' || data[20] !== 0x2f) return null;
  const bits = data.readUInt32LE(21);
  return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
}

/** Walks the segments up to the frame header. https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.1 */
function jpegSize(data: Buffer): Size | null {
  if (data.length < 4 || data.readUInt16BE(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 < data.length && data[at] === 0xff) {
    const marker = data[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return [data.readUInt16BE(at + 7), data.readUInt16BE(at + 5)];
    at += marker === 0xff ? 1 : 2 + data.readUInt16BE(at + 2);
  }
  return null;
}
