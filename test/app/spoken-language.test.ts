import { expect, test } from 'vitest';
import { createSpokenLanguage } from '../../electron/app/spoken-language.ts';
import { untilText } from '../../electron/contract/texts/duration-texts.ts';

function spoken(language: string | null, ...system: string[]) {
  const settings = { language };
  const it = createSpokenLanguage({ get: () => settings }, system);
  return { it, settings };
}

test('follows the system until a language is chosen', () => {
  const { it, settings } = spoken(null, 'de-AT', 'en-US');
  expect([it.tag(), it.locale()]).toEqual(['de', 'de-AT-u-hc-h23']);
  settings.language = 'en';
  expect([it.tag(), it.locale()]).toEqual(['en', 'en-AT-u-hc-h23']);
  settings.language = null;
  expect(it.locale()).toBe('de-AT-u-hc-h23');
});

test('keeps the region and clock of a system whose language it does not speak', () => {
  expect(spoken(null, 'sv-SE').it.locale()).toBe('en-SE-u-hc-h23');
  expect(spoken('ja', 'en-US').it.locale()).toBe('ja-US-u-hc-h12');
  expect(spoken('zh-Hant', 'zh-CN').it.locale()).toBe('zh-Hant-CN-u-hc-h23');
});

test('writes times in Arabic with the digits that texts have', () => {
  const locale = spoken(null, 'ar-EG').it.locale();
  expect(untilText(new Date(2026, 0, 1, 17).getTime(), new Date(2026, 0, 1).getTime(), locale)).toMatch(/5:00/);
});

test('is English where nothing is known, and where a language was chosen that is not spoken any more', () => {
  expect(spoken(null).it.tag()).toBe('en');
  expect(spoken(null, 'C').it.locale()).toMatch(/^en\b/);
  expect(spoken('tlh', 'fr-FR').it.tag()).toBe('fr');
});
