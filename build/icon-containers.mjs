// Containers of PNG images, written by hand: both are a short table in front of the unchanged PNG bytes.

/**
 * A Windows icon. https://learn.microsoft.com/windows/win32/menurc/resdir
 * @param {{ size: number, png: Buffer }[]} images edge lengths up to 256
 */
export function ico(images) {
  const header = Buffer.alloc(6);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length + images.length * 16;
  const entries = images.map(({ size, png }) => {
    const entry = Buffer.alloc(16);
    // One byte each for width and height, in which 256 is written as 0.
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...images.map(({ png }) => png)]);
}

/** The four-letter names of the PNG slots of a macOS icon, by name; the value is the edge length. */
export const ICNS_SLOTS = {
  ic11: 32,
  ic12: 64,
  ic07: 128,
  ic13: 256,
  ic08: 256,
  ic14: 512,
  ic09: 512,
  ic10: 1024,
};

/**
 * A macOS icon. https://en.wikipedia.org/wiki/Apple_Icon_Image_format
 * @param {(size: number) => Buffer} pngOf
 */
export function icns(pngOf) {
  const blocks = Object.entries(ICNS_SLOTS).map(([name, size]) => {
    const png = pngOf(size);
    return Buffer.concat([Buffer.from(name, 'latin1'), uint32(png.length + 8), png]);
  });
  const body = Buffer.concat(blocks);
  return Buffer.concat([Buffer.from('icns', 'latin1'), uint32(body.length + 8), body]);
}

/** @param {number} value */
function uint32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
