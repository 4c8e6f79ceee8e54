import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** One package whose code is shipped, with what its authors ask to be shipped along. */
export interface Notice {
  name: string;
  version: string;
  license: string;
  text: string;
}

interface Options {
  /** The file to write. */
  file: string;
  /** Folders of packages that are shipped without being bundled. */
  unbundled: string[];
}

/**
 * A Vite plugin that writes the licences of all packages whose code ended up in a bundle. Use one instance in all
 * configurations of a build: each bundle adds its packages, and the last one writes the whole list.
 */
export function thirdPartyLicenses({ file, unbundled }: Options): Plugin {
  const folders = new Set(unbundled);
  return {
    name: 'whereabouts:third-party-licenses',
    apply: 'build',
    async writeBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        const sources =
          output.type === 'asset'
            ? output.originalFileNames
            : Object.entries(output.modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : []));
        for (const source of sources) {
          const folder = packageFolderOf(source);
          if (folder !== null) folders.add(folder);
        }
      }
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, formatNotices([...folders].map(readNotice)));
    },
  };
}

/** The package that a file lies in, or null for our own. */
export function packageFolderOf(source: string): string | null {
  const path = source.replace(/^\0/, '').replace(/\?.*$/, '').replaceAll('\\', '/');
  const match = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path);
  return match?.[1] ?? null;
}

/**
 * @throws {Error} when a package has neither a licence file nor names its licence: it must not be shipped then
 */
export function readNotice(folder: string): Notice {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((entry) => /^(licen[cs]e|notice|copying)/i.test(entry));
  const texts = files.map((entry) => readFileSync(join(folder, entry), 'utf8').trim());
  if (texts.length === 0 && license === undefined) throw new Error(`${name} has no licence, so it can't be shipped.`);
  const holder = typeof author === 'string' ? author : (author?.name ?? 'its authors');
  const text = texts.join('\n\n') || `${license}. Copyright ${holder}. The package carries no licence text of its own.`;
  return { name, version, license: license ?? 'see below', text };
}

/** The list as one text, each package once, in alphabetical order. */
export function formatNotices(notices: readonly Notice[]): string {
  const unique = new Map(notices.map((notice) => [`${notice.name} ${notice.version}`, notice]));
  const sorted = [...unique.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = sorted.map(([title, { license, text }]) => `${'='.repeat(80)}\n${title} (${license})\n\n${text}\n`);
  return `Whereabouts contains these works of others.\n\n${parts.join('\n')}`;
}
