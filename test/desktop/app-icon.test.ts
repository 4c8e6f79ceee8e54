import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const asset = (name: string) => readFile(new URL(`../../assets/${name}`, import.meta.url));
const PNG_SIGNATURE = '89504e470d0a1a0a';

/** The edge length of a PNG, checked to be one. */
function edgeOf(png: Buffer): number {
  expect(png.toString('hex', 0, 8)).toBe(PNG_SIGNATURE);
  expect(png.readUInt32BE(20)).toBe(png.readUInt32BE(16));
  return png.readUInt32BE(16);
}

test('Linux gets one picture per size, the largest for everything else', async () => {
  for (const size of [16, 32, 48, 64, 128, 256, 512]) {
    expect(edgeOf(await asset(`icons/${size}x${size}.png`))).toBe(size);
  }
  expect(edgeOf(await asset('icon.png'))).toBe(1024);
});

test('each picture in the Windows icon is where its table says, in the size it says', async () => {
  const icon = await asset('icon.ico');
  const count = icon.readUInt16LE(4);
  const sizes: number[] = [];
  for (let entry = 6; entry < 6 + count * 16; entry += 16) {
    const offset = icon.readUInt32LE(entry + 12);
    const size = icon.readUInt8(entry) || 256;
    expect(edgeOf(icon.subarray(offset, offset + icon.readUInt32LE(entry + 8)))).toBe(size);
    sizes.push(size);
  }
  expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
});

test('the blocks of the macOS icon fill the file, and hold what their names say', async () => {
  const icon = await asset('icon.icns');
  expect(icon.toString('latin1', 0, 4)).toBe('icns');
  expect(icon.readUInt32BE(4)).toBe(icon.length);
  const edges: Record<string, number> = {};
  for (let at = 8; at < icon.length; at += icon.readUInt32BE(at + 4)) {
    edges[icon.toString('latin1', at, at + 4)] = edgeOf(icon.subarray(at + 8));
  }
  expect(edges).toEqual({ ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 });
});
