import { expect, test } from 'vitest';
import { directionOf, isSpoken, LANGUAGES, languageFor } from '../../electron/contract/language.ts';

test.each([
  [['de-AT'], 'de'],
  [['fr-CA', 'en'], 'fr'],
  [['pt-PT'], 'pt-BR'],
  [['zh-CN'], 'zh-Hans'],
  [['zh-TW'], 'zh-Hant'],
  [['zh-HK'], 'zh-Hant'],
  [['zh_Hant_TW'], 'zh-Hant'],
  [['zh'], 'zh-Hans'],
  [['iw-IL'], 'he'],
  [['sv-SE', 'nl-BE'], 'nl'],
  [['sv-SE'], 'en'],
  [['C', 'not a tag', 'tr'], 'tr'],
  [[], 'en'],
])('whoever prefers %j is spoken to in %s', (preferred, tag) => {
  expect(languageFor(preferred)).toBe(tag);
});

test('offers each language once, by its own name and with what Intl calls it', () => {
  const tags = LANGUAGES.map(({ tag }) => tag);
  expect(new Set(tags).size).toBe(18);
  expect(Intl.getCanonicalLocales(tags)).toEqual(tags);
  expect(Intl.PluralRules.supportedLocalesOf(tags)).toEqual(tags);
  for (const { tag, name } of LANGUAGES) {
    const known = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? '';
    expect(known.normalize('NFKC').toLowerCase()).toContain(name.slice(0, 2).toLowerCase());
  }
});

test('knows which are written from right to left', () => {
  expect(LANGUAGES.filter(({ tag }) => directionOf(tag) === 'rtl').map(({ tag }) => tag)).toEqual(['he', 'ar']);
  expect([isSpoken('pt-BR'), isSpoken('pt')]).toEqual([true, false]);
});
