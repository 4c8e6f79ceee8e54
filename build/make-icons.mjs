// Draws every icon from the SVG sources in assets/ with a Chromium, and writes them beside the sources.
// Run by hand after a change: node build/make-icons.mjs. The results are committed, so that a build needs no browser.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { ICNS_SLOTS, icns, ico } from './icon-containers.mjs';
import { chromiumLaunchOptions } from './system-chromium.mjs';

const ASSETS = new URL('../assets/', import.meta.url);
const STATES = /** @type {const} */ (['none', 'set', 'away', 'trouble']);

/** Windows' bars are either light or dark; Linux' are unknown, so its colours stand out on both. */
const COLOURS = {
  light: { none: '#3c3f46', set: '#2f4cc4', away: '#a86b00', trouble: '#c2332a' },
  dark: { none: '#e6e7eb', set: '#9db1ff', away: '#f0b840', trouble: '#ff8177' },
  linux: { none: '#8d929c', set: '#5b7cff', away: '#d9921a', trouble: '#e2584d' },
};

const browser = await chromium.launch(chromiumLaunchOptions());

/**
 * @param {string} svg
 * @param {number} size edge length in pixels
 */
async function png(svg, size, colour = '#000') {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body{margin:0;color:${colour}}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  const bytes = await page.screenshot({ omitBackground: true });
  await page.close();
  return bytes;
}

/**
 * @param {string} name
 * @param {Buffer} bytes
 */
const write = (name, bytes) => writeFile(new URL(name, ASSETS), bytes);

/** @param {string} name */
const source = (name) => readFile(new URL(name, ASSETS), 'utf8');

async function makeAppIcon() {
  const svg = await source('icon.svg');
  /** @type {Map<number, Buffer>} */
  const bySize = new Map();
  const sizes = new Set([16, 24, 32, 48, 64, 128, 256, 512, 1024, ...Object.values(ICNS_SLOTS)]);
  for (const size of sizes) bySize.set(size, await png(svg, size));
  const at = (/** @type {number} */ size) => bySize.get(size) ?? Buffer.alloc(0);

  await mkdir(new URL('icons/', ASSETS), { recursive: true });
  for (const size of [16, 32, 48, 64, 128, 256, 512]) await write(`icons/${size}x${size}.png`, at(size));
  await write('icon.png', at(1024));
  await write('icon.ico', ico([16, 24, 32, 48, 64, 128, 256].map((size) => ({ size, png: at(size) }))));
  await write('icon.icns', icns(at));
}

/** @param {typeof STATES[number]} state */
async function makeTrayIcon(state) {
  const svg = await source(`tray/${state}.svg`);
  // macOS takes black with alpha and colours it itself; the file name's ending tells it so.
  await write(`tray/${state}Template.png`, await png(svg, 16));
  await write(`tray/${state}Template@2x.png`, await png(svg, 32));
  await write(`tray/${state}.png`, await png(svg, 22, COLOURS.linux[state]));
  await write(`tray/${state}@2x.png`, await png(svg, 44, COLOURS.linux[state]));
  for (const bar of /** @type {const} */ (['light', 'dark'])) {
    const images = [];
    for (const size of [16, 20, 24, 32, 48]) images.push({ size, png: await png(svg, size, COLOURS[bar][state]) });
    await write(`tray/${state}-${bar}.ico`, ico(images));
  }
}

await makeAppIcon();
for (const state of STATES) await makeTrayIcon(state);
await browser.close();
