import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { extractFile, listPackage, statFile } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { FUSES } from '../electron-builder.config.mjs';
import type { Check } from './check.ts';
import { checkDesktopEntry } from './desktop-entry-checks.ts';
import { importedPackages } from './imported-packages.ts';
import type { PackedApp } from './pack.ts';

const MAX_OWN_BYTES = 5 * 1000 * 1000;
const NATIVE = 'node_modules/keytar/prebuilds/linux-x64/keytar.node';

/** What may lie inside app.asar; anything else is a mistake. */
const EXPECTED = [
  /^package\.json$/,
  /^assets\/tray\/[\w@-]+\.(png|ico)$/,
  /^out\/THIRD-PARTY-LICENSES\.txt$/,
  /^out\/main\/[\w.-]+\.js$/,
  /^out\/main\/(chunks|assets)\/[\w.-]+\.(js|png|svg|ico|icns|json)$/,
  /^out\/(main|renderer)\/languages\/[\w-]+\.json$/,
  /^out\/main\/shortcodes\/\w+\.json$/,
  /^out\/preload\/[\w.-]+\.cjs$/,
  /^out\/renderer\/[\w.-]+\.(html|svg|png)$/,
  /^out\/renderer\/emoji-data\/[\w-]+\.json\.gz$/,
  /^out\/renderer\/assets\/[\w.-]+\.(js|css|png|svg|woff2|json)$/,
  /^node_modules\/keytar\/(package\.json|LICENSE\.md|lib\/keytar\.js)$/,
];

const NEEDED = [
  'package.json',
  'assets/tray/none.png',
  'assets/tray/noneTemplate.png',
  'out/main/main.js',
  'out/main/shortcodes/joypixels.json',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
  'out/THIRD-PARTY-LICENSES.txt',
  'node_modules/keytar/lib/keytar.js',
  NATIVE,
];

interface AsarFile {
  path: string;
  size: number;
}

/** Everything that `npm run dist:check` proves about a packed app. */
export async function checkPackedApp(root: string, app: PackedApp): Promise<Check[]> {
  const asar = join(app.folder, 'resources', 'app.asar');
  const files = filesIn(asar);
  const native = join(app.folder, 'resources', 'app.asar.unpacked', NATIVE);
  return [
    ...checkFiles(files),
    { name: 'keytar lies outside the asar', found: existsSync(native) ? NATIVE : 'missing', ok: existsSync(native) },
    checkSize(files),
    await checkNotices(root, asar),
    await checkElectronLicenses(app.folder),
    ...checkDesktopEntry(root, app),
    ...(await checkFuses(join(app.folder, 'whereabouts'))),
    await checkLocales(join(app.folder, 'locales')),
  ];
}

function filesIn(asar: string): AsarFile[] {
  return listPackage(asar, { isPack: false })
    .map((path) => path.slice(1).split(sep).join('/'))
    .flatMap((path) => {
      const entry = statFile(asar, path);
      return 'files' in entry || 'link' in entry ? [] : [{ path, size: entry.size }];
    });
}

function checkFiles(files: AsarFile[]): Check[] {
  const paths = files.map((file) => file.path);
  const strange = paths.filter((path) => path !== NATIVE && !EXPECTED.some((pattern) => pattern.test(path)));
  const missing = NEEDED.filter((path) => !paths.includes(path));
  return [
    {
      name: 'no sources, tests, maps or development packages',
      found: strange.join(', ') || 'none',
      ok: strange.length === 0,
    },
    { name: 'all that runs is there', found: missing.join(', ') || `${paths.length} files`, ok: missing.length === 0 },
  ];
}

function checkSize(files: AsarFile[]): Check {
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  const native = files.find((file) => file.path === NATIVE)?.size ?? 0;
  const found = `${(bytes / 1e6).toFixed(2)} MB, of it ${(native / 1e6).toFixed(2)} MB keytar's binary`;
  return { name: 'our own part is at most 5 MB', found, ok: bytes <= MAX_OWN_BYTES };
}

/** Compared with what the sources import, which is found without the bundler. */
async function checkNotices(root: string, asar: string): Promise<Check> {
  const name = 'licences of every package shipped are in it';
  let text: string;
  try {
    text = extractFile(asar, join('out', 'THIRD-PARTY-LICENSES.txt')).toString('utf8');
  } catch {
    return { name, found: 'out/THIRD-PARTY-LICENSES.txt is missing', ok: false };
  }
  const listed = new Set([...text.matchAll(/^={80}\n(\S+) /gm)].map((match) => match[1]));
  const missing = (await importedPackages(root)).filter((one) => !listed.has(one));
  return {
    name,
    found: missing.length > 0 ? `not: ${missing.join(', ')}` : `${listed.size} packages`,
    ok: missing.length === 0,
  };
}

async function checkElectronLicenses(folder: string): Promise<Check> {
  const missing = ['LICENSE.electron.txt', 'LICENSES.chromium.html'].filter((file) => !existsSync(join(folder, file)));
  return {
    name: "Electron's and Chromium's licences stay",
    found: missing.join(', ') || 'both',
    ok: missing.length === 0,
  };
}

async function checkFuses(binary: string): Promise<Check[]> {
  const wire = await getCurrentFuseWire(binary);
  return Object.entries(FUSES).map(([key, wanted]) => {
    const option = `${key[0]?.toUpperCase()}${key.slice(1)}` as keyof typeof FuseV1Options;
    const state = String.fromCharCode(Number(wire[FuseV1Options[option]]));
    return { name: `fuse: ${key}`, found: state === '1' ? 'on' : 'off', ok: state === (wanted ? '1' : '0') };
  });
}

async function checkLocales(folder: string): Promise<Check> {
  const locales = (await readdir(folder)).map((file) => relative(folder, join(folder, file)).replace('.pak', ''));
  const strange = locales.filter((locale) => ['sv', 'th', 'vi'].includes(locale));
  const ok = strange.length === 0 && locales.includes('en-US') && statSync(folder).isDirectory();
  return { name: 'only the chosen languages of Chromium', found: locales.join(', '), ok };
}
