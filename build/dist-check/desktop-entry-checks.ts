import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LANGUAGES } from '../../electron/contract/language.ts';
import { translatedMessages } from '../languages.ts';
import type { Check } from './check.ts';
import type { PackedApp } from './pack.ts';

const WANTED: Record<string, RegExp> = {
  Name: /^Whereabouts$/,
  Exec: /^\/opt\/Whereabouts\/whereabouts %U$/,
  Type: /^Application$/,
  Terminal: /^false$/,
  StartupWMClass: /^app\.whereabouts\.Whereabouts$/,
  MimeType: /(^|;)x-scheme-handler\/whereabouts;/,
  Categories: /^Network;InstantMessaging;$/,
  Comment: /\S/,
  Icon: /^whereabouts$/,
  Actions: /^open;clear;$/,
};

/** The sections of a desktop entry under their names, each with its keys. */
type Sections = Map<string, Map<string, string>>;

/** What desktops are told about the app: its entry in the app menu, and what a right click there offers. */
export function checkDesktopEntry(root: string, { desktopEntry, desktopFileName }: PackedApp): Check[] {
  const sections = readSections(desktopEntry);
  const main = sections.get('Desktop Entry');
  return [
    checkFileName(root, desktopFileName),
    ...Object.entries(WANTED).map(([key, pattern]) => {
      const found = main?.get(key) ?? '';
      return { name: `desktop entry: ${key}`, found, ok: pattern.test(found) };
    }),
    checkLanguages(sections, 'Desktop Entry', 'Comment', 'comment'),
    checkLanguages(sections, 'Desktop Action open', 'Name', 'open'),
    checkLanguages(sections, 'Desktop Action clear', 'Name', 'clear'),
    ...validate(desktopEntry, desktopFileName),
  ];
}

function checkFileName(root: string, found: string): Check {
  const { desktopName } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return { name: 'the desktop file is named as desktopName says', found, ok: found === desktopName };
}

function readSections(entry: string): Sections {
  const sections: Sections = new Map();
  for (const [, name = '', body = ''] of entry.matchAll(/^\[(.+)\]\n((?:(?!\[).*\n?)*)/gm)) {
    const pairs = body.split('\n').map((line) => [line.replace(/=.*$/, ''), line.replace(/^[^=]*=/, '')] as const);
    sections.set(name, new Map(pairs));
  }
  return sections;
}

/** Each language that the app speaks has its own words, under the name by which a system of that language asks. */
function checkLanguages(sections: Sections, section: string, key: string, text: string): Check {
  const values = sections.get(section);
  const missing = LANGUAGES.filter(({ tag }) => tag !== 'en').flatMap(({ tag }) => {
    const word = values?.get(`${key}[${systemLocale(tag)}]`);
    return word !== undefined && word === translatedMessages(tag, 'launcher')?.[text] ? [] : [tag];
  });
  return {
    name: `${section.toLowerCase()}: ${key} in every language`,
    found: missing.length > 0 ? `not: ${missing.join(', ')}` : `${LANGUAGES.length} languages`,
    ok: values?.has(key) === true && missing.length === 0,
  };
}

/** Systems tell the languages that are spoken differently in several countries by the country, never by the script. */
function systemLocale(tag: string): string {
  const { language, script, region } = new Intl.Locale(tag);
  const country = script === undefined ? region : new Intl.Locale(tag).maximize().region;
  return country === undefined ? language : `${language}_${country}`;
}

/** freedesktop.org's own check, where it is installed. */
function validate(entry: string, fileName: string): Check[] {
  const folder = mkdtempSync(join(tmpdir(), 'whereabouts-entry-'));
  try {
    const file = join(folder, fileName);
    writeFileSync(file, entry);
    const { error, status, stdout } = spawnSync('desktop-file-validate', [file], { encoding: 'utf8' });
    if (error !== undefined) return [];
    const found = stdout.trim() || 'nothing wrong';
    return [{ name: 'desktop entry: freedesktop.org’s check', found, ok: status === 0 && stdout === '' }];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
