import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { areaNames, LANGUAGES_FOLDER, translatedLanguages } from '../../../build/languages.ts';
import { ENGLISH, LANGUAGES } from '../../../electron/contract/language.ts';
import { anatomy, catalogOf, englishCatalog, exceptionsOf } from './catalog.ts';

const english = englishCatalog();
const messagesOf = (catalog: Map<string, string>) => [...catalog].map(([key, message]) => ({ key, message }));

test('speaks every language that is offered', () => {
  const there = translatedLanguages();
  expect(LANGUAGES.map(({ tag }) => tag).filter((tag) => tag !== ENGLISH && !there.includes(tag))).toEqual([]);
});

test('has no folder without a language, and no file without an area', () => {
  const tags = LANGUAGES.map(({ tag }) => tag);
  expect(translatedLanguages().filter((tag) => !tags.includes(tag))).toEqual([]);
  const files = areaNames().map((area) => `${area}.json`);
  for (const tag of translatedLanguages()) {
    expect(readdirSync(join(LANGUAGES_FOLDER, tag)).filter((file) => !files.includes(file))).toEqual([]);
  }
});

describe('English', () => {
  test('has both its plurals, and no straight quotes, which mean something to ICU', () => {
    const wrong = messagesOf(english).filter(({ message }) => {
      const incomplete = anatomy(message).plurals.some(({ categories }) => !categories.includes('one'));
      return incomplete || message.includes("'");
    });
    expect(wrong).toEqual([]);
  });

  test('has no text that nobody says', () => {
    const unused = areaNames().flatMap((area) => {
      const sources = sourcesWith(`languages/en/${area}.ts`);
      return [...english.keys()].filter((key) => key.startsWith(`${area}.`) && !isNamed(key.split('.'), sources));
    });
    expect(unused).toEqual([]);
  });
});

describe.each(translatedLanguages())('%s', (tag) => {
  const catalog = catalogOf(tag);
  const exceptions = exceptionsOf(tag);
  /** Those that can be held against an English one. */
  const translated = messagesOf(catalog).filter(({ key }) => english.has(key));
  const original = (key: string) => english.get(key) ?? '';
  const counted = (message: string) => anatomy(message).plurals.length > 0;

  test('says all that English says and nothing else', () => {
    expect({
      missing: [...english.keys()].filter((key) => !catalog.has(key)),
      leftOver: [...catalog.keys()].filter((key) => !english.has(key)),
      empty: translated.filter(({ message }) => message.trim() === '').map(({ key }) => key),
    }).toEqual({ missing: [], leftOver: [], empty: [] });
  });

  test('fills in what English fills in, and chooses by the same', () => {
    const wrong = translated.filter(({ key, message }) => {
      const [ours, theirs] = [anatomy(message), anatomy(original(key))];
      const sameArguments = JSON.stringify(ours.arguments) === JSON.stringify(theirs.arguments);
      const known = theirs.selects.flatMap(({ choices }) => choices);
      return !sameArguments || ours.selects.some(({ choices }) => choices.some((choice) => !known.includes(choice)));
    });
    expect(wrong).toEqual([]);
  });

  test('has every plural that its numbers need', () => {
    const rules = new Intl.PluralRules(tag);
    const needed = new Set(Array.from({ length: 1001 }, (_, count) => rules.select(count)));
    const known = new Set<string>(rules.resolvedOptions().pluralCategories);
    const wrong = translated.filter(({ message }) =>
      anatomy(message).plurals.some(
        ({ categories }) =>
          [...needed].some((category) => !categories.includes(category)) ||
          categories.some((category) => !category.startsWith('=') && !known.has(category)),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('has plurals where English has them', () => {
    if (new Intl.PluralRules(tag).resolvedOptions().pluralCategories.length === 1) return;
    const wrong = translated.filter(({ key, message }) => counted(original(key)) && !counted(message));
    expect(wrong.filter(({ key }) => !exceptions.sameAsEnglish.includes(key))).toEqual([]);
  });

  test('is translated', () => {
    const same = translated.filter(({ key, message }) => message === original(key) && hasWords(message));
    expect(same.filter(({ key }) => !exceptions.sameAsEnglish.includes(key))).toEqual([]);
  });

  test('is short enough for the popup at 320 px', () => {
    const long = translated.flatMap(({ key, message }) => {
      const [width, room] = [anatomy(message).width, roomFor(original(key))];
      return width > room && !exceptions.long.includes(key) ? [{ key, message, width, room }] : [];
    });
    expect(long).toEqual([]);
  });

  test('needs each of its exceptions', () => {
    const needless = exceptions.sameAsEnglish.filter((key) => {
      const message = catalog.get(key) ?? '';
      return message !== original(key) && (!counted(original(key)) || counted(message));
    });
    const fitting = exceptions.long.filter((key) => anatomy(catalog.get(key) ?? '').width <= roomFor(original(key)));
    expect([...needless, ...fitting]).toEqual([]);
  });
});

/** A label stands on a line of its own or in a button; a sentence can take another line. */
function roomFor(message: string): number {
  const { width } = anatomy(message);
  const isLabel = width <= 30 && !/[.!?]\}*$/.test(message);
  return isLabel ? width * 1.6 + 6 : width * 1.9 + 20;
}

/** Not only names, units, marks and what is filled in. */
function hasWords(message: string): boolean {
  const words = message
    .replaceAll(/\{\w+\}/g, '')
    .replaceAll(/Whereabouts|Zulip|Rocket\.Chat|zuliprc|Emoji|CSV|JSON|Electron|Chromium|Node|\b(?:min|h|s|OK)\b/g, '');
  return /\p{L}/u.test(words);
}

function sourcesWith(imported: string): string[] {
  return ['electron', 'renderer'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('languages'))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .filter((source) => source.includes(imported)),
  );
}

/** By its own key, or through a group that is asked with a key from elsewhere: `T.state[state]`. */
function isNamed(path: string[], sources: string[]): boolean {
  const [key, group] = [path.at(-1) ?? '', path.at(-2) ?? ''];
  const own = new RegExp(`(\\.|\\[')${key}\\b|\\{[^}]*\\b${key}\\b[^}]*\\} = |'${key}'`);
  const constant = path.length > 2 ? group : (path[0] ?? '').toUpperCase().replaceAll('-', '_');
  const asked = new RegExp(`\\b${constant}( satisfies \\w+\\))?\\[|\\bT\\[|\\.\\.\\.plain`);
  return sources.some((source) => own.test(source) || asked.test(source));
}
