/** A language that the app speaks. */
export interface Language {
  /** BCP 47; also the name of its folder in `languages/`. */
  tag: string;
  /** In the language itself. */
  name: string;
}

/** In the order in which they are offered. English comes first and stands in where nothing else fits. */
export const LANGUAGES: readonly Language[] = [
  { tag: 'en', name: 'English' },
  { tag: 'de', name: 'Deutsch' },
  { tag: 'es', name: 'Español' },
  { tag: 'fr', name: 'Français' },
  { tag: 'it', name: 'Italiano' },
  { tag: 'nl', name: 'Nederlands' },
  { tag: 'pl', name: 'Polski' },
  { tag: 'pt-BR', name: 'Português (Brasil)' },
  { tag: 'tr', name: 'Türkçe' },
  { tag: 'ru', name: 'Русский' },
  { tag: 'uk', name: 'Українська' },
  { tag: 'he', name: 'עברית' },
  { tag: 'ar', name: 'العربية' },
  { tag: 'hi', name: 'हिन्दी' },
  { tag: 'ja', name: '日本語' },
  { tag: 'ko', name: '한국어' },
  { tag: 'zh-Hans', name: '简体中文' },
  { tag: 'zh-Hant', name: '繁體中文' },
];

export const ENGLISH = 'en';

export function isSpoken(tag: string): boolean {
  return LANGUAGES.some((language) => language.tag === tag);
}

export function directionOf(tag: string): 'ltr' | 'rtl' {
  return /^(?:ar|he)\b/.test(tag) ? 'rtl' : 'ltr';
}

/** The tag of the first language in the list that the app speaks, in whatever country; English where it speaks none. */
export function languageFor(preferred: readonly string[]): string {
  for (const wish of preferred) {
    const same = LANGUAGES.find(({ tag }) => isSameLanguage(tag, wish));
    if (same !== undefined) return same.tag;
  }
  return ENGLISH;
}

/** Chinese comes in two scripts, which no one reads alike; what else differs between countries is small. */
function isSameLanguage(tag: string, wish: string): boolean {
  const [ours, theirs] = [written(tag), written(wish)];
  return ours !== null && theirs !== null && ours.language === theirs.language && ours.script === theirs.script;
}

/** As BCP 47 writes it; null for what is no tag at all, such as the `C` of a bare system. */
export function tagOf(locale: string): string | null {
  try {
    return new Intl.Locale(locale.replaceAll('_', '-')).toString();
  } catch {
    return null;
  }
}

function written(locale: string): Intl.Locale | null {
  const tag = tagOf(locale);
  return tag === null ? null : new Intl.Locale(tag).maximize();
}
