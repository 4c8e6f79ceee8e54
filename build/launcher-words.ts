import { LANGUAGES } from '../electron/contract/language.ts';
import { englishMessages, translatedMessages } from './languages.ts';

/** As desktop entries call those languages whose own tag says more than the language; scripts go by a country there. */
const LOCALES: Readonly<Record<string, string>> = { 'pt-BR': 'pt_BR', 'zh-Hans': 'zh_CN', 'zh-Hant': 'zh_TW' };

/**
 * A key of a desktop entry with one of the launcher's texts, in every language: `Name`, `Name[de]`, ….
 * https://specifications.freedesktop.org/desktop-entry-spec/latest/localized-keys.html
 */
export function inEveryLanguage(key: 'Name' | 'Comment', text: 'comment' | 'open' | 'clear'): Record<string, string> {
  const words = LANGUAGES.flatMap(({ tag }) => {
    const messages = tag === 'en' ? englishMessages('launcher') : translatedMessages(tag, 'launcher');
    const word = messages?.[text];
    const name = tag === 'en' ? key : `${key}[${localeOf(tag)}]`;
    return typeof word === 'string' ? [[name, word]] : [];
  });
  return Object.fromEntries(words);
}

/** What stands in the brackets. */
export function localeOf(tag: string): string {
  return LOCALES[tag] ?? tag;
}
